// `rel log` without words: one question after the other.
#pragma once

#include <string>
#include <vector>

#include "invocation/invocation.hpp"

namespace rel::commands {

/// Asks who, how, how long, when and what, at a terminal; Enter leaves an answer out. The words that could
/// have been typed behind `rel log`; none where nobody was named. What can't be read is asked again.
std::vector<std::string> asked_words(Call& call);

}  // namespace rel::commands
