#include <fmt/format.h>
#include <sys/stat.h>

#include <filesystem>

#include "cli/typed.hpp"
#include "commands/commands.hpp"
#include "invocation/invocation.hpp"
#include "invocation/safety.hpp"
#include "render/phrases.hpp"
#include "store/copies.hpp"
#include "store/elsewhere.hpp"
#include "store/finding.hpp"
#include "store/whose.hpp"

namespace rel::commands {

namespace {

namespace fs = std::filesystem;

constexpr cli::OptionSpec backup_options[] = {
    {"list", 0, cli::Arity::flag, "", "check and show the automatic copies instead"},
};

constexpr cli::Example backup_examples[] = {
    {"rel backup", "a copy among the automatic ones"},
    {"rel backup /media/stick/rel.db", "a copy anywhere; an older one there is replaced"},
    {"rel backup --list", "which copies there are, each read and checked"},
};

std::int64_t size_of(const std::string& path) {
  struct stat info {};
  return stat(path.c_str(), &info) == 0 ? static_cast<std::int64_t>(info.st_size) : 0;
}

/// A copy, and what is wrong with it.
struct Checked {
  store::Backup backup;
  std::optional<store::Extent> extent;
  std::string problem;
};

Checked checked(const store::Backup& backup) {
  try {
    return {backup, store::check_wholly(backup.path), ""};
  } catch (const Error& error) {
    return {backup, std::nullopt, store::why_without(backup.path, error)};
  }
}

render::Object object_of(const Checked& copy) {
  return {{"file", copy.backup.path},
          {"at", iso(copy.backup.at)},
          {"entries", copy.extent ? render::Value(copy.extent->entries) : render::Value()},
          {"people", copy.extent ? render::Value(copy.extent->people) : render::Value()},
          {"size", size_of(copy.backup.path)},
          {"verified", copy.problem.empty()}};
}

std::vector<render::Cell> row_of(const Checked& copy, Day today) {
  const std::string file = fs::path(copy.backup.path).filename();
  const std::string when =
      render::weekday_and_day(copy.backup.at.day, today) + ", " + clock_text(*copy.backup.at.time);
  const std::string holds = copy.extent ? extent_text(*copy.extent) : copy.problem;
  return {render::Cell(when), render::Cell(holds), render::Cell(size_text(size_of(copy.backup.path))),
          render::Cell(file, render::Style::dim)};
}

/// When the copy on another disk was made, and where; it is not read: it may be far away.
void add_elsewhere(const Call& call, render::View& view) {
  const auto made = store::Elsewhere(call.database, call.program.backup_to).newest();
  view.head.emplace_back(
      "elsewhere",
      made ? render::Value(render::Object{{"file", made->file}, {"on", made->on}}) : render::Value());
  if (!made) return;
  view.text.emplace_back(
      render::Line("elsewhere, " + render::weekday_and_day(made->on, call.today()) + ": " + made->file,
                   render::Style::dim));
}

Exit print_list(Call& call) {
  const store::Backups backups(call.database);
  render::View view{.command = "backup", .rows_key = "backups"};
  view.columns = {"file", "at", "entries", "people", "size", "verified"};
  render::Table table{.columns = {{}, {.stretches = true}, {}, {}}, .rows = {}, .indent = 0};
  for (const store::Backup& backup : backups.all()) {
    const Checked copy = checked(backup);
    if (!copy.extent && !fs::exists(copy.backup.path)) continue;  // another command let it go meanwhile
    view.rows.push_back(object_of(copy));
    table.rows.push_back(row_of(copy, call.today()));
  }
  if (!table.rows.empty()) {
    view.text.emplace_back(std::move(table));
    view.text.emplace_back(render::Line("in " + backups.folder(), render::Style::dim));
  } else if (call.look.terminal) {
    view.text.emplace_back(render::Line("There is no copy yet: rel backup"));
  }
  add_elsewhere(call, view);
  call.show(view);
  return Exit::done;
}

void print_made(Call& call, const std::string& path, const store::Extent& extent) {
  render::View view{.command = "backup", .rows_key = "wrote"};
  view.columns = {"kind", "file", "entries", "people", "size"};
  view.rows.push_back({{"kind", "backup"},
                       {"file", path},
                       {"entries", extent.entries},
                       {"people", extent.people},
                       {"size", size_of(path)}});
  view.text.emplace_back(render::Line(
      fmt::format("copied, and read again: {}, {}", extent_text(extent), size_text(size_of(path)))));
  view.text.emplace_back(render::Line(path, render::Style::dim));
  call.confirm(view);
}

// A folder is meant as the place for a file of the same name.
std::string place_of(const Call& call) {
  std::error_code problem;
  fs::path place = fs::absolute(call.args.words.front(), problem);
  if (problem) throw IoError(cli::named(call.args.words.front()) + ": " + problem.message());
  if (fs::is_directory(place, problem)) place /= fs::path(call.database).filename();
  if (store::is_same_file(place, call.database)) {
    throw UsageError(cli::named(call.args.words.front()) + ": is the data file itself",
                     "rel backup, without a file");
  }
  return place;
}

store::Extent copied_to(const std::string& place, const Call& call) {
  try {
    return store::copy_to(call.database, place);
  } catch (const store::NotReplaced& error) {
    const std::string& typed = call.args.words.front();
    const std::string free = store::free_name(fs::is_directory(typed) ? place : typed);
    throw FileError(error.what(), "rel backup " + cli::shell_word(free));
  }
}

Exit run_backup(Call& call) {
  if (call.args.has("list")) {
    if (!call.args.words.empty()) throw UsageError("--list and FILE: only one of them");
    return print_list(call);
  }
  if (!call.args.words.empty() && call.args.words.front().empty()) throw UsageError("backup: FILE is empty");
  if (!store::File::open_to_read(call.database, call.settings)) {
    throw FileError(call.database + ": there is no such file", "rel add \"Ann Lee\" makes one");
  }
  if (!call.args.words.empty()) {
    const std::string place = place_of(call);
    print_made(call, place, copied_to(place, call));
    return Exit::done;
  }
  const store::Backups backups(call.database);
  const auto lock = backups.lock();
  const auto path = backups.make(lock, call.env.now, seconds_now(call));
  if (!path) {
    call.show(
        {.command = "backup", .rows_key = "wrote", .text = {render::Line("There is nothing to copy yet.")}});
    return Exit::no;
  }
  backups.prune(lock, *path);
  print_made(call, *path, store::extent_at(*path));
  return Exit::done;
}

}  // namespace

const Command backup_command = {
    {.name = "backup",
     .group = cli::Group::data,
     .words = "[FILE]",
     .summary = "a copy that is verified before it counts",
     .prose =
         "Without FILE, a copy among the automatic ones, which rel makes on the first change of a day and "
         "before it imports, merges, restores or forgets: the three newest are kept, one for each of the "
         "last seven days, and one for each of the last four weeks. A copy is read again and compared "
         "with the data file; it replaces nothing but an older copy of it that holds no more. With backup_to "
         "in the settings, a folder on another disk gets one every day, too, whenever it is there.",
     .options = backup_options,
     .examples = backup_examples,
     .most_words = 1},
    run_backup,
    true};

}  // namespace rel::commands
