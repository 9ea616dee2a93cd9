// The manual page of a command, written from its specification as mdoc.
#pragma once

#include <string>

#include "cli/command_spec.hpp"

namespace rel::cli {

/// The page rel-COMMAND(1).
std::string man_page(const CommandSpec& spec);

/// The list of commands for rel(1), by group.
std::string man_command_list(std::span<const CommandSpec* const> commands);

/// The options that every command takes, for rel(1).
std::string man_global_options();

/// Text as it may stand in an mdoc page: whatever it holds, it is shown to the letter.
std::string man_escaped(std::string_view text);

}  // namespace rel::cli
