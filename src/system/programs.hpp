// Other programs, and how they are run.
#pragma once

#include <string>

#include "system/env.hpp"

namespace rel {

/// Runs a command by the shell, because EDITOR may hold arguments; the file is an argument of its own, never
/// part of the command. What is typed to interrupt it is its own to take. Its exit status.
int run_by_shell(const std::string& command, const std::string& file);

/// Runs a program without a shell and keeps what it prints; it reads `input`. Throws IoError where there is
/// no room for that.
Ended run_beside(const ProgramWords& words, const std::string& input);

/// Runs a program without a shell, with our terminal, and waits for it; what it prints goes to standard
/// error. What is typed to interrupt it is its own to take.
Ended run_in_front(const ProgramWords& words);

/// Gives a text to a pager, run by the shell as EDITOR is. False where it could not be run, or failed before
/// it had read anything: nothing is shown then.
bool run_pager(const std::string& command, const std::string& text);

}  // namespace rel
