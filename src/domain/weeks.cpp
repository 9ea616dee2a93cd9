#include "rel/weeks.hpp"

#include <algorithm>

#include "rel/course.hpp"
#include "rel/credit.hpp"

namespace rel {

namespace {

void add(Week& week, const Contact& contact, const Person& person) {
  if (!took_place(contact)) return;
  const double w = credit(contact, person);
  if (w <= 0) {
    ++week.touches;
    return;
  }
  ++week.conversations;
  week.credit += w;
  week.minutes += minutes_of(contact);
}

// The latest of ordered days that is not later than `day`.
std::optional<Day> latest_until(Day day, const std::vector<Day>& days) {
  const auto after = std::ranges::upper_bound(days, day);
  return after == days.begin() ? std::nullopt : std::optional(*std::prev(after));
}

}  // namespace

std::vector<Week> weeks_until(Day until, int count, const Person& person,
                              const std::vector<Contact>& contacts) {
  std::vector<Week> weeks(static_cast<std::size_t>(count));
  const Day first = plus_days(until, 1 - 7 * count);
  for (int i = 0; i < count; ++i) weeks[static_cast<std::size_t>(i)].first = plus_days(first, 7 * i);
  for (const Contact& contact : contacts) {
    if (contact.on < first || contact.on > until) continue;
    add(weeks[static_cast<std::size_t>(days_between(first, contact.on) / 7)], contact, person);
  }
  return weeks;
}

std::vector<bool> within_target(const std::vector<Week>& weeks, const Person& person,
                                const std::vector<Contact>& contacts, const Settings& settings) {
  const int target = target_of(person, settings);
  const std::vector<Day> talks = days_of_talks(person, contacts);
  std::vector<bool> within;
  for (const Week& week : weeks) {
    const Day end = plus_days(week.first, 6);
    const auto last = latest_until(end, talks);
    within.push_back(last && days_between(*last, end) <= target);
  }
  return within;
}

}  // namespace rel
