#include "rel/agenda.hpp"

#include <algorithm>

#include "domain/whole.hpp"

namespace rel {

namespace {

constexpr int some_leap_year = 2000;
constexpr int longest_delay = 7;     // days for which silence may not ring yet: one after a try, and rounding
constexpr int longest_promise = 31;  // days after which one without a day is too late in any case

// From the first day on which it can ring, a few at most: a try on that day may delay it.
std::optional<AgendaItem> silence_item(const Facts& facts, DueRules rules) {
  const auto rings = silence_due(facts.sums, facts.person);
  if (!rings) return std::nullopt;
  const Day today = rules.today;
  rules.today = std::max({today, *rings, rules.away_until.value_or(today)});
  const Day last = plus_days(rules.today, longest_delay);
  while (rules.today < last && !look_at(facts, rules).silence_due) rules.today = plus_days(rules.today, 1);
  const Day quiet_since = day_from_number(rounded_down(facts.sums.quiet_since));
  return AgendaItem{
      .on = rules.today, .meant = rules.today, .known = facts.sums.updated.value_or(quiet_since)};
}

AgendaItem reply_item(const Contact& owed, const Facts& facts, const DueRules& rules) {
  return {.clock = Clock::reply,
          .id = owed.id,
          .text = owed.note.value_or(""),
          .meant = plus_days(owed.on, rules.settings.rule(facts.person.tier).respond_days),
          .known = owed.on};
}

Day day_of(const Promise& promise, const Facts& facts, const DueRules& rules) {
  if (promise.by) return *promise.by;
  Day day = promise.given;
  const Day last = plus_days(day, longest_promise);
  const int target = target_of(facts.person, rules.settings);
  while (day < last && promise_ratio(promise, facts.person.tier, target, day) < 1) day = plus_days(day, 1);
  return day;
}

AgendaItem promise_item(const Promise& promise, const Facts& facts, const DueRules& rules) {
  return {.clock = Clock::promise,
          .id = promise.id,
          .mine = promise.mine,
          .text = promise.text,
          .meant = day_of(promise, facts, rules),
          .known = promise.given};
}

AgendaItem ask_item(const Remark& remark) {
  return {.clock = Clock::ask,
          .id = remark.id,
          .text = remark.ask.value_or(remark.text),
          .meant = *remark.ask_on,
          .known = remark.heard};
}

AgendaItem agreed_item(const OpenItem& open, const Snooze& meeting) {
  return {.clock = Clock::agreed, .id = open.id, .text = open.text, .meant = open.on, .known = meeting.on};
}

AgendaItem date_item(const YearlyDate& date, const DueRules& rules) {
  return {.clock = Clock::date, .text = date.name, .meant = occurrence(date, rules.today), .date = date};
}

void add_open(std::vector<AgendaItem>& items, const Facts& facts, const DueRules& rules) {
  for (const Contact& owed : facts.replies) items.push_back(reply_item(owed, facts, rules));
  for (std::size_t i = 0; i < facts.promises.size(); ++i) {
    const Promise& promise = facts.promises[i];
    if (!promise.mine && !promise.by) continue;
    items.push_back(promise_item(promise, facts, rules));
    items.back().place = i;
  }
  for (std::size_t i = 0; i < facts.asks.size(); ++i) {
    items.push_back(ask_item(facts.asks[i]));
    items.back().place = i;
  }
  for (const OpenItem& open : open_items(facts, rules)) {
    if (open.clock == Clock::agreed) items.push_back(agreed_item(open, facts.meetings[open.place]));
  }
  for (const YearlyDate& date : facts.person.dates) {
    if (facts.person.tier != Tier::none || !date.imported) items.push_back(date_item(date, rules));
  }
}

}  // namespace

std::vector<AgendaItem> agenda(const Facts& facts, const DueRules& rules) {
  std::vector<AgendaItem> items;
  if (!facts.person.active()) return items;
  add_open(items, facts, rules);
  for (AgendaItem& item : items) {
    const Day until = (item.id ? put_off_until(facts, *item.id) : std::nullopt).value_or(rules.today);
    item.on = std::max({item.meant, until, rules.today});
  }
  if (auto silence = silence_item(facts, rules)) items.insert(items.begin(), *std::move(silence));
  return items;
}

Day first_day(const YearlyDate& date) {
  return date::year{date.year.value_or(some_leap_year)} / static_cast<int>(date.month) /
         static_cast<int>(date.day);
}

}  // namespace rel
