// Words that are one letter away from those that were meant.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>

#include "cli/dates.hpp"

namespace rel::cli {

/// The channel or day that a word is one letter off from, or two swapped: `tuesday` for `tuseday`. Nothing
/// for a word of fewer letters than `least`, and for a channel or a day itself.
std::optional<std::string> meant_by_slip(const std::string& word, std::size_t least = 4);

/// The date or duration that several words at the front are once a slip in one of them is mended: `2
/// november` for `2 novmeber`.
std::optional<std::string> phrase_meant(std::span<const std::string> words, const Now& now);

}  // namespace rel::cli
