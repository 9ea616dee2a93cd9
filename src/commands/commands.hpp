// All commands: each is a file, or a folder of its own, which no other command knows.
#pragma once

#include <functional>
#include <span>
#include <string_view>
#include <vector>

#include "invocation/invocation.hpp"

namespace rel::commands {

/// A command and what it does.
struct Command {
  cli::CommandSpec spec;
  Exit (*run)(Call&);
  bool writes;  ///< --as-of makes no sense
};

/// All commands in the order of `rel help --all`.
std::span<const std::reference_wrapper<const Command>> all_commands();

/// What is known of all commands but the hidden ones.
std::vector<const cli::CommandSpec*> shown_specs();

/// The command of that name; null where there is none.
const Command* find_command(std::string_view name);

/// The same; throws UsageError with the nearest one where there is none.
const Command& require_command(const std::string& name);

/// Throws UsageError: with the nearest command, else with what is to be tried `otherwise`.
[[noreturn]] void refuse_command(const std::string& name, const std::string& otherwise = "rel help --all");

/// What words that name no command stand for: `rel WHO` is `rel prep WHO`, with prep's options. Throws
/// UsageError where nobody is meant.
Exit run_by_name(Call& call);

extern const Command add_command;
extern const Command backup_command;
extern const Command complete_command;
extern const Command completion_command;
extern const Command config_command;
extern const Command demo_command;
extern const Command doctor_command;
extern const Command due_command;
extern const Command done_command;
extern const Command edit_command;
extern const Command search_command;  ///< `find`: find_command is the function above
extern const Command health_command;
extern const Command export_command;
extern const Command forget_command;
extern const Command help_command;
extern const Command import_command;
extern const Command inbox_command;
extern const Command list_command;
extern const Command log_command;
extern const Command merge_command;
extern const Command note_command;
extern const Command page_command;
extern const Command prep_command;
extern const Command promise_command;
extern const Command redo_command;
extern const Command remove_command;
extern const Command review_command;
extern const Command restore_command;
extern const Command schedule_command;
extern const Command show_command;
extern const Command snooze_command;
extern const Command undo_command;

}  // namespace rel::commands
