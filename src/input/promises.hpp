// Promises as people type them: `the Calvino book by fri`.
#pragma once

#include <string>

#include "cli/dates.hpp"
#include "rel/entries.hpp"

namespace rel::commands {

/// The text of a promise and its day, if it ends in ` by DATE`; the rest is left to the caller. Throws
/// UsageError for a day that has passed or does not exist, and for no text; `what` says what it was to be.
Promise read_promise(const std::string& text, const std::string& what, const cli::Now& now);

}  // namespace rel::commands
