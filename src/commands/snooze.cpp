#include "answer/carry_out.hpp"
#include "cli/dated_texts.hpp"
#include "commands/commands.hpp"
#include "input/naming.hpp"
#include "input/texts.hpp"
#include "input/words.hpp"
#include "input/writing.hpp"
#include "render/phrases.hpp"
#include "store/sums.hpp"

namespace rel::commands {

namespace {

constexpr cli::OptionSpec snooze_options[] = {
    {"why", 0, cli::Arity::one, "TEXT", "what stands in the way"},
    {"agreed", 0, cli::Arity::optional, "TEXT",
     "a day is fixed, or they asked for time: not counted, shown on its day"},
    {"everyone", 0, cli::Arity::one, "DATE", "you are away until then: not counted", cli::ValueKind::day},
};

constexpr cli::Exclusion snooze_exclusions[] = {{"everyone", "agreed"}};

constexpr cli::Example snooze_examples[] = {
    {"rel snooze ann 2w --why \"moving house\"", "counts as a postponement"},
    {"rel snooze ann sat --agreed \"dinner, 20:00\"", "a meeting: shown on Saturday, not counted"},
    {"rel snooze --everyone 2026-12-27", "you are away"},
};

std::string agreed_text(const Call& call, const Moment& moment) {
  const auto said = call.args.one("agreed");
  std::string text = said ? require_note(*said, "--agreed") : "";
  if (moment.time) text += (text.empty() ? "" : ", ") + clock_text(*moment.time);
  return text;
}

Snooze snooze_of(const Call& call) {
  const bool agreed = call.args.has("agreed");
  const auto away = call.args.one("everyone");
  const std::string day = away ? *away : joined_words(call, 1);
  const Moment until = cli::require_date(day, day, cli::Tense::future, call.now);
  Snooze snooze{.on = call.today(), .until = until.day, .counted = !agreed && !away};
  if (agreed) snooze.agreed = agreed_text(call, until);
  if (const auto why = call.args.one("why")) snooze.why = require_note(*why, "--why");
  return snooze;
}

std::string times_put_off(int times) {
  return "put off " + render::times(times) + (times == 1 ? "" : " since you last talked");
}

Exit snooze_everyone(Call& call) {
  if (!call.args.words.empty()) throw UsageError("--everyone and WHO: only one of the two");
  Snooze snooze = snooze_of(call);
  const auto add = [&](store::Change& change, Confirmation&) { add_entry(change, snooze, call); };
  const auto report = [&](Confirmation& answer, const store::Reader&) {
    answer.say(sentence(snooze), snooze.id);
    answer.add("promises, asks, replies and birthdays still remind");
    answer.wrote(snooze);
  };
  return carry_out(call, std::nullopt, {add, report});
}

Exit snooze_people(Call& call) {
  if (call.args.words.empty()) throw UsageError("snooze: whom, and until when?", "rel snooze ann 2w");
  // `snooze ann --agreed fri`: what follows the option is the day, where no other is named.
  if (call.args.words.size() == 1 && call.args.one("agreed")) call.args.give_back("agreed");
  if (call.args.words.size() == 1)
    throw UsageError("snooze: until when?", "rel snooze " + call.args.words.front() + " 2w");
  const Snooze plan = snooze_of(call);
  std::vector<Snooze> snoozes;
  const auto add = [&](store::Change& change, Confirmation&) {
    for (const store::NameMatch& match : find_people(change, call.args.words.front())) {
      snoozes.push_back(plan);
      snoozes.back().person = match.person;
      add_entry(change, snoozes.back(), call);
    }
  };
  const auto report = [&](Confirmation& answer, const store::Reader& store) {
    for (const Snooze& snooze : snoozes) {
      const Person person = store.person(*snooze.person);
      answer.say(person.name + ": " + sentence(snooze), snooze.id);
      if (snooze.counted)
        answer.add_consequence([&] { return times_put_off(store::sums_of(store, person).postponed); });
      answer.wrote(snooze);
    }
  };
  return carry_out(call, call.args.words.front(), {add, report});
}

Exit run_snooze(Call& call) {
  return call.args.has("everyone") ? snooze_everyone(call) : snooze_people(call);
}

}  // namespace

const Command snooze_command = {{.name = "snooze",
                                 .group = cli::Group::everyday,
                                 .words = "WHO DATE",
                                 .summary = "not now: put the silence reminder off",
                                 .prose = "Each snooze counts as a postponement until you talk, and makes "
                                          "the reminder ring sooner the next time. It "
                                          "never hides a promise, an ask, a reply or a birthday. "
                                          "A newer snooze replaces an older one; days agreed on stand "
                                          "beside each other, each until you talk on it or later.",
                                 .options = snooze_options,
                                 .examples = snooze_examples,
                                 .exclusions = snooze_exclusions},
                                run_snooze,
                                true};

}  // namespace rel::commands
