#include <fmt/format.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <sstream>

#include "cli/typed.hpp"
#include "commands/commands.hpp"
#include "commands/demo/circle.hpp"
#include "commands/import/importing.hpp"
#include "invocation/data_file.hpp"
#include "invocation/invocation.hpp"
#include "render/objects.hpp"
#include "render/phrases.hpp"
#include "store/whose.hpp"
#include "system/temporary_folder.hpp"

namespace rel::commands {

namespace {

namespace fs = std::filesystem;

constexpr cli::Example demo_examples[] = {
    {"rel demo", "into a new folder among the temporary files"},
    {"rel demo play.db && rel --db play.db due", "where you like, and whom they would call today"},
};

render::Table next_steps() {
  render::Table table{.columns = {{}, {.stretches = true}}, .rows = {}};
  for (const auto& [what, why] : {std::pair("rel", "whom to call today, and why"),
                                  {"rel prep tom", "before you call Tom"},
                                  {"rel health", "how things stand, the weakest first"},
                                  {"rel review", "the last weeks against those before"}}) {
    table.rows.push_back({render::Cell(what), render::Cell(why, render::Style::dim)});
  }
  return table;
}

render::View view_of(const Import& import, const std::string& file) {
  render::View view{.command = "demo",
                    .head = {{"file", file}},
                    .rows_key = "wrote",
                    .columns = {"kind", "handle", "name", "tier"}};
  for (const char* kind : {"people", "contacts", "remarks", "promises", "snoozes", "reviews"})
    view.head.emplace_back(kind, import.added.at(kind));
  for (const Person& person : import.new_people) view.rows.push_back(render::wrote_person(person));
  view.text.emplace_back(
      render::Line(fmt::format("{} made-up people, and eighteen months with them, in a file of their own.",
                               import.new_people.size())));
  view.text.emplace_back(render::Line("To look around, in this terminal:", render::Style::dim));
  view.text.emplace_back(render::Line());
  view.text.emplace_back(render::Line("  export REL_DB=" + cli::shell_word(file)));
  view.text.emplace_back(next_steps());
  view.text.emplace_back(render::Line());
  view.text.emplace_back(
      render::Line("Your own people are not touched, and back in any other terminal.", render::Style::dim));
  return view;
}

/// Makes the circle in a new file; says that it is in `shown`.
render::View fill(const std::string& file, const std::string& shown, Call& call) {
  store::File store = store::File::create(file, call.settings);
  store::Change change = store.change(call.typed, call.env.now_ms);
  Import import(call, change);
  std::istringstream circle(demo_archive(call.today()));
  take_archive(import, "demo_circle.json", circle);
  change.commit();
  return view_of(import, shown);
}

/// Where the user wants it: FILE, or what --db names; nowhere in particular where neither is given.
std::optional<std::string> wanted_file(const Call& call) {
  if (call.args.words.empty()) return call.args.has("db") ? std::optional(call.database) : std::nullopt;
  const std::string& typed = call.args.words.front();
  if (typed.empty()) throw UsageError("demo: the name of the file is empty", "rel demo play.db");
  const std::string file = fs::absolute(typed);
  const auto variable = call.env.variable("REL_DB");
  const bool usual = !call.args.has("db") && (!variable || variable->empty());
  if (usual && file == call.database) {
    throw UsageError(cli::named(typed) + ": is the place of your own people", "rel demo play.db");
  }
  refuse_sqlites_name(file, typed, "rel demo ");
  return file;
}

[[noreturn]] void refuse_existing(const std::string& file) {
  throw UsageError(cli::named(file) + ": is there already, and a demo is only made anew",
                   "rel demo " + cli::shell_word(store::free_name(file)));
}

// Made whole in a folder of its own and then linked into place: what is there already is never replaced, and
// whatever goes wrong leaves nothing behind.
render::View make_at(const std::string& file, Call& call) {
  std::error_code ignored;
  if (fs::exists(fs::symlink_status(file, ignored))) refuse_existing(file);
  const TemporaryFolder folder(file + ".new-", "rel.db");
  render::View view = fill(folder.file("rel.db"), file, call);
  if (link(folder.file("rel.db").c_str(), file.c_str()) != 0) {
    if (errno == EEXIST) refuse_existing(file);
    throw IoError(cli::named(file) + ": " + std::strerror(errno));
  }
  return view;
}

Exit run_demo(Call& call) {
  if (const auto file = wanted_file(call)) {
    call.confirm(make_at(*file, call));
    return Exit::done;
  }
  TemporaryFolder folder(among_temporary_files(call.env, "rel-demo-"), "rel.db");
  const render::View view = fill(folder.file("rel.db"), folder.file("rel.db"), call);
  folder.keep();
  call.confirm(view);
  return Exit::done;
}

}  // namespace

const Command demo_command = {
    {.name = "demo",
     .group = cli::Group::data,
     .words = "[FILE]",
     .summary = "a made-up circle to play with",
     .prose =
         "Two dozen people and eighteen months with them, in a file of their own: your own file is never "
         "touched, and no file is ever replaced. The same day gives the same circle.",
     .options = {},
     .examples = demo_examples,
     .most_words = 1},
    run_demo,
    true};

}  // namespace rel::commands
