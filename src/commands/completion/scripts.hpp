// The completions of the shells, whose bytes the program holds.
#pragma once

#include <string_view>

namespace rel::commands {

std::string_view completion_for_bash();
std::string_view completion_for_zsh();
std::string_view completion_for_fish();

}  // namespace rel::commands
