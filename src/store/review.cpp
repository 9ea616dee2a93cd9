#include "store/review.hpp"

#include <algorithm>

#include "rel/brief.hpp"
#include "store/connection.hpp"
#include "store/rows.hpp"

namespace rel::store {

namespace {

constexpr int days_in_a_year = 365;

}  // namespace

std::vector<Promise> promises(const Reader& reader) {
  std::vector<Promise> all;
  Rows rows = database_of(reader).query("SELECT " PROMISE_COLUMNS " FROM promises ORDER BY given, id");
  while (rows.next()) all.push_back(promise_from(rows));
  return all;
}

std::vector<Snooze> snoozes_between(const Reader& reader, Day since, Day until) {
  std::vector<Snooze> all;
  Rows rows = database_of(reader).query("SELECT " SNOOZE_COLUMNS
                                        " FROM snoozes WHERE day BETWEEN ? AND ? ORDER BY day, id",
                                        from_day(since), to_day(until));
  while (rows.next()) all.push_back(snooze_from(rows));
  return all;
}

// Backwards from the newest contact of each: a deep talk is mostly not far.
std::map<Id, Day> deep_talks(const Reader& reader, Day until) {
  std::map<Id, Day> days;
  Rows rows = database_of(reader).query(
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

int stale_remarks(const Reader& reader, Day today) {
  // What was heard a year ago at least is looked at; the rest is the model's to say.
  Rows rows = database_of(reader).query("SELECT " REMARK_COLUMNS
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
