#include "domain/open_items.hpp"

#include <algorithm>
#include <cmath>
#include <functional>

#include "rel/measures.hpp"

namespace rel {

namespace {

OpenItem open_reply(const Contact& owed, const Facts& facts, const DueRules& rules) {
  const Day on = plus_days(owed.on, rules.settings.rule(facts.person.tier).respond_days);
  return {.id = owed.id,
          .text = owed.note.value_or(""),
          .on = owed.on,
          .late_days = days_between(on, rules.today)};
}

OpenItem open_promise(const Promise& promise, const DueRules& rules) {
  return {.id = promise.id,
          .mine = promise.mine,
          .text = promise.text,
          .on = promise.by.value_or(promise.given),
          .late_days = promise.by ? days_between(*promise.by, rules.today) : 0};
}

OpenItem open_ask(const Remark& remark, const DueRules& rules) {
  return {.id = remark.id,
          .text = remark.ask.value_or(remark.text),
          .on = *remark.ask_on,
          .late_days = days_between(*remark.ask_on, rules.today)};
}

OpenItem open_meeting(const Snooze& meeting, const DueRules& rules) {
  return {.id = meeting.id,
          .text = meeting.agreed.value_or(""),
          .on = meeting.until,
          .late_days = days_between(meeting.until, rules.today)};
}

OpenItem open_date(const YearlyDate& date, const DueRules& rules) {
  const Day on = occurrence(date, rules.today);
  return {.text = date.name, .on = on, .late_days = days_between(on, rules.today)};
}

// A conversation on the day or after it ends what was agreed; so does time.
bool still_agreed(Day day, const Facts& facts, const DueRules& rules) {
  return days_between(day, rules.today) <= days_of_grace &&
         !(facts.sums.updated && *facts.sums.updated >= day);
}

OpenItem without_clock(const Ticking& open, const Facts& facts, const DueRules& rules) {
  switch (open.clock) {
    case Clock::reply:
      return open_reply(facts.replies[open.place], facts, rules);
    case Clock::promise:
      return open_promise(facts.promises[open.place], rules);
    case Clock::ask:
      return open_ask(facts.asks[open.place], rules);
    case Clock::agreed:
      return open_meeting(facts.meetings[open.place], rules);
    case Clock::date:
      return open_date(facts.person.dates[open.place], rules);
    case Clock::silence:
      break;
  }
  return {};
}

double ringing_silence(const Facts& facts, const DueRules& rules) {
  const auto silence = facts.sums.silence(rules.today);
  if (!silence || facts.person.tier == Tier::none) return 0;
  if (facts.sums.snoozed_until && rules.today < *facts.sums.snoozed_until) return 0;
  if (rules.away_until && rules.today < *rules.away_until) return 0;
  return silence_ratio(*silence, target_of(facts.person, rules.settings), facts.sums.postponed);
}

// The clocks that a try without answer damps, and on its day stops.
bool waits_for_answer(Clock clock) {
  return clock == Clock::silence || clock == Clock::reply;
}

double damped(double full, const DueItem& item, const Settings& settings) {
  const auto tried = item.facts.sums.last_try;
  if (!tried || !waits_for_answer(item.clock)) return full;
  return full * damping(days_between(*tried, item.due_on), target_of(item.facts.person, settings));
}

}  // namespace

void fill_figures(DueItem& item, const Settings& settings) {
  const Person& person = item.facts.person;
  item.urgency = damped(urgency(worth(person.tier), item.ratio), item, settings);
  item.silence = item.facts.sums.silence(item.due_on);
  if (person.tier != Tier::none) {
    item.target = target_of(person, settings);
    if (item.silence) item.unusual = usualness(item.facts.sums, *item.silence);
  }
  item.minutes =
      static_cast<int>(std::lround(expected_minutes(item.facts.sums, settings.rule(person.tier).minutes)));
}

std::vector<Ticking> all_open(const Facts& facts, const DueRules& rules) {
  const Tier tier = facts.person.tier;
  const TierRule& rule = rules.settings.rule(tier);
  const int target = target_of(facts.person, rules.settings);
  std::vector<Ticking> all;
  const auto add = [&](Clock clock, const auto& entries, const auto& ratio_of) {
    for (std::size_t i = 0; i < entries.size(); ++i) all.push_back({clock, i, ratio_of(entries[i])});
  };
  const auto waits = [&](Id id) { return rules.today < put_off_until(facts, id); };
  add(Clock::reply, facts.replies,
      [&](const Contact& owed) { return waits(owed.id) ? 0 : reply_ratio(owed, rule, rules.today); });
  add(Clock::promise, facts.promises, [&](const Promise& promise) {
    return promise.mine && !waits(promise.id) ? promise_ratio(promise, tier, target, rules.today) : 0;
  });
  add(Clock::ask, facts.asks, [&](const Remark& remark) { return day_ratio(*remark.ask_on, rules.today); });
  add(Clock::agreed, facts.meetings,
      [&](const Snooze& meeting) { return day_ratio(meeting.until, rules.today); });
  std::erase_if(all, [&](const Ticking& one) {
    return one.clock == Clock::agreed && !still_agreed(facts.meetings[one.place].until, facts, rules);
  });
  add(Clock::date, facts.person.dates, [&](const YearlyDate& date) {
    if (tier == Tier::none && date.imported) return 0.0;
    return date_ratio(date, rules.settings.date_lead, facts.sums.last_mine, rules.today);
  });
  std::erase_if(all, [](const Ticking& one) { return one.clock == Clock::date && one.ratio <= 0; });
  return all;
}

std::vector<OpenItem> loudest_first(std::vector<Ticking> all, const Facts& facts, const DueRules& rules) {
  std::ranges::stable_sort(all, std::greater(), &Ticking::ratio);
  std::vector<OpenItem> items;
  items.reserve(all.size());
  for (const Ticking& open : all) {
    OpenItem& item = items.emplace_back(without_clock(open, facts, rules));
    item.clock = open.clock;
    item.place = open.place;
    item.ratio = open.ratio;
  }
  return items;
}

std::vector<OpenItem> open_items(const Facts& facts, const DueRules& rules) {
  return loudest_first(all_open(facts, rules), facts, rules);
}

void find_loudest(DueItem& item, const Facts& facts, const DueRules& rules) {
  item.due_on = rules.today;
  const bool waits = facts.sums.last_try == rules.today;
  item.clock = Clock::silence;
  item.ratio = waits ? 0 : ringing_silence(facts, rules);
  item.silence_due = item.ratio >= 1;
  for (const Ticking& open : all_open(facts, rules)) {
    if ((waits && waits_for_answer(open.clock)) || open.ratio <= item.ratio) continue;
    item.ratio = open.ratio;
    item.clock = open.clock;
  }
}

}  // namespace rel
