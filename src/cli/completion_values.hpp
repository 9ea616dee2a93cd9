// The values that can be chosen from without looking into the file.
#pragma once

#include <string_view>
#include <vector>

#include "cli/completion.hpp"

namespace rel::cli {

/// All values of a kind; none for kinds whose values are in the file, or anything at all.
std::vector<Candidate> values_of(ValueKind kind);

/// What the word at a place, from 0, of a command's usage may be: `WHO [WORD…]`, `[WHO|ID]`. The last word
/// repeats where it ends in an ellipsis.
std::vector<ValueKind> kinds_of_word(std::string_view usage, std::size_t place);

}  // namespace rel::cli
