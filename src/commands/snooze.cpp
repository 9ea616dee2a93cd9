#include "answer/carry_out.hpp"
#include "answer/entry_text.hpp"
#include "cli/dated_texts.hpp"
#include "commands/commands.hpp"
#include "input/naming.hpp"
#include "input/texts.hpp"
#include "input/words.hpp"
#include "input/writing.hpp"
#include "rel/credit.hpp"
#include "render/phrases.hpp"
#include "store/sums.hpp"
#include "store/waiting.hpp"
#include "text/joined.hpp"

namespace rel::commands {

namespace {

constexpr cli::OptionSpec snooze_options[] = {
    {"why", 0, cli::Arity::one, "TEXT", "what stands in the way"},
    {"agreed", 0, cli::Arity::optional, "TEXT",
     "a day is fixed, or they asked for time: not counted, shown on its day"},
    {"everyone", 0, cli::Arity::one, "DATE", "you are away until then: not counted", cli::ValueKind::day},
    {"clear", 0, cli::Arity::flag, "", "ends what puts WHO or ID off"},
};

constexpr cli::Exclusion snooze_exclusions[] = {{"everyone", "agreed clear"}, {"clear", "agreed why"}};

constexpr cli::Example snooze_examples[] = {
    {"rel snooze ann 2w --why \"moving house\"", "counts as a postponement"},
    {"rel snooze 7k2q fri", "one thing alone: a promise, a reply, an ask, a meeting"},
    {"rel snooze ann sat --agreed \"dinner, 20:00\"", "a meeting: shown on Saturday, not counted"},
    {"rel snooze ann --clear", "back on the list"},
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

/// What of theirs reminds in spite of a snooze of their silence.
std::string what_stays(const store::Reader& store, Id id, const Call& call) {
  const DueRules rules{call.today(), call.settings, std::nullopt};
  const DueItem item = look_at(store::facts_of(store, id), rules);
  std::vector<std::string> texts;
  for (const OpenItem& open : item.open) {
    const bool theirs = open.clock == Clock::promise && !open.mine;
    if (open.clock != Clock::date && !theirs) texts.push_back(render::open_reason(open, item, call.today()));
  }
  return texts.empty() ? "" : "still reminds: " + text::joined(texts, "; ");
}

/// The snooze of this silence, or of this item, that is in force; the newest counts.
std::optional<Snooze> in_force(const store::Reader& store, Id person, std::optional<Id> item, Day today) {
  std::optional<Snooze> found;
  for (const Snooze& snooze : store.snoozes_of(person)) {
    if (!snooze.agreed && snooze.item == item) found = snooze;
  }
  return found && found->until > today ? found : std::nullopt;
}

std::vector<Id> people_of(const store::Reader& store, const store::EntryRef& entry) {
  if (entry.kind == store::EntryKind::promise) return {store.promise(entry.id).person};
  if (entry.kind == store::EntryKind::contact) return store.contact(entry.id).with;
  throw UsageError(id_text(entry.id) + ": only a promise and a reply can be put off",
                   "rel snooze ID DATE moves an ask");
}

Exit clear(Call& call) {
  if (call.args.words.size() != 1)
    throw UsageError("--clear: of whom or of what, and no date", "rel snooze ann --clear");
  const std::string& word = call.args.words.front();
  bool any = false;
  const auto end = [&](store::Change& change, Confirmation& answer, Id person, std::optional<Id> item) {
    auto snooze = in_force(change, person, item, call.today());
    const std::string whose = change.name_of(person) + ": ";
    if (!snooze) return answer.say(whose + "nothing is put off");
    snooze->until = std::max(snooze->on, call.today());
    change.update(*snooze);
    answer.say(whose + "put off no longer", snooze->id);
    answer.wrote(*snooze);
    any = true;
  };
  const auto end_all = [&](store::Change& change, Confirmation& answer) {
    if (!names_entry(change, word)) {
      for (const store::NameMatch& match : find_people(change, word))
        end(change, answer, match.person, std::nullopt);
      return;
    }
    const store::EntryRef entry = find_entry(change, word);
    for (const Id person : people_of(change, entry)) end(change, answer, person, entry.id);
  };
  const Exit exit = carry_out(call, word, {end_all, {}});
  return any ? exit : Exit::no;
}

/// Puts one item off. An ask and a meeting move to the day; a reply and a promise wait, which is counted.
class ItemSnooze {
 public:
  ItemSnooze(Call& call, store::Change& change, Confirmation& answer, const Snooze& plan)
      : call_(call), change_(change), answer_(answer), plan_(plan) {}

  void put_off(const store::EntryRef& entry) {
    switch (entry.kind) {
      case store::EntryKind::remark:
        return move(change_.remark(entry.id));
      case store::EntryKind::snooze:
        return move(change_.snooze(entry.id));
      case store::EntryKind::promise:
        return put_off(change_.promise(entry.id));
      case store::EntryKind::contact:
        return put_off(change_.contact(entry.id));
      case store::EntryKind::review:
        throw UsageError(id_text(entry.id) + ": a review reminds of nothing");
    }
  }

 private:
  std::string whose(Id person) const { return change_.name_of(person) + ": "; }

  void move(const Remark& before) {
    if (!before.ask_on || before.done)
      throw UsageError(id_text(before.id) + ": a remark that asks nothing",
                       "rel edit ID --ask \"fri how is it?\"");
    Remark remark = before;
    remark.ask_on = plan_.until;
    update_entry(change_, before, remark, call_);
    answer_.say(whose(remark.person) + sentence(remark), remark.id);
    answer_.wrote(remark);
  }

  void move(const Snooze& before) {
    if (!before.agreed) throw UsageError(id_text(before.id) + ": is itself a snooze", "rel snooze WHO DATE");
    Snooze meeting = before;
    meeting.until = plan_.until;
    update_entry(change_, before, meeting, call_);
    answer_.say((meeting.person ? whose(*meeting.person) : "") + sentence(meeting), meeting.id);
    answer_.wrote(meeting);
  }

  void put_off(const Promise& promise) {
    if (!promise.open() || !promise.mine)
      throw UsageError(id_text(promise.id) +
                       (promise.mine ? ": a promise that is closed" : ": a promise of theirs"));
    add(promise.person, promise.id, promise.text);
  }

  void put_off(const Contact& contact) {
    if (!reached_out(contact) || contact.answered)
      throw UsageError(id_text(contact.id) + ": a contact that asks for no reply");
    add(contact.with.front(), contact.id, "the reply");
  }

  void add(Id person, Id item, const std::string& what) {
    Snooze snooze = plan_;
    snooze.person = person;
    snooze.item = item;
    add_entry(change_, snooze, call_);
    int times = 0;
    for (const Snooze& one : change_.snoozes_of(person)) times += one.item == item ? 1 : 0;
    answer_.say(whose(person) + what + ": " + sentence(snooze), snooze.id);
    answer_.add("put off " + render::times(times));
    answer_.wrote(snooze);
  }

  Call& call_;
  store::Change& change_;
  Confirmation& answer_;
  const Snooze& plan_;
};

Exit snooze_people(Call& call) {
  if (call.args.words.empty()) throw UsageError("snooze: whom, and until when?", "rel snooze ann 2w");
  // `snooze ann --agreed fri`: what follows the option is the day, where no other is named.
  if (call.args.words.size() == 1 && call.args.one("agreed")) call.args.give_back("agreed");
  if (call.args.words.size() == 1)
    throw UsageError("snooze: until when?", "rel snooze " + call.args.words.front() + " 2w");
  const Snooze plan = snooze_of(call);
  std::vector<Snooze> snoozes;
  const auto add = [&](store::Change& change, Confirmation& answer) {
    const std::string& who = call.args.words.front();
    if (names_entry(change, who)) {
      if (plan.agreed)
        throw UsageError("--agreed: a day is fixed with a person", "rel snooze WHO DATE --agreed");
      return ItemSnooze(call, change, answer, plan).put_off(find_entry(change, who));
    }
    for (const store::NameMatch& match : find_people(change, who)) {
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
      const std::string stays = snooze.agreed ? "" : what_stays(store, person.id, call);
      if (!stays.empty()) answer.add(stays);
      answer.wrote(snooze);
    }
  };
  return carry_out(call, call.args.words.front(), {add, report});
}

Exit run_snooze(Call& call) {
  if (call.args.has("clear")) return clear(call);
  return call.args.has("everyone") ? snooze_everyone(call) : snooze_people(call);
}

}  // namespace

const Command snooze_command = {{.name = "snooze",
                                 .group = cli::Group::everyday,
                                 .words = "WHO|ID DATE",
                                 .summary = "not now: put the silence reminder off",
                                 .prose = "Each snooze counts as a postponement until you talk, and makes "
                                          "the reminder ring sooner the next time. It "
                                          "never hides a promise, an ask, a reply or a birthday: these "
                                          "are put off one by one, with their id. "
                                          "A newer snooze replaces an older one; several meetings with "
                                          "one person are kept side by side.",
                                 .options = snooze_options,
                                 .examples = snooze_examples,
                                 .exclusions = snooze_exclusions},
                                run_snooze,
                                true};

}  // namespace rel::commands
