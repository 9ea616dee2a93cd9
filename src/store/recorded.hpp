// What the recorded tables are like.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <string_view>

#include "store/schema.hpp"

namespace rel::store {

/// A recorded table. Keys are integers.
struct Recorded {
  std::string_view table;
  const char* rows;
  int keys;                      ///< how many of its columns, the first ones, are the key
  std::string_view kind;         ///< what a row is called
  std::size_t named;             ///< which part of the key names it, from 1 on,
  std::string_view name;         ///< and the column of that
  const char* people = nullptr;  ///< the people of the row with an id; null if the key begins with the person
  bool names = false;            ///< whether people are found by it
  bool figures = true;           ///< whether figures of people rest on it
};
inline constexpr const char* of_contact =
    "SELECT person FROM contacts WHERE id = ?1 UNION ALL SELECT person FROM companions WHERE contact = ?1";

/// In the order of recorded_tables.
inline constexpr std::array recorded = {
    Recorded{"people", "SELECT * FROM people", 1, "person", 1, "id", nullptr, true},
    Recorded{"details", "SELECT * FROM details", 3, "details of person", 1, "person", nullptr, true},
    Recorded{"dates", "SELECT * FROM dates", 2, "dates of person", 1, "person", nullptr},
    Recorded{"contacts", "SELECT * FROM contacts", 1, "contact", 1, "id", of_contact},
    Recorded{"companions", "SELECT * FROM companions", 2, "people of contact", 2, "contact", nullptr},
    Recorded{"remarks", "SELECT * FROM remarks", 1, "remark", 1, "id",
             "SELECT person FROM remarks WHERE id = ?"},
    Recorded{"promises", "SELECT * FROM promises", 1, "promise", 1, "id",
             "SELECT person FROM promises WHERE id = ?"},
    Recorded{"snoozes", "SELECT * FROM snoozes", 1, "snooze", 1, "id",
             "SELECT person FROM snoozes WHERE id = ? AND person IS NOT NULL"},
    Recorded{"reviews", "SELECT * FROM reviews", 1, "review", 1, "id", nullptr, false, false},
    Recorded{"intentions", "SELECT * FROM intentions", 2, "intentions of review", 1, "review", nullptr, false,
             false},
    Recorded{"groups", "SELECT * FROM groups", 1, "group", 1, "id", nullptr, false, false},
    Recorded{"inbox_lines", "SELECT * FROM inbox_lines", 1, "line of an inbox", 1, "line", nullptr, false,
             false}};
static_assert(std::ranges::equal(recorded, recorded_tables, {}, &Recorded::table));

/// The place of a table among them; behind the last where it is none of them.
constexpr std::size_t place_of_table(std::string_view table) {
  return static_cast<std::size_t>(std::find(recorded_tables.begin(), recorded_tables.end(), table) -
                                  recorded_tables.begin());
}

}  // namespace rel::store
