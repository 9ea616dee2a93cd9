#include "cli/typed.hpp"
#include "commands/commands.hpp"
#include "commands/completion/scripts.hpp"

namespace rel::commands {

namespace {

constexpr cli::Example completion_examples[] = {
    {"eval \"$(rel completion bash)\"", "in ~/.bashrc"},
    {"eval \"$(rel completion zsh)\"", "in ~/.zshrc, behind compinit"},
    {"rel completion fish | source", "in ~/.config/fish/config.fish"},
};

Exit run_completion(Call& call) {
  if (call.args.words.empty()) throw UsageError("completion: for which shell?", "bash, zsh or fish");
  const std::string& shell = call.args.words.front();
  if (shell == "bash") {
    call.outcome.out = completion_for_bash();
  } else if (shell == "zsh") {
    call.outcome.out = completion_for_zsh();
  } else if (shell == "fish") {
    call.outcome.out = completion_for_fish();
  } else {
    throw UsageError(cli::named(shell) + ": not a shell that is known", "bash, zsh or fish");
  }
  return Exit::done;
}

}  // namespace

const Command completion_command = {
    {.name = "completion",
     .group = cli::Group::data,
     .words = "bash|zsh|fish",
     .summary = "the script that lets a shell complete names, ids, channels and dates",
     .prose = "It is printed, for the shell to read when it starts. Where rel was installed in the usual "
              "places, bash and fish find it by themselves.",
     .options = {},
     .examples = completion_examples,
     .most_words = 1},
    run_completion,
    false};

}  // namespace rel::commands
