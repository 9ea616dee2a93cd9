// The program as a function.
#pragma once

#include <string>
#include <vector>

#include "system/env.hpp"

namespace rel {

/// Runs one command line (without the program's name) in a world. Never throws; may be called any number of
/// times.
Outcome run(const std::vector<std::string>& args, const Env& env);

}  // namespace rel
