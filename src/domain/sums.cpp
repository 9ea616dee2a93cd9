#include "rel/sums.hpp"

#include <algorithm>
#include <cmath>
#include <tuple>

#include "domain/whole.hpp"
#include "rel/credit.hpp"
#include "rel/replay.hpp"

namespace rel {

namespace {

int from_day_start(TimeOfDay time, TimeOfDay day_starts) {
  constexpr int day = 24 * 60;
  return static_cast<int>((time - day_starts).count() + day) % day;
}

}  // namespace

std::optional<double> Sums::silence(Day today) const {
  if (!start) return std::nullopt;
  return std::max(0.0, day_number(today) - quiet_since);
}

std::optional<Day> Sums::last_talked() const {
  return std::max(updated, last_real);
}

std::optional<Day> start_day(const Person& person, std::optional<Day> first_talk) {
  const std::optional<Day> start = person.last ? person.last : person.start;
  return first_talk && (!start || *first_talk < *start) ? first_talk : start;
}

double quiet_since_after(double quiet_since, Day day, double w) {
  const double d = day_number(day);
  return d - (1 - w) * (d - quiet_since);
}

bool counts_before(const Contact& a, const Contact& b, const Person& person, TimeOfDay day_starts) {
  if (a.on != b.on) return a.on < b.on;
  if (a.time.has_value() != b.time.has_value()) return !a.time;
  if (a.time && *a.time != *b.time)
    return from_day_start(*a.time, day_starts) < from_day_start(*b.time, day_starts);
  // Larger figures first; the id decides nothing but the order of contacts that are alike.
  const auto figures = [&](const Contact& c) {
    return std::tuple(-credit(c, person), -depth_value(c).value_or(0), -minutes_of(c), c.id);
  };
  return figures(a) < figures(b);
}

Sums replay(const Person& person, std::vector<Contact> contacts, const std::vector<Snooze>& snoozes,
            const Settings& settings) {
  std::sort(contacts.begin(), contacts.end(), [](const Contact& a, const Contact& b) { return a.on < b.on; });
  Replay replay(person, settings);
  for (Contact& contact : contacts) replay.add(std::move(contact));
  return replay.end(snoozes);
}

bool comes_last(const Contact& contact, const Sums& kept, const Person& person) {
  return contact.on > std::max(kept.latest, person.last);
}

Sums with_later(const Sums& kept, const Person& person, const Contact& later,
                const std::vector<Snooze>& snoozes, const Settings& settings) {
  Replay replay(kept, person, settings);
  replay.add(later);
  return replay.end(snoozes);
}

std::optional<Day> silence_due(const Sums& sums, const Person& person) {
  if (!sums.start || person.tier == Tier::none || !person.active()) return std::nullopt;
  const double factor = 1.5 - 0.5 * std::exp2(-1.0 * sums.postponed);
  const Day rings = day_from_number(rounded_down(sums.quiet_since + sums.target / factor));
  return std::max(rings, sums.snoozed_until.value_or(rings));
}

std::vector<Day> first_start_days(Day today, int target, int count) {
  std::vector<Day> days;
  for (int i = 0; i < count; ++i) days.push_back(plus_days(today, -(target * i / count)));
  return days;
}

}  // namespace rel
