// The one act that helps most, as a sentence.
#pragma once

#include <string>

#include "rel/standing.hpp"

namespace rel::render {

/// The one act that helps most, as a sentence.
std::string advice_sentence(const Advice& advice, const Relationship& who, Day today);

/// Something open in words, no longer than its first line needs.
std::string open_words(const OpenItem& item, const Relationship& who, Day today);

}  // namespace rel::render
