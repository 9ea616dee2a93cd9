// A value as SQLite types it: what is bound to a statement, and what a sum over the content is made of.
#pragma once

#include <sqlite3.h>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>

#include "rel/day.hpp"

namespace rel::store {

/// A number, a text or nothing; the text is somebody else's.
struct Cell {
  int type = SQLITE_NULL;  ///< SQLITE_INTEGER, SQLITE_TEXT or SQLITE_NULL; what is of another type counts as
                           ///< its bytes
  std::int64_t number = 0;
  std::string_view text;
};

inline Cell cell_of(std::int64_t number) {
  return {SQLITE_INTEGER, number, {}};
}
Cell cell_of(double) = delete;  // a whole number would be made of it
inline Cell cell_of(const std::string& text) {
  return {SQLITE_TEXT, 0, text};
}
inline Cell cell_of(Day day) {
  return cell_of(std::int64_t{day_number(day)});
}
inline Cell cell_of(TimeOfDay time) {
  return cell_of(std::int64_t{time.count()});
}
template <class T>
requires(std::is_enum_v<T> || std::is_same_v<T, int> || std::is_same_v<T, unsigned> ||
         std::is_same_v<T, bool>) Cell cell_of(T value) {
  return cell_of(static_cast<std::int64_t>(value));
}
template <class T>
Cell cell_of(const std::optional<T>& value) {
  return value ? cell_of(*value) : Cell{};
}

}  // namespace rel::store
