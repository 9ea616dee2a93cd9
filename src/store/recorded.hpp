// How the recorded tables are read: in the order of recorded_tables.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <string_view>

#include "store/schema.hpp"

namespace rel::store {

/// A recorded table: its rows, and how many of its columns, the first ones, are the key. Keys are integers.
struct Recorded {
  const char* rows;
  int keys;
};

inline constexpr std::array recorded = {
    Recorded{"SELECT * FROM people", 1},     Recorded{"SELECT * FROM details", 3},
    Recorded{"SELECT * FROM dates", 2},      Recorded{"SELECT * FROM contacts", 1},
    Recorded{"SELECT * FROM companions", 2}, Recorded{"SELECT * FROM remarks", 1},
    Recorded{"SELECT * FROM promises", 1},   Recorded{"SELECT * FROM snoozes", 1},
    Recorded{"SELECT * FROM reviews", 1},    Recorded{"SELECT * FROM intentions", 2}};
static_assert(recorded.size() == recorded_tables.size());

/// The place of a table among them; behind the last where it is none of them.
constexpr std::size_t place_of_table(std::string_view table) {
  return static_cast<std::size_t>(std::find(recorded_tables.begin(), recorded_tables.end(), table) -
                                  recorded_tables.begin());
}

}  // namespace rel::store
