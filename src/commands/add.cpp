#include "answer/carry_out.hpp"
#include "cli/typed.hpp"
#include "commands/commands.hpp"
#include "input/options.hpp"
#include "input/person_options.hpp"
#include "input/texts.hpp"
#include "input/words.hpp"
#include "rel/due.hpp"
#include "render/phrases.hpp"

namespace rel::commands {

namespace {

constexpr cli::Example add_examples[] = {
    {"rel add \"Ann Lee\" --tier 1 --phone \"+49 30 123456\"", "someone to talk with every week"},
    {"rel add Bo --tier 2 --last 2026-10-29", "every month; you last talked on 29 October"},
    {"rel add \"Aunt Mia\" --real-by letter --birthday 04-12", "her letters count as conversations"},
};

std::string name_of(const Call& call) {
  if (call.args.words.empty()) throw UsageError("add: whom?", "rel add \"Ann Lee\" --tier 1");
  return require_name(joined_words(call, 0), "name");
}

/// What the command line says of the person, checked before a file is made for someone who can't be added.
struct Typed {
  Person person;
  Tier tier = Tier::moderate;
};

Typed typed_person(const Call& call) {
  Typed typed{.person = {.name = name_of(call), .added = call.today(), .considered = call.today()}};
  apply_options(typed.person, call.args, call.now);
  if (const auto tier = call.args.one("tier")) typed.tier = require_tier(*tier);
  if (const auto handle = call.args.one("handle")) require_handle(*handle);
  return typed;
}

Person added(store::Change& change, const Typed& typed, Call& call) {
  const auto handle = call.args.one("handle");
  if (!handle) refuse_double(change, typed.person.name, 0);
  std::vector<Person> one = {typed.person};
  if (handle) check_handle(change, *handle, 0);
  one.front().handle = handle ? *handle : HandleMaker(change).make(typed.person.name);
  set_tiers(change, one, {typed.tier}, call);
  warn_of_lookalike(change, call, typed.person.name, 0);
  change.add(one.front());
  return one.front();
}

Exit run_add(Call& call) {
  const Typed typed = typed_person(call);
  Person person;
  const auto write = [&](store::Change& change, Confirmation&) { person = added(change, typed, call); };
  const auto report = [&](Confirmation& answer, const store::Reader& store) {
    answer.say(person.name + " (" + person.handle + "): " + cadence(person, call));
    for (const std::string& day : days_understood(person, call)) answer.add(day);
    answer.add_consequence([&] { return next_due(store, person, call); });
    answer.wrote(person);
  };
  return carry_out(call, std::nullopt, {write, report});
}

}  // namespace

const Command add_command = {{.name = "add",
                              .group = cli::Group::people,
                              .words = "NAME",
                              .summary = "someone you want to stay close to",
                              .prose = "The tier says how often you want to talk: very-high every 7 days, "
                                       "high every 30, moderate (the default) every "
                                       "90; none is kept but never due for silence. The handle, how you type "
                                       "the person, is made from the name.",
                              .options = person_options,
                              .examples = add_examples,
                              .synonyms = "new"},
                             run_add,
                             true};

}  // namespace rel::commands
