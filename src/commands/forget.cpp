#include "store/forget.hpp"

#include <fmt/format.h>

#include "commands/commands.hpp"
#include "input/naming.hpp"
#include "invocation/invocation.hpp"
#include "invocation/safety.hpp"
#include "render/phrases.hpp"
#include "store/forget_copies.hpp"
#include "system/editor.hpp"
#include "text/enumerated.hpp"
#include "text/fold.hpp"

namespace rel::commands {

namespace {

constexpr cli::OptionSpec forget_options[] = {
    {"yes", 0, cli::Arity::flag, "", "do not ask"},
};

constexpr cli::Example forget_examples[] = {
    {"rel forget ann", "says what will go, and asks"},
    {"rel forget ann --yes", "for scripts"},
};

/// `Ann Lee, with 12 contacts, 3 remarks and 1 promise`.
std::string what_goes(const Person& person, const store::Belongings& all) {
  std::vector<std::string> parts;
  for (const auto& [count, one] : {std::pair(all.contacts, "contact"), std::pair(all.remarks, "remark"),
                                   std::pair(all.promises, "promise"), std::pair(all.snoozes, "snooze"),
                                   std::pair(all.intentions, "intention")}) {
    if (count > 0) parts.push_back(render::counted(count, one));
  }
  return person.name + (parts.empty() ? "" : ", with " + text::enumerated(parts));
}

std::string what_stays(const store::Belongings& all) {
  return render::counted(all.shared, "contact") + " with others " + (all.shared == 1 ? "is" : "are") +
         " kept for them";
}

store::CopyPlaces copy_places(const Call& call) {
  return {.data_files = call.places(), .elsewhere = call.program.backup_to};
}

std::string left_alone(const std::string& path) {
  return "holds them, too, and more than this file ever had, so it is left alone: " + path;
}

bool agreed(Call& call, const store::Reader& store, const Person& person, const store::Belongings& all) {
  if (call.args.has("yes")) return true;
  const std::string goes = what_goes(person, all);
  if (!call.can_ask()) {
    throw UsageError("forget: this would erase " + goes + ", out of the history and the backups, too",
                     "rel forget " + person.handle + " --yes");
  }
  render::View view{.command = "forget"};
  view.text.emplace_back(render::Line("This erases " + goes + ", out of the history and the backups, too."));
  if (all.shared > 0) view.text.emplace_back(render::Line(what_stays(all) + "."));
  for (const std::string& path : store::other_holders(store, person, copy_places(call), call.settings))
    view.text.emplace_back(render::Line(left_alone(path)));
  call.outcome.out += render::render(view, render::Format::text, call.look);
  const auto answer = call.ask("Forget " + person.name + " for good? [y/N]");
  return answer && (*answer == "y" || *answer == "Y" || *answer == "yes");
}

/// What happened, for the answer.
struct Done {
  store::Belongings belongings;
  store::CopiesWithout copies;
  int naming = 0;  // texts that stay and name them
  std::vector<std::string> drafts;
};

/// A word to find texts by that name them.
std::string word_for(const Person& person) {
  const std::vector<std::string> words = text::words(text::fold_name(person.name));
  return words.empty() ? person.handle : words.front();
}

void say_copies(render::View& view, const store::CopiesWithout& copies) {
  const auto dim = [&](std::string line) {
    view.text.emplace_back(render::Line(std::move(line), render::Style::dim));
  };
  if (copies.rewritten > 0) {
    dim(copies.rewritten == 1 ? "1 copy was cleaned, too"
                              : fmt::format("{} copies were cleaned, too", copies.rewritten));
  }
  for (const std::string& path : copies.removed) dim("removed, because it could not be read: " + path);
  for (const std::string& path : copies.untouched) dim("could not be changed, and may hold them: " + path);
  for (const std::string& path : copies.others) dim(left_alone(path));
}

// Nobody else may touch a draft: an editor may have it open.
void say_drafts(render::View& view, const std::vector<std::string>& drafts) {
  for (const std::string& path : drafts)
    view.text.emplace_back(render::Line("a draft of an editor names them: " + path, render::Style::plain));
}

render::View view_of(const Person& person, const Done& done) {
  const store::Belongings& all = done.belongings;
  render::View view{.command = "forget", .rows_key = "wrote", .columns = {"kind", "handle", "name"}};
  view.head = {{"contacts", all.contacts},       {"shared", all.shared},
               {"remarks", all.remarks},         {"promises", all.promises},
               {"snoozes", all.snoozes},         {"intentions", all.intentions},
               {"naming", done.naming},          {"copies", done.copies.rewritten},
               {"removed", done.copies.removed}, {"untouched", done.copies.untouched},
               {"others", done.copies.others},   {"drafts", done.drafts}};
  view.rows.push_back({{"kind", "person"}, {"handle", person.handle}, {"name", person.name}});
  const auto line = [&](std::string text, render::Style style) {
    view.text.emplace_back(render::Line(std::move(text), style));
  };
  line("forgotten: " + what_goes(person, all), render::Style::plain);
  if (all.shared > 0) line(what_stays(all), render::Style::dim);
  if (done.naming > 0) {
    line(render::counted(done.naming, "text") + (done.naming == 1 ? " that stays names" : " that stay name") +
             " someone so: rel find " + word_for(person),
         render::Style::plain);
  }
  say_copies(view, done.copies);
  say_drafts(view, done.drafts);
  line("the history begins anew: nothing before this can be undone", render::Style::dim);
  line("out of reach: exports, copies in other places, snapshots of the disk, your shell's history",
       render::Style::dim);
  return view;
}

Exit run_forget(Call& call) {
  if (call.args.words.empty()) throw UsageError("forget: whom?", "rel list shows everyone");
  store::File store = call.open_to_change(call.args.words.front());
  const Person person = store.person(find_person(store, call.args.words.front()).person);
  if (!agreed(call, store, person, store::belongings(store, person.id))) {
    call.outcome.out += "Nothing was changed.\n";
    return Exit::no;
  }
  CopyBefore(call).keep();
  const store::Backups backups(call.database);
  const auto lock = backups.lock();
  Done done{.belongings = store::belongings(store, person.id)};
  // The copies first: where one can't be written, everything is still in the file.
  done.copies =
      store::forget_in_copies(store, person, copy_places(call), lock, call.settings, call.env.now_ms);
  backups.begin_scrub(lock);
  store.forget(person.uid, call.env.now_ms);
  backups.end_scrub(lock);
  done.naming = store::texts_naming(store, person);
  done.drafts = kept_drafts(call.env, call.database,
                            [&](const std::string& text) { return store::is_named_in(text, person); });
  call.confirm(view_of(person, done));
  return Exit::done;
}

}  // namespace

const Command forget_command = {
    {.name = "forget",
     .group = cli::Group::people,
     .words = "WHO",
     .summary = "erase someone for good",
     .prose =
         "Out of the file, its history and its backups: no trace stays. A file beside it that holds more "
         "than it ever had is named and left alone. Contacts with others stay with "
         "them, and count one more among the people who are not in the file. Undo does not reach beyond.",
     .options = forget_options,
     .examples = forget_examples,
     .most_words = 1},
    run_forget,
    true};

}  // namespace rel::commands
