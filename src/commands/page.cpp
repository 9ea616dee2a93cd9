#include "cli/man_page.hpp"
#include "cli/typed.hpp"
#include "commands/commands.hpp"
#include "invocation/invocation.hpp"

namespace rel::commands {

namespace {

constexpr cli::OptionSpec page_options[] = {
    {"names", 0, cli::Arity::flag, "", "the commands that have a page"},
};

constexpr cli::Example page_examples[] = {
    {"rel __page log", "rel-log(1), as mdoc"},
    {"rel __page", "the lists of commands and options for rel(1)"},
};

Exit run_page(Call& call) {
  if (!call.args.words.empty()) {
    call.outcome.out = cli::man_page(require_command(call.args.words.front()).spec);
    return Exit::done;
  }
  const std::vector<const cli::CommandSpec*> specs = shown_specs();
  if (call.args.has("names")) {
    for (const cli::CommandSpec* spec : specs) call.outcome.out += std::string(spec->name) + '\n';
  } else {
    call.outcome.out =
        ".Sh COMMANDS\n" + cli::man_command_list(specs) + ".Sh OPTIONS\n" + cli::man_global_options();
  }
  return Exit::done;
}

}  // namespace

const Command page_command = {{.name = "__page",
                               .group = cli::Group::hidden,
                               .words = "[COMMAND]",
                               .summary = "the manual page of a command",
                               .prose = "What scripts/write-pages writes into man/.",
                               .options = page_options,
                               .examples = page_examples,
                               .most_words = 1},
                              run_page,
                              false};

}  // namespace rel::commands
