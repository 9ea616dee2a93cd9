// How people were in contact, guessed from what was written about it.
#pragma once

#include <string>

#include "rel/vocabulary.hpp"

namespace rel::commands {

/// The channel that the first telling word stands for (`lunch`, `phone`, `texted`): the synonyms of `log`.
/// `met` where no word tells.
Channel guessed_channel(const std::string& text);

/// A short name for a text, the same on every machine: what an import knows by it.
std::string fingerprint(const std::string& text);

}  // namespace rel::commands
