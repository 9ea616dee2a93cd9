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
    Rows rows = database_->query(sql<"SELECT person, due_on, ", columns<Sums>, " FROM sums">);
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
  return rows_from<Promise>(database_->query(sql<selection<Promise>, " ORDER BY given, id">));
}

std::vector<Snooze> Store::snoozes_between(Day since, Day until) {
  return rows_from<Snooze>(database_->query(
      sql<selection<Snooze>, " WHERE day BETWEEN ? AND ? ORDER BY day, id">, from_day(since), to_day(until)));
}

// Backwards from the newest contact of each: a deep talk is mostly not far.
std::map<Id, Day> Store::deep_talks(Day until) {
  constexpr auto deep = piece<"day <= ?1 AND depth = ", Depth::deep, " AND ", took_place_so>;
  std::map<Id, Day> days;
  Rows rows = database_->query(
      sql<"SELECT id, (SELECT day FROM contacts WHERE person = people.id AND ", deep,
          " ORDER BY day DESC LIMIT 1), (SELECT max(day) FROM companions"
          " JOIN contacts ON contacts.id = companions.contact WHERE companions.person = people.id AND ",
          deep, ") FROM people WHERE tier >= ", Tier::high, " AND archived + deceased = 0">,
      to_day(until));
  while (rows.next()) {
    const auto day = std::max(rows.day_if(1), rows.day_if(2));
    if (day) days.emplace(rows.id(0), *day);
  }
  return days;
}

int Store::stale_remarks(Day today) {
  // What was heard a year ago at least is looked at; the rest is the model's to say.
  Rows rows = database_->query(sql<"SELECT ", columns<Remark>,
                                   " FROM (SELECT id AS whose FROM people WHERE archived + deceased = 0)"
                                   " CROSS JOIN remarks ON person = whose WHERE heard <= ?">,
                               plus_days(today, -days_in_a_year));
  int count = 0;
  while (rows.next()) {
    if (stale(row_from<Remark>(rows), today)) ++count;
  }
  return count;
}

}  // namespace rel::store
