// The process that runs the program: where Env comes from and where an Outcome goes.
#pragma once

#include "system/env.hpp"

namespace rel {

/// The world of this process: environment, standard streams, clock (REL_NOW sets it).
Env process_env();

/// Writes what the run came to and returns the exit code: a closed pipe ends quietly, any other failure to
/// write is 5, or 6 where something was saved. On a `terminal` that is too low for it, an answer goes to the
/// pager that REL_PAGER or PAGER names; without one it is just printed.
int deliver(const Outcome& outcome, bool terminal = false);

}  // namespace rel
