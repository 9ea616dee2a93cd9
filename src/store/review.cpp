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
  return rows_from<Promise>(database_of(reader).query(sql<selection<Promise>, " ORDER BY given, id">));
}

std::vector<Snooze> snoozes_between(const Reader& reader, Day since, Day until) {
  return rows_from<Snooze>(database_of(reader).query(
      sql<selection<Snooze>, " WHERE day BETWEEN ? AND ? ORDER BY day, id">, from_day(since), to_day(until)));
}

// Backwards from the newest contact of each: a deep talk is mostly not far.
std::map<Id, Day> deep_talks(const Reader& reader, Day until) {
  constexpr auto deep = piece<"day <= ?1 AND depth = ", Depth::deep, " AND ", took_place_so>;
  std::map<Id, Day> days;
  Rows rows = database_of(reader).query(
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

int stale_remarks(const Reader& reader, Day today) {
  // What was heard a year ago at least is looked at; the rest is the model's to say.
  Rows rows =
      database_of(reader).query(sql<"SELECT ", columns<Remark>,
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
