// One connection to the file: prepared statements, typed binding and reading. The only place that knows
// SQLiteCpp. Its statements share ownership with every value that is read, which costs more than the reading:
// ours are SQLite's own.
#pragma once

#include <SQLiteCpp/Database.h>
#include <sqlite3.h>

#include <array>
#include <cstdint>
#include <functional>
#include <limits>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

#include "base/errors.hpp"
#include "rel/day.hpp"
#include "rel/person.hpp"
#include "rel/vocabulary.hpp"
#include "store/cell.hpp"

namespace rel::store {

class Database;

/// Something stands in the file that no command writes.
struct ValueError : FileError {
  using FileError::FileError;
};

/// From where to where a figure goes.
struct Range {
  std::int64_t least;
  std::int64_t most;
};

/// Has `tell` called when a lock is waited for longer than a second, once for each wait.
void on_waiting(std::function<void()> tell);

/// A compiled statement; released when it goes.
struct Finalizer {
  void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
};
using Statement = std::unique_ptr<sqlite3_stmt, Finalizer>;

/// The rows of one running query; the statement is free for the next one when it goes.
class Rows {
 public:
  Rows(sqlite3_stmt* statement, Database& database) : statement_(statement), database_(database) {}
  Rows(Rows&& other) noexcept
      : statement_(std::exchange(other.statement_, nullptr)), database_(other.database_) {}
  Rows(const Rows&) = delete;
  Rows& operator=(const Rows&) = delete;
  Rows& operator=(Rows&&) = delete;
  ~Rows() { sqlite3_reset(statement_); }

  /// Moves to the next row; false behind the last.
  bool next();

  int columns() const { return sqlite3_column_count(statement_); }
  /// SQLITE_INTEGER, SQLITE_TEXT, …
  int type(int column) const { return sqlite3_column_type(statement_, column); }
  /// Whatever number it is.
  Id id(int column) const { return sqlite3_column_int64(statement_, column); }
  /// Whatever number it is: it may be infinite.
  double real(int column) const { return sqlite3_column_double(statement_, column); }
  bool null(int column) const { return type(column) == SQLITE_NULL; }
  // What follows throws ValueError for what no command writes: the file may come from anywhere.
  int integer(int column, Range range = any_integer) const { return checked(id(column), column, range); }
  bool flag(int column) const { return integer(column, {0, 1}) != 0; }
  /// Milliseconds since 1970.
  std::int64_t instant(int column) const {
    const std::int64_t ms = id(column);
    if (ms < days.least * ms_in_day || ms >= (days.most + 1) * ms_in_day) refuse(column);
    return ms;
  }
  Day day(int column) const { return day_from_number(integer(column, days)); }
  template <class E>
  E value(int column) const {
    return static_cast<E>(integer(column, {0, static_cast<int>(last_of(E{}))}));
  }
  /// The text as it lies in SQLite's memory, until the next row.
  std::string_view view(int column) const {
    const auto* begin = reinterpret_cast<const char*>(sqlite3_column_text(statement_, column));
    return {begin, static_cast<std::size_t>(sqlite3_column_bytes(statement_, column))};
  }
  std::string text(int column) const { return std::string(view(column)); }
  std::vector<unsigned char> bytes(int column) const {
    const auto* begin = static_cast<const unsigned char*>(sqlite3_column_blob(statement_, column));
    return {begin, begin + sqlite3_column_bytes(statement_, column)};
  }

  std::optional<int> integer_if(int column, Range range = any_integer) const {
    sqlite3_value* value = value_at(column);
    if (is_null(value)) return std::nullopt;
    return checked(sqlite3_value_int64(value), column, range);
  }
  std::optional<Id> id_if(int column) const {
    sqlite3_value* value = value_at(column);
    return is_null(value) ? std::nullopt : std::optional(sqlite3_value_int64(value));
  }
  std::optional<Day> day_if(int column) const {
    sqlite3_value* value = value_at(column);
    if (is_null(value)) return std::nullopt;
    return day_from_number(checked(sqlite3_value_int64(value), column, days));
  }
  std::optional<std::string> text_if(int column) const {
    return null(column) ? std::nullopt : std::optional(text(column));
  }
  template <class E>
  std::optional<E> value_if(int column) const {
    return null(column) ? std::nullopt : std::optional(value<E>(column));
  }
  /// Throws ValueError for what stands in a column.
  [[noreturn]] void refuse(int column) const;

