#include "commands/commands.hpp"
#include "input/options.hpp"
#include "invocation/invocation.hpp"

namespace rel::commands {

namespace {

constexpr int usual_steps = 20;
constexpr int most_steps = 100'000;

constexpr cli::OptionSpec undo_options[] = {
    {"list", 0, cli::Arity::flag, "", "show the latest commands instead"},
    {"limit", 'n', cli::Arity::one, "N", "how many --list shows (default 20)", cli::ValueKind::number},
};

constexpr cli::Example undo_examples[] = {
    {"rel undo", "takes the last command back, whichever it was"},
    {"rel undo --list", "what can be taken back"},
};
constexpr cli::Example redo_examples[] = {{"rel redo", "does it again"}};

store::File open_history(const Call& call) {
  auto store = call.open_to_write();
  if (!store) throw FileError(call.database + ": there is no such file", "rel add \"Ann Lee\" makes one");
  return std::move(*store);
}

/// `2026-11-21T09:00` on the user's clock.
std::string at_text(const Call& call, std::int64_t at_ms) {
  return iso(call.env.local_time(at_ms / 1000));
}

/// Why nothing older can be taken back.
render::Line beginning(const Call& call, const store::Checkpoint& checkpoint) {
  std::string why = "rel " + checkpoint.why;
  if (checkpoint.why.empty()) why = "older history was let go (history_mib)";
  if (checkpoint.why == store::migration_why) why = "an older rel wrote it";
  return {"nothing before " + at_text(call, checkpoint.at_ms) + " can be undone: " + why, render::Style::dim};
}

Exit print_steps(Call& call, int limit) {
  auto store = store::File::open_to_read(call.database, call.settings);
  if (!store) throw FileError(call.database + ": there is no such file");
  render::View view{.command = "undo", .rows_key = "commands", .columns = {"at", "command", "undone"}};
  render::Table table{.columns = {{}, {.stretches = true}, {}}, .rows = {}, .indent = 0};
  for (const store::Step& step : store->steps(limit)) {
    const std::string at = at_text(call, step.at_ms);
    view.rows.push_back({{"at", at}, {"command", step.command}, {"undone", step.undone}});
    table.rows.push_back({render::Cell(at, render::Style::dim), render::Cell("rel " + step.command),
                          render::Cell(step.undone ? "undone" : "")});
  }
  view.text.emplace_back(std::move(table));
  if (const auto begins = store->checkpoint()) view.text.emplace_back(beginning(call, *begins));
  call.show(view);
  return Exit::done;
}

Exit answer(Call& call, std::string_view command, const char* done, const store::Reader& store,
            const std::optional<store::Step>& step) {
  render::View view{.command = command, .rows_key = "wrote", .columns = {"command"}};
  if (step) {
    view.rows.push_back({{"command", step->command}});
    view.text.emplace_back(render::Line(std::string(done) + ": rel " + step->command));
  } else {
    view.text.emplace_back(render::Line("Nothing to " + std::string(command) + "."));
    if (const auto begins = store.checkpoint()) view.text.emplace_back(beginning(call, *begins));
  }
  call.confirm(view);
  call.outcome.saved = step.has_value();
  return step ? Exit::done : Exit::no;
}

Exit run_undo(Call& call) {
  const auto limit = call.args.one("limit");
  if (limit && !call.args.has("list"))
    throw UsageError("-n: goes with --list", "rel undo --list -n " + *limit);
  if (call.args.has("list"))
    return print_steps(call, number_option(call, "limit", 1, most_steps).value_or(usual_steps));
  store::File store = open_history(call);
  return answer(call, "undo", "undone", store, store.undo(call.env.now_ms));
}

Exit run_redo(Call& call) {
  store::File store = open_history(call);
  return answer(call, "redo", "done again", store, store.redo(call.env.now_ms));
}

}  // namespace

const Command undo_command = {
    {.name = "undo",
     .group = cli::Group::data,
     .words = "",
     .summary = "take the last command back",
     .prose = "One command at a time, whichever it was. Nothing to undo: exit 1. Older "
              "history is let go once it takes more than history_mib.",
     .options = undo_options,
     .examples = undo_examples,
     .most_words = 0},
    run_undo,
    true};

const Command redo_command = {{.name = "redo",
                               .group = cli::Group::data,
                               .words = "",
                               .summary = "do what was undone again",
                               .prose = "Until something new is done.",
                               .options = {},
                               .examples = redo_examples,
                               .most_words = 0},
                              run_redo,
                              true};

}  // namespace rel::commands
