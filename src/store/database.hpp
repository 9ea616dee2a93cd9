// One connection to the file: prepared statements, typed binding and reading. The only place that knows
// SQLiteCpp.
#pragma once

#include <SQLiteCpp/SQLiteCpp.h>

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

#include "rel/day.hpp"
#include "rel/person.hpp"

namespace rel::store {

class Database;

/// The rows of one running query; the statement is released when it goes.
class Rows {
 public:
  Rows(SQLite::Statement& statement, const Database& database)
      : statement_(&statement), database_(database) {}
  Rows(Rows&& other) noexcept
      : statement_(std::exchange(other.statement_, nullptr)), database_(other.database_) {}
  Rows& operator=(Rows&&) = delete;
  ~Rows() {
    if (statement_) statement_->tryReset();
  }

  /// Moves to the next row; false behind the last.
  bool next();

  int columns() const { return statement_->getColumnCount(); }
  SQLite::Column cell(int column) const { return statement_->getColumn(column); }
  int integer(int column) const { return statement_->getColumn(column).getInt(); }
  Id id(int column) const { return statement_->getColumn(column).getInt64(); }
  double real(int column) const { return statement_->getColumn(column).getDouble(); }
  bool flag(int column) const { return integer(column) != 0; }
  bool null(int column) const { return statement_->getColumn(column).isNull(); }
  Day day(int column) const { return day_from_number(integer(column)); }
  template <class E>
  E value(int column) const {
    return static_cast<E>(integer(column));
  }
  std::string text(int column) const { return statement_->getColumn(column).getString(); }

  std::optional<int> integer_if(int column) const {
    return null(column) ? std::nullopt : std::optional(integer(column));
  }
  std::optional<Id> id_if(int column) const {
    return null(column) ? std::nullopt : std::optional(id(column));
  }
  std::optional<Day> day_if(int column) const {
    return null(column) ? std::nullopt : std::optional(day(column));
  }
  std::vector<unsigned char> bytes(int column) const {
    const SQLite::Column cell = statement_->getColumn(column);
    const auto* begin = static_cast<const unsigned char*>(cell.getBlob());
    return {begin, begin + cell.getBytes()};
  }

  std::optional<std::string> text_if(int column) const {
    return null(column) ? std::nullopt : std::optional(text(column));
  }
  template <class E>
  std::optional<E> value_if(int column) const {
    return null(column) ? std::nullopt : std::optional(value<E>(column));
  }

 private:
  SQLite::Statement* statement_;
  const Database& database_;
};

/// A connection, with every statement prepared once. Whatever SQLite reports leaves it as a FileError
/// (damaged, foreign, locked too long) or an IoError (disk full, denied).
class Database {
 public:
  /// Opens `path` with SQLite's flags; waits up to `wait_ms` milliseconds for locks.
  Database(const std::string& path, int flags, int wait_ms);

  /// Starts a query; `sql` must be a literal: statements are kept by its address.
  template <class... Args>
  Rows query(const char* sql, const Args&... args) {
    SQLite::Statement& statement = prepared(sql);
    int place = 0;
    (bind(statement, ++place, args), ...);
    return Rows(statement, *this);
  }

  /// Runs a statement that returns nothing.
  template <class... Args>
  void run(const char* sql, const Args&... args) {
    Rows rows = query(sql, args...);
    while (rows.next()) {
    }
  }

  /// Runs several statements once, without keeping them.
  void script(const std::string& sql);

  /// Ends a transaction without keeping it. Never throws.
  void roll_back() noexcept;

  /// Throws where `code` is not SQLITE_OK; `doing` says during what.
  void check(int code, const std::string& doing) const;

  sqlite3* handle() { return connection_->getHandle(); }

 private:
  SQLite::Statement& prepared(const char* sql);

  static void bind(SQLite::Statement& s, int place, const std::string& text) { s.bind(place, text); }
  static void bind(SQLite::Statement& s, int place, const std::vector<unsigned char>& bytes) {
    // A null pointer would bind NULL instead of an empty blob.
    s.bind(place, bytes.empty() ? static_cast<const void*>("") : bytes.data(),
           static_cast<int>(bytes.size()));
  }
  static void bind(SQLite::Statement& s, int place, double value) { s.bind(place, value); }
  static void bind(SQLite::Statement& s, int place, std::int64_t value) { s.bind(place, value); }
  static void bind(SQLite::Statement& s, int place, Day day) { s.bind(place, day_number(day)); }
  static void bind(SQLite::Statement& s, int place, TimeOfDay time) {
    s.bind(place, static_cast<int>(time.count()));
  }
  template <class T>
  requires(std::is_enum_v<T> || std::is_same_v<T, int> || std::is_same_v<T, unsigned> ||
           std::is_same_v<T, bool>) static void bind(SQLite::Statement& s, int place, T value) {
    s.bind(place, static_cast<int>(value));
  }
  template <class T>
  static void bind(SQLite::Statement& s, int place, const std::optional<T>& value) {
    if (value) {
      bind(s, place, *value);
    } else {
      s.bind(place);
    }
  }

  std::string path_;
  // The connection outlives the statements: members are destroyed in reverse order.
  std::optional<SQLite::Database> connection_;
  std::vector<std::pair<const char*, std::unique_ptr<SQLite::Statement>>> statements_;
};

}  // namespace rel::store