 private:
  static constexpr Range any_integer{std::numeric_limits<int>::min(), std::numeric_limits<int>::max()};
  static constexpr std::int64_t ms_in_day = 24LL * 60 * 60 * 1000;
  static const Range days;

  // What may be looked at twice. The connection is this thread's alone, which such a look requires.
  sqlite3_value* value_at(int column) const { return sqlite3_column_value(statement_, column); }
  static bool is_null(sqlite3_value* value) { return sqlite3_value_type(value) == SQLITE_NULL; }
  int checked(std::int64_t number, int column, Range range) const {
    if (number < range.least || number > range.most) refuse(column);
    return static_cast<int>(number);
  }

  sqlite3_stmt* statement_;
  Database& database_;
};

/// A connection, with every statement prepared once. Whatever SQLite reports leaves it as a FileError
/// (damaged, foreign, locked too long) or an IoError (disk full, denied).
class Database {
 public:
  /// Opens `path` with SQLite's flags; waits up to `wait_ms` milliseconds for locks.
  Database(const std::string& path, int flags, int wait_ms);
  ~Database() = default;
  Database(const Database&) = delete;
  Database& operator=(const Database&) = delete;

  /// Starts a query; `sql` must be a literal: statements are kept by its address.
  template <class... Args>
  Rows query(const char* sql, const Args&... args) {
    sqlite3_stmt* statement = prepared(sql);
    int place = 0;
    (check(bind(statement, ++place, args)), ...);
    return {statement, *this};
  }

  /// Runs a statement that returns nothing.
  template <class... Args>
  void run(const char* sql, const Args&... args) {
    Rows rows = query(sql, args...);
    while (rows.next()) {
    }
  }

  /// The same with the values of a whole row.
  template <std::size_t N>
  void run_with(const char* sql, const std::array<Cell, N>& row) {
    std::apply([&](const auto&... cell) { run(sql, cell...); }, row);
  }

  /// Runs several statements once, without keeping them.
  void script(const std::string& sql);

  /// Ends a transaction without keeping it. Never throws.
  void roll_back() noexcept;

  /// Writes every page, as it lies, into another database's `schema`, whatever that held.
  void copy_pages_to(Database& target, const char* schema) const;

  /// Throws where `code` is not SQLITE_OK. `doing` says during what; without it, SQLite says what was wrong.
  void check(int code, const char* doing = nullptr) const {
    if (code != SQLITE_OK) fail(code, doing);
  }

  /// Throws for `code`, saying during what.
  [[noreturn]] void fail(int code, const char* doing) const;

  /// The rowid of the row inserted last.
  Id last_row() const { return sqlite3_last_insert_rowid(handle()); }

  sqlite3* handle() const { return connection_->getHandle(); }
  const std::string& path() const { return path_; }

 private:
  sqlite3_stmt* prepared(const char* sql);
  static int wait(void* self, int tries);

  static int bind(sqlite3_stmt* s, int place, const Cell& cell) {
    switch (cell.type) {
      case SQLITE_INTEGER:
        return sqlite3_bind_int64(s, place, cell.number);
      case SQLITE_TEXT:
        return sqlite3_bind_text(s, place, cell.text.data(), static_cast<int>(cell.text.size()),
                                 SQLITE_TRANSIENT);
      default:
        return sqlite3_bind_null(s, place);
    }
  }
  static int bind(sqlite3_stmt* s, int place, const std::vector<unsigned char>& bytes) {
    // A null pointer would bind NULL instead of an empty blob.
    const void* begin = bytes.empty() ? static_cast<const void*>("") : bytes.data();
    return sqlite3_bind_blob(s, place, begin, static_cast<int>(bytes.size()), SQLITE_TRANSIENT);
  }
  static int bind(sqlite3_stmt* s, int place, double value) { return sqlite3_bind_double(s, place, value); }
  static int bind(sqlite3_stmt* s, int place, std::optional<double> value) {
    return value ? bind(s, place, *value) : sqlite3_bind_null(s, place);
  }
  template <class T>
  static int bind(sqlite3_stmt* s, int place, const T& value) {
    return bind(s, place, cell_of(value));
  }

  std::string path_;
  int wait_ms_;
  int waited_ms_ = 0;  // for this lock
  bool gives_no_locks_ = false;
  // The connection outlives the statements: members are destroyed in reverse order.
  std::optional<SQLite::Database> connection_;
  std::vector<std::pair<const char*, Statement>> statements_;
};

}  // namespace rel::store
