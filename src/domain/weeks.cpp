#include "rel/weeks.hpp"

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

}  // namespace rel
