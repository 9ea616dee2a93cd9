// Help, written from the specifications of the commands.
#pragma once

#include <array>
#include <span>
#include <string>
#include <vector>

#include "cli/command_spec.hpp"

namespace rel::cli {

/// The groups in which commands are shown, in this order.
inline constexpr std::array shown_groups = {Group::everyday, Group::people, Group::entries, Group::data};

/// The heading of a group.
std::string_view group_name(Group group);

/// Help on one command: usage, what it does, options, examples; for a screen of so many columns.
std::string command_help(const CommandSpec& spec, int columns);

/// The everyday commands, or with `all` every command in its group.
std::string overview(std::span<const CommandSpec* const> commands, bool all, int columns);

}  // namespace rel::cli
