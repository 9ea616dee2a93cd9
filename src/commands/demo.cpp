#include <fmt/format.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <filesystem>

#include "cli/typed.hpp"
#include "commands/call.hpp"
#include "commands/data_file.hpp"
#include "commands/demo_circle.hpp"
#include "commands/person_options.hpp"
#include "commands/temporary_folder.hpp"
#include "render/objects.hpp"
#include "render/phrases.hpp"
#include "store/whose.hpp"

namespace rel::commands {

namespace {

namespace fs = std::filesystem;

constexpr cli::Example examples[] = {
    {"rel demo", "into a new folder among the temporary files"},
    {"rel demo play.db && rel --db play.db due", "where you like, and whom they would call today"},
};

/// Writes the circle into the store; ids of people become those that the store gives them.
void add(store::Change& change, DemoCircle& circle) {
  HandleMaker handles(change);
  std::vector<Id> ids;
  for (Person& person : circle.people) {
    person.handle = handles.make(person.name);
    ids.push_back(change.add(person));
  }
  const auto in_store = [&](Id place) { return ids[static_cast<std::size_t>(place) - 1]; };
  for (Contact& contact : circle.contacts) {
    for (Id& person : contact.with) person = in_store(person);
    change.add(contact);
  }
  for (Remark& remark : circle.remarks) {
    remark.person = in_store(remark.person);
    change.add(remark);
  }
  for (Promise& promise : circle.promises) {
    promise.person = in_store(promise.person);
    change.add(promise);
  }
  for (Snooze& snooze : circle.snoozes) {
    if (snooze.person) snooze.person = in_store(*snooze.person);
    change.add(snooze);
  }
  for (Review& review : circle.reviews) {
    for (Intention& intention : review.intentions) {
      if (intention.person) intention.person = in_store(*intention.person);
    }
    change.add(review);
  }
}

DemoCircle fill(const std::string& file, Call& call) {
  DemoCircle circle = demo_circle(call.today());
  store::File store = store::File::create(file, call.settings);
  call.change(store, [&](store::Change& change) { add(change, circle); });
  return circle;
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
DemoCircle make_at(const std::string& file, Call& call) {
  std::error_code ignored;
  if (fs::exists(fs::symlink_status(file, ignored))) refuse_existing(file);
  const TemporaryFolder folder(file + ".new-", "rel.db");
  DemoCircle circle = fill(folder.file("rel.db"), call);
  if (link(folder.file("rel.db").c_str(), file.c_str()) != 0) {
    if (errno == EEXIST) refuse_existing(file);
    throw IoError(cli::named(file) + ": " + std::strerror(errno));
  }
  return circle;
}

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

render::View view_of(const DemoCircle& circle, const std::string& file) {
  render::View view{.command = "demo",
                    .head = {{"file", file},
                             {"people", circle.people.size()},
                             {"contacts", circle.contacts.size()},
                             {"remarks", circle.remarks.size()},
                             {"promises", circle.promises.size()},
                             {"snoozes", circle.snoozes.size()},
                             {"reviews", circle.reviews.size()}},
                    .rows_key = "wrote",
                    .columns = {"kind", "handle", "name", "tier"}};
  for (const Person& person : circle.people) view.rows.push_back(render::wrote_person(person));
  view.text.emplace_back(render::Line(fmt::format(
      "{} made-up people, and eighteen months with them, in a file of their own.", circle.people.size())));
  view.text.emplace_back(render::Line("To look around, in this terminal:", render::Style::dim));
  view.text.emplace_back(render::Line());
  view.text.emplace_back(render::Line("  export REL_DB=" + cli::shell_word(file)));
  view.text.emplace_back(next_steps());
  view.text.emplace_back(render::Line());
  view.text.emplace_back(
      render::Line("Your own people are not touched, and back in any other terminal.", render::Style::dim));
  return view;
}

Exit run_demo(Call& call) {
  if (const auto file = wanted_file(call)) {
    const DemoCircle circle = make_at(*file, call);
    call.confirm(view_of(circle, *file));
    return Exit::done;
  }
  TemporaryFolder folder(among_temporary_files(call, "rel-demo-"), "rel.db");
  const DemoCircle circle = fill(folder.file("rel.db"), call);
  folder.keep();
  call.confirm(view_of(circle, folder.file("rel.db")));
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
     .examples = examples,
     .most_words = 1},
    run_demo,
    true};

}  // namespace rel::commands
