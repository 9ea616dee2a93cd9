#include "store/restore.hpp"

#include <filesystem>

#include "cli/typed.hpp"
#include "commands/commands.hpp"
#include "invocation/invocation.hpp"
#include "invocation/safety.hpp"

namespace rel::commands {

namespace {

namespace fs = std::filesystem;

constexpr cli::Example restore_examples[] = {
    {"rel backup --list", "which copies there are"},
    {"rel restore rel-2026-11-20-090000.db", "one of them, by its name"},
    {"rel restore /media/stick/rel.db", "or from anywhere"},
};

// A bare name is looked for among the automatic copies, too.
std::string source_of(const Call& call, const store::Backups& backups) {
  const std::string& typed = call.args.words.front();
  if (typed.empty()) throw UsageError("restore: FILE is empty");
  std::error_code problem;
  fs::path path = fs::absolute(typed, problem);
  if (problem) throw IoError(cli::named(typed) + ": " + problem.message());
  const fs::path among = fs::path(backups.folder()) / typed;
  const bool bare = typed.find('/') == std::string::npos;
  if (bare && !fs::exists(path, problem) && fs::exists(among, problem)) path = among;
  if (!fs::exists(path, problem)) {
    throw IoError(cli::named(typed) + ": there is no such file",
                  "rel backup --list shows the automatic copies");
  }
  if (fs::equivalent(path, call.database, problem)) {
    throw UsageError(cli::named(typed) + ": is the data file itself", "rel backup --list shows the copies");
  }
  return path;
}

// Through a link the file itself is replaced, not the link.
std::string real_data_file(const Call& call) {
  std::error_code problem;
  const fs::path path = fs::weakly_canonical(call.database, problem);
  return problem ? call.database : std::string(path);
}

void print(Call& call, const std::string& from, const store::Restored& done) {
  render::View view{.command = "restore", .rows_key = "wrote"};
  view.columns = {"kind", "file", "entries", "people"};
  view.head = {{"kept", done.kept ? render::Value(*done.kept) : render::Value()}};
  view.rows.push_back({{"kind", "restored"},
                       {"file", from},
                       {"entries", done.extent.entries},
                       {"people", done.extent.people}});
  const auto dim = [&](std::string line) {
    view.text.emplace_back(render::Line(std::move(line), render::Style::dim));
  };
  view.text.emplace_back(render::Line("restored: " + extent_text(done.extent)));
  if (done.kept && done.was_damaged) dim("what was there before is damaged; it is kept: " + *done.kept);
  if (done.kept && !done.was_damaged) {
    dim("to take this back: rel restore " + std::string(fs::path(*done.kept).filename()));
  }
  call.confirm(view);
}

Exit run_restore(Call& call) {
  if (call.args.words.empty()) throw UsageError("restore: which file?", "rel backup --list shows the copies");
  const store::Backups backups(call.database);
  const std::string from = source_of(call, backups);
  store::check_source(from);
  const auto lock = backups.lock();
  const store::Restored done = store::restore(real_data_file(call), from, backups, lock, call.settings,
                                              call.env.now, seconds_now(call), call.env.now_ms);
  print(call, from, done);
  return Exit::done;
}

}  // namespace

const Command restore_command = {
    {.name = "restore",
     .group = cli::Group::data,
     .words = "FILE",
     .summary = "bring a copy back",
     .prose = "FILE is checked to the last row first, and what is there now is kept among the automatic "
              "copies: restoring that one takes it back. Undo does not reach beyond.",
     .options = {},
     .examples = restore_examples,
     .most_words = 1},
    run_restore,
    true};

}  // namespace rel::commands
