#include "commands/commands.hpp"

#include <algorithm>

#include "cli/typed.hpp"
#include "text/nearest.hpp"

namespace rel::commands {

std::span<const std::reference_wrapper<const Command>> all_commands() {
  static constexpr std::reference_wrapper<const Command> commands[] = {
      log_command,      inbox_command,    due_command,    prep_command,   note_command,       promise_command,
      done_command,     snooze_command,   health_command, review_command, add_command,        list_command,
      show_command,     search_command,   import_command, export_command, edit_command,       remove_command,
      merge_command,    forget_command,   undo_command,   redo_command,   backup_command,     restore_command,
      config_command,   schedule_command, doctor_command, demo_command,   completion_command, help_command,
      complete_command, page_command};
  return commands;
}

std::vector<const cli::CommandSpec*> shown_specs() {
  std::vector<const cli::CommandSpec*> specs;
  for (const Command& command : all_commands()) {
    if (command.spec.group != cli::Group::hidden) specs.push_back(&command.spec);
  }
  return specs;
}

const Command* find_command(std::string_view name) {
  const auto commands = all_commands();
  const auto found = std::find_if(commands.begin(), commands.end(),
                                  [&](const Command& command) { return command.spec.is_called(name); });
  return found == commands.end() ? nullptr : &found->get();
}

void refuse_command(const std::string& name, const std::string& otherwise) {
  std::vector<std::string> names;
  for (const cli::CommandSpec* spec : shown_specs()) names.emplace_back(spec->name);
  const auto near = text::nearest(name, names, 1);
  throw UsageError(cli::named(name) + ": no such command", near.empty() ? otherwise : "rel " + near.front());
}

const Command& require_command(const std::string& name) {
  if (const Command* command = find_command(name)) return *command;
  refuse_command(name);
}

}  // namespace rel::commands
