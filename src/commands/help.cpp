#include "cli/help.hpp"

#include "cli/typed.hpp"
#include "commands/call.hpp"
#include "text/nearest.hpp"

namespace rel::commands {

namespace {

constexpr cli::OptionSpec options[] = {
    {"all", 0, cli::Arity::flag, "", "every command, by group"},
};

constexpr cli::Example examples[] = {
    {"rel help --all", "every command"},
    {"rel help log", "one of them"},
};

Exit run_help(Call& call) {
  if (!call.args.words.empty()) {
    call.outcome.out = cli::command_help(require_command(call.args.words.front()).spec);
    return Exit::done;
  }
  std::vector<const cli::CommandSpec*> specs;
  for (const Command& command : all_commands()) specs.push_back(&command.spec);
  call.outcome.out = cli::overview(specs, call.args.has("all"));
  return Exit::done;
}

}  // namespace

const Command& require_command(const std::string& name) {
  if (const Command* command = find_command(name)) return *command;
  std::vector<std::string> names;
  for (const Command& command : all_commands()) {
    if (command.spec.group != cli::Group::hidden) names.emplace_back(command.spec.name);
  }
  const auto near = text::nearest(name, names, 1);
  throw UsageError(cli::named(name) + ": no such command",
                   near.empty() ? "rel help --all" : "rel " + near.front());
}

const Command help_command = {{.name = "help",
                               .group = cli::Group::data,
                               .words = "[COMMAND]",
                               .summary = "what there is, and how it works",
                               .prose = "Alone it shows the everyday commands.",
                               .options = options,
                               .examples = examples,
                               .most_words = 1},
                              run_help,
                              false};

}  // namespace rel::commands
