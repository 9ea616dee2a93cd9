#include "rel/soft.hpp"

#include <algorithm>
#include <tuple>

#include "domain/open_items.hpp"
#include "rel/advice.hpp"
#include "rel/measures.hpp"

namespace rel {

namespace {

constexpr int least_days_of_long = 60;

bool became_unusual_lately(const Sums& sums, Day today) {
  const auto from = cooling_from(sums);
  return from && *from <= today && days_between(*from, today) < days_of_sign;
}

bool writes_a_lot(const Sums& sums, Day today) {
  if (sums.touches < many_touches || !sums.last_touch) return false;
  const int days = days_between(sums.last_touch->on, today);
  return days >= 0 && days < days_of_sign;
}

std::optional<OpenItem> late_promise_of_theirs(const Facts& facts, const DueRules& rules) {
  const Promise* oldest = nullptr;
  for (const Promise& promise : facts.promises) {
    if (promise.mine || !promise.by) continue;
    const int late = days_between(*promise.by, rules.today);
    const bool tells = late >= 1 && late <= days_of_sign;
    if (tells && (!oldest || *promise.by < *oldest->by)) oldest = &promise;
  }
  if (!oldest) return std::nullopt;
  return OpenItem{.clock = Clock::promise,
                  .id = oldest->id,
                  .place = static_cast<std::size_t>(oldest - facts.promises.data()),
                  .mine = false,
                  .text = oldest->text,
                  .on = *oldest->by,
                  .late_days = days_between(*oldest->by, rules.today)};
}

}  // namespace

std::string_view word(Sign sign) {
  switch (sign) {
    case Sign::cooling:
      return "cooling";
    case Sign::messages:
      return "messages";
    case Sign::owed:
      return "owed";
  }
  return "cooling";
}

std::optional<SoftSign> soft_sign(const Facts& facts, const DueRules& rules) {
  const bool wanted = facts.person.tier != Tier::none;
  const auto theirs = late_promise_of_theirs(facts, rules);
  const auto sign = wanted && became_unusual_lately(facts.sums, rules.today) ? std::optional(Sign::cooling)
                    : wanted && writes_a_lot(facts.sums, rules.today)        ? std::optional(Sign::messages)
                    : theirs                                                 ? std::optional(Sign::owed)
                                                                             : std::nullopt;
  if (!sign || !facts.person.active()) return std::nullopt;
  DueItem clocks;
  find_loudest(clocks, facts, rules);
  if (clocks.ratio >= 1) return std::nullopt;
  SoftSign found{.facts = facts, .sign = *sign};
  if (const auto silence = facts.sums.silence(rules.today); silence && wanted)
    found.unusual = usualness(facts.sums, *silence);
  if (*sign == Sign::owed) found.promise = theirs;
  return found;
}

std::vector<SoftSign> soft_signs(const std::vector<Facts>& people, const DueRules& rules) {
  std::vector<SoftSign> signs;
  for (const Facts& facts : people) {
    if (auto sign = soft_sign(facts, rules)) signs.push_back(*std::move(sign));
  }
  std::ranges::stable_sort(signs, {}, [](const SoftSign& one) {
    const Person& person = one.facts.person;
    return std::tuple(-static_cast<int>(person.tier), one.unusual.value_or(1), -one.facts.sums.touches,
                      one.promise ? one.promise->on : latest_day(), std::string_view(person.name), person.id);
  });
  return signs;
}

bool quiet_for_long(const DueItem& item) {
  if (!item.silence_due || item.has_day() || !item.target) return false;
  // Who was talked to last week is not quiet, however briefly it was.
  const auto since = std::max(silence_due(item.facts.sums, item.facts.person), item.facts.sums.last_talked());
  return since && days_between(*since, item.due_on) > std::max(least_days_of_long, 2 * *item.target);
}

const DueItem* named_of_long(const std::vector<DueItem>& ranked, Day today) {
  std::vector<const DueItem*> all;
  for (const DueItem& item : ranked) {
    if (quiet_for_long(item)) all.push_back(&item);
  }
  if (all.empty()) return nullptr;
  std::ranges::sort(all, {}, [](const DueItem* item) {
    return std::pair(std::string_view(item->facts.person.name), item->facts.person.id);
  });
  const int count = static_cast<int>(all.size());
  return all[static_cast<std::size_t>((day_number(today) % count + count) % count)];
}

std::vector<WeekDay> week_ahead(const std::vector<Facts>& people, const DueRules& rules) {
  std::vector<WeekDay> days;
  const Day last = plus_days(rules.today, days_of_week);
  for (const Facts& facts : people) {
    if (!facts.person.active()) continue;
    const auto add = [&](Clock clock, Day on, std::string text) {
      if (on <= rules.today || on > last) return;
      days.push_back({.on = on, .facts = facts, .item = {.clock = clock, .text = std::move(text), .on = on}});
    };
    for (const Snooze& meeting : facts.meetings)
      add(Clock::agreed, meeting.until, meeting.agreed.value_or(""));
    if (facts.person.tier == Tier::none) continue;
    for (const YearlyDate& date : facts.person.dates)
      add(Clock::date, occurrence(date, rules.today), date.name);
  }
  std::ranges::stable_sort(days, {}, [](const WeekDay& one) {
    return std::pair(one.on, std::string_view(one.facts.person.name));
  });
  return days;
}

}  // namespace rel
