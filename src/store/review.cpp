// What a review looks at: read for everyone at once.
#include <algorithm>
#include <unordered_map>

#include "rel/brief.hpp"
#include "store/rows.hpp"
#include "store/store.hpp"

namespace rel::store {

namespace {

constexpr int days_in_a_year = 365;

}  // namespace

std::vector<Sums> Store::sums_of(const std::vector<Person>& people) {
  std::unordered_map<Id, std::size_t> places;
  std::vector<std::optional<Sums>> kept(people.size());
  if (sums_are_current()) {
    for (std::size_t i = 0; i < people.size(); ++i) places.emplace(people[i].id, i);
    Rows rows = database_->query("SELECT person, " SUMS_COLUMNS " FROM sums");
    while (rows.next()) {
      const auto place = places.find(rows.id(0));
      if (place != places.end()) kept[place->second] = sound_sums(rows, 1, people[place->second]);
    }
  }
  std::vector<Sums> all;
  all.reserve(people.size());
  for (std::size_t i = 0; i < people.size(); ++i)
    all.push_back(kept[i] ? *std::move(kept[i]) : replayed(people[i]));
  return all;
}

std::vector<Promise> Store::promises() {
  std::vector<Promise> all;
  Rows rows = database_->query("SELECT " PROMISE_COLUMNS " FROM promises ORDER BY given, id");
  while (rows.next()) all.push_back(promise_from(rows));
  return all;
}

std::vector<Snooze> Store::snoozes_between(Day since, Day until) {
  std::vector<Snooze> all;
  Rows rows =
      database_->query("SELECT " SNOOZE_COLUMNS " FROM snoozes WHERE day BETWEEN ? AND ? ORDER BY day, id",
                       from_day(since), to_day(until));
  while (rows.next()) all.push_back(snooze_from(rows));
  return all;
}

// Backwards from the newest contact of each: a deep talk is mostly not far.
std::map<Id, Day> Store::deep_talks(Day until) {
  std::map<Id, Day> days;
  Rows rows = database_->query(
      "SELECT id, (SELECT day FROM contacts WHERE person = people.id AND day <= ?1 AND depth = 2"
      " AND kind IN (0, 3) ORDER BY day DESC LIMIT 1),"
      " (SELECT max(day) FROM companions JOIN contacts ON contacts.id = companions.contact"
      " WHERE companions.person = people.id AND day <= ?1 AND depth = 2 AND kind IN (0, 3))"
      " FROM people WHERE tier >= 2 AND archived + deceased = 0",
      to_day(until));
  while (rows.next()) {
    const auto day = std::max(rows.day_if(1), rows.day_if(2));
    if (day) days.emplace(rows.id(0), *day);
  }
  return days;
}

int Store::stale_remarks(Day today) {
  // What was heard a year ago at least is looked at; the rest is the model's to say.
  Rows rows = database_->query("SELECT " REMARK_COLUMNS
                               " FROM (SELECT id AS whose FROM people WHERE archived + deceased = 0)"
                               " CROSS JOIN remarks ON person = whose WHERE heard <= ?",
                               plus_days(today, -days_in_a_year));
  int count = 0;
  while (rows.next()) {
    if (stale(remark_from(rows), today)) ++count;
  }
  return count;
}

}  // namespace rel::store
