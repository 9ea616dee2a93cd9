#include "cli/help.hpp"

#include "cli/typed.hpp"
#include "commands/commands.hpp"
#include "invocation/invocation.hpp"
#include "text/nearest.hpp"

namespace rel::commands {

namespace {

constexpr cli::OptionSpec help_options[] = {
    {"all", 0, cli::Arity::flag, "", "every command, by group"},
};

constexpr cli::Example help_examples[] = {
    {"rel help --all", "every command"},
    {"rel help log", "one of them"},
};

// Shows the manual page at a terminal; false where there is none.
bool opened_page(const Call& call, const cli::CommandSpec& spec) {
  constexpr auto if_there = "page() { man -w \"$1\" >/dev/null 2>&1 && man \"$1\"; }; page";
  return call.can_ask() && call.env.run_program(if_there, "rel-" + std::string(spec.name)) == 0;
}

Exit run_help(Call& call) {
  if (!call.args.words.empty()) {
    if (call.args.has("all")) throw UsageError("--all and COMMAND: only one of the two");
    const cli::CommandSpec& spec = require_command(call.args.words.front()).spec;
    if (!opened_page(call, spec)) call.outcome.out = cli::command_help(spec, call.look.columns);
    return Exit::done;
  }
  call.outcome.out = cli::overview(shown_specs(), call.args.has("all"), call.look.columns);
  return Exit::done;
}

}  // namespace

const Command help_command = {
    {.name = "help",
     .group = cli::Group::data,
     .words = "[COMMAND]",
     .summary = "what there is, and how it works",
     .prose = "Alone it shows the everyday commands. With a command it opens its "
              "manual page at a terminal, where that is installed, and else prints a "
              "shorter text, as rel COMMAND --help does.",
     .options = help_options,
     .examples = help_examples,
     .most_words = 1},
    run_help,
    false};

}  // namespace rel::commands
