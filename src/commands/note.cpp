#include "answer/carry_out.hpp"
#include "cli/dated_texts.hpp"
#include "cli/typed.hpp"
#include "commands/commands.hpp"
#include "input/naming.hpp"
#include "input/texts.hpp"
#include "input/words.hpp"
#include "input/writing.hpp"

namespace rel::commands {

namespace {

constexpr cli::OptionSpec note_options[] = {
    {"on", 0, cli::Arity::one, "DATE", "when you heard it (default: today)", cli::ValueKind::day},
    {"ask", 0, cli::Arity::one, "DATE [TEXT]", "comes back on that day, with the question"},
    {"fact", 0, cli::Arity::flag, "", "stays true: always in prep, never news"},
};

constexpr cli::Example note_examples[] = {
    {"rel note ann \"allergic to nuts\"", "what she told you"},
    {"rel note ann \"moves to Lisbon\" --ask \"2026-12-08 how is the new flat?\"",
     "and a question for the day"},
    {"rel note ann vegan --fact", "what stays true of her"},
};

constexpr cli::Exclusion note_exclusions[] = {{"fact", "ask"}};

Exit run_note(Call& call) {
  const WhoAndText said = who_and_text(call, "what did they tell you?");
  Remark remark{.text = require_note(said.text, "note"), .heard = call.today()};
  if (const auto on = call.args.one("on")) {
    remark.heard = cli::require_date(*on, cli::named("on", *on), cli::Tense::past, call.now).day;
  }
  if (const auto ask = call.args.one("ask")) {
    const cli::DatedText dated = cli::read_dated_text(*ask, cli::named("ask", *ask), call.now);
    remark.ask_on = dated.day;
    if (!dated.text.empty()) remark.ask = require_note(dated.text, "--ask");
  }
  remark.fact = call.args.has("fact");
  const auto add = [&](store::Change& change, Confirmation&) {
    remark.person = find_person(change, said.who).person;
    add_entry(change, remark, call);
  };
  const auto report = [&](Confirmation& answer, const store::Reader& store) {
    answer.say(sentence(remark, names_of(store, {remark.person})), remark.id);
    if (call.args.has("on")) answer.add("heard on " + cli::echoed({remark.heard, std::nullopt}));
    answer.wrote(remark);
  };
  return carry_out(call, said.who, {add, report});
}

}  // namespace

const Command note_command = {
    {.name = "note",
     .group = cli::Group::everyday,
     .words = "WHO TEXT",
     .summary = "something they told you, to come back to",
     .prose = "A life event to come is an ask on its day. TEXT - reads standard input.",
     .options = note_options,
     .examples = note_examples,
     .exclusions = note_exclusions},
    run_note,
    true};

}  // namespace rel::commands
