
#include "answer/confirm.hpp"
#include "answer/entry_text.hpp"
#include "commands/commands.hpp"
#include "identity/merged.hpp"
#include "input/naming.hpp"
#include "invocation/safety.hpp"
#include "render/phrases.hpp"
#include "text/fold.hpp"
#include "text/joined.hpp"

namespace rel::commands {

namespace {

constexpr cli::OptionSpec merge_options[] = {
    {"yes", 0, cli::Arity::flag, "", "do not ask at a terminal"},
};

constexpr cli::Example merge_examples[] = {
    {"rel merge ann-lee ann-l", "ann-l becomes part of ann-lee; rel undo makes them two again"},
    {"rel list --duplicates", "who may be there twice"},
};

/// The two records that were typed, and what they come to.
struct Plan {
  Person keep;
  Person other;
  Merged merged;
};

Plan plan_for(const store::Reader& store, const Call& call) {
  const Id keep = find_person(store, call.args.words[0]).person;
  const Id other = find_person(store, call.args.words[1]).person;
  if (keep == other) {
    throw UsageError(
        "merge: " + call.args.words[0] + " and " + call.args.words[1] + " are one person already",
        "rel list --duplicates shows who may be there twice");
  }
  Plan plan{.keep = store.person(keep), .other = store.person(other), .merged = {}};
  plan.merged = merged(plan.keep, plan.other);
  return plan;
}

std::string entries_of(const store::Reader& store, Id person) {
  std::vector<std::string> parts;
  const auto add = [&](std::size_t count, const char* one) {
    if (count > 0) parts.push_back(render::counted(static_cast<int>(count), one));
  };
  add(store.contacts_of(person).size(), "contact");
  add(store.remarks_of(person).size(), "remark");
  add(store.promises_of(person).size(), "promise");
  add(store.snoozes_of(person).size(), "snooze");
  return parts.empty() ? "nothing was logged" : text::joined(parts, ", ");
}

/// What it does, in lines.
std::vector<std::string> consequences(const store::Reader& store, const Plan& plan) {
  std::vector<std::string> lines = {"with " + plan.other.handle + ": " + entries_of(store, plan.other.id)};
  if (!plan.merged.gained.empty()) lines.push_back("gains: " + text::joined(plan.merged.gained, ", "));
  lines.insert(lines.end(), plan.merged.differs.begin(), plan.merged.differs.end());
  return lines;
}

std::string called(const Person& person) {
  return person.name + " (" + person.handle + ")";
}

bool asks(const Call& call) {
  return call.can_ask() && call.format == render::Format::text && !call.args.has("yes");
}

/// Shows what it will do and asks.
bool agreed(Call& call, const store::Reader& store) {
  const Plan plan = plan_for(store, call);
  render::View view{.command = "merge"};
  view.text.emplace_back(render::Line(called(plan.other) + " becomes part of " + called(plan.keep)));
  for (const std::string& line : consequences(store, plan))
    view.text.emplace_back(render::Line("  " + line, render::Style::dim));
  call.show(view);
  const std::string answer = text::fold(call.ask("Make them one? (yes/no)").value_or(""));
  return answer == "y" || answer == "yes";
}

Exit run_merge(Call& call) {
  if (call.args.words.size() < 2)
    throw UsageError("merge: which two?",
                     "rel merge KEEP OTHER; rel list --duplicates shows who may be there twice");
  store::File store = call.open_to_change(call.args.words.front());
  if (asks(call) && !agreed(call, store)) {
    call.outcome.out = "Nothing was changed.\n";
    return Exit::no;
  }
  CopyBefore copy(call);
  Plan plan;
  std::vector<std::string> lines;
  std::vector<store::EntryRef> given;
  const auto unite = [&](store::Change& change) {
    plan = plan_for(change, call);
    lines = consequences(change, plan);
    given = change.merge(plan.merged.person, plan.other.id);
  };
  Confirmation answer(call, store, "merge");
  const auto report = [&] {
    answer.say(called(plan.other) + " is part of " + called(plan.keep) + " now");
    if (!asks(call)) {
      for (const std::string& line : lines) answer.add(line);
    }
    answer.add(next_due(store, plan.merged.person, call));
    answer.add("rel undo makes them two again");
    answer.wrote(plan.merged.person);
    for (const store::EntryRef& entry : given) answer.wrote(entry_object(store, entry));
  };
  call.change(store, unite, report);
  copy.keep();
  answer.print();
  return Exit::done;
}

}  // namespace

const Command merge_command = {
    {.name = "merge",
     .group = cli::Group::people,
     .words = "KEEP OTHER",
     .summary = "two records of one person become one",
     .prose =
         "Everything of OTHER becomes KEEP's: contacts, remarks, promises, snoozes, numbers, tags, dates. "
         "OTHER's name and handle become aliases. Where both have a tier, a cadence, a purpose or a "
         "birthday, KEEP's stays, and what differs is said. What both have to the letter is kept once, and "
         "whoever was there as both was there once. At a terminal it asks first.",
     .options = merge_options,
     .examples = merge_examples,
     .most_words = 2},
    run_merge,
    true};

}  // namespace rel::commands
