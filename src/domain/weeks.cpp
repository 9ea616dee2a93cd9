#include "rel/weeks.hpp"

#include <algorithm>

#include "rel/credit.hpp"
#include "rel/sums.hpp"

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

bool is_within(Day day, Person person, const std::vector<Contact>& contacts, const Settings& settings) {
  if (person.last > day) person.last.reset();  // not yet to be remembered
  std::vector<Contact> until;
  std::copy_if(contacts.begin(), contacts.end(), std::back_inserter(until),
               [&](const Contact& contact) { return contact.on <= day; });
  const Sums sums = replay(person, std::move(until), {}, settings);
  return sums.start && *sums.start <= day && *sums.silence(day) <= sums.target;
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
  std::vector<bool> within;
  for (const Week& week : weeks)
    within.push_back(is_within(plus_days(week.first, 6), person, contacts, settings));
  return within;
}

}  // namespace rel
