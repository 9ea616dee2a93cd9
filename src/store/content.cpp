#include "store/content.hpp"

#include <sqlite3.h>

#include <algorithm>
#include <array>
#include <memory>

#include "store/listed.hpp"
#include "store/schema.hpp"

namespace rel::store {

namespace {

/// A recorded table: its rows, and how many of its columns, the first ones, are the key.
struct Table {
  const char* rows;
  int keys;
};

// In the order of recorded_tables.
constexpr std::array tables = {Table{"SELECT * FROM people", 1},     Table{"SELECT * FROM details", 3},
                               Table{"SELECT * FROM dates", 2},      Table{"SELECT * FROM contacts", 1},
                               Table{"SELECT * FROM companions", 2}, Table{"SELECT * FROM remarks", 1},
                               Table{"SELECT * FROM promises", 1},   Table{"SELECT * FROM snoozes", 1},
                               Table{"SELECT * FROM reviews", 1},    Table{"SELECT * FROM intentions", 2}};
static_assert(tables.size() == recorded_tables.size());

constexpr auto contacts = static_cast<std::int64_t>(
    std::find(recorded_tables.begin(), recorded_tables.end(), std::string_view("contacts")) -
    recorded_tables.begin());

Cell cell_of(const Rows& rows, int column) {
  const int type = rows.type(column);
  if (type == SQLITE_INTEGER) return {type, rows.id(column), {}};
  return {type, 0, type == SQLITE_NULL ? std::string_view{} : rows.view(column)};
}

Cell cell_of(sqlite3_value* value) {
  const int type = sqlite3_value_type(value);
  if (type == SQLITE_INTEGER) return {type, sqlite3_value_int64(value), {}};
  const auto* begin = static_cast<const char*>(sqlite3_value_blob(value));
  return {type, 0, {begin, static_cast<std::size_t>(sqlite3_value_bytes(value))}};
}

ContentSum sum_of(const Rows& rows, const RowKey& key, int keys) {
  ContentSum sum = sum_of_row(key);
  for (int column = keys; column < rows.columns(); ++column) {
    sum += sum_of_cell(key, column, cell_of(rows, column));
  }
  return sum;
}

using ValueOf = int (*)(sqlite3_changeset_iter*, int, sqlite3_value**);

sqlite3_value* value_of(sqlite3_changeset_iter* change, ValueOf which, int column) {
  sqlite3_value* value = nullptr;
  which(change, column, &value);
  return value;
}

/// The values of one side of a change: those that it had before, or has after it.
ContentSum sum_of(sqlite3_changeset_iter* change, ValueOf which, const RowKey& key, int keys, int columns) {
  ContentSum sum;
  for (int column = keys; column < columns; ++column) {
    if (sqlite3_value* value = value_of(change, which, column))
      sum += sum_of_cell(key, column, cell_of(value));
  }
  return sum;
}

RowChange listed_change(const ListedContact& contact) {
  return {.key = {contacts, contact.id}, .makes = true, .adds = contact.sum};
}

// A change of a row names only the values that differ, on both sides.
RowChange row_change(const Database& database, sqlite3_changeset_iter* change) {
  const char* name = nullptr;
  int columns = 0;
  int operation = 0;
  int indirect = 0;
  database.check(sqlite3changeset_op(change, &name, &columns, &operation, &indirect), "reading the history");
  const auto found = std::find(recorded_tables.begin(), recorded_tables.end(), std::string_view(name));
  if (found == recorded_tables.end()) database.check(SQLITE_CORRUPT, "its history names an unknown table");
  const auto place = static_cast<std::size_t>(found - recorded_tables.begin());
  const int keys = tables[place].keys;
  const ValueOf of_key = operation == SQLITE_INSERT ? sqlite3changeset_new : sqlite3changeset_old;
  RowChange row{.key = {static_cast<std::int64_t>(place)}, .makes = operation == SQLITE_INSERT};
  for (int i = 0; i < keys; ++i) {
    sqlite3_value* value = value_of(change, of_key, i);
    row.key[static_cast<std::size_t>(i) + 1] = value ? sqlite3_value_int64(value) : 0;
  }
  if (operation != SQLITE_DELETE) row.adds += sum_of(change, sqlite3changeset_new, row.key, keys, columns);
  if (operation != SQLITE_INSERT) row.adds -= sum_of(change, sqlite3changeset_old, row.key, keys, columns);
  if (operation == SQLITE_INSERT) row.adds += sum_of_row(row.key);
  if (operation == SQLITE_DELETE) row.adds -= sum_of_row(row.key);
  return row;
}

}  // namespace

void each_row(Database& database, const std::function<void(const RowKey&, const ContentSum&)>& take) {
  for (std::size_t table = 0; table < tables.size(); ++table) {
    Rows rows = database.query(tables[table].rows);
    while (rows.next()) {
      RowKey key{static_cast<std::int64_t>(table)};
      for (int i = 0; i < tables[table].keys; ++i) key[static_cast<std::size_t>(i) + 1] = rows.id(i);
      take(key, sum_of(rows, key, tables[table].keys));
    }
  }
}

ContentSum sum_of_contact(std::span<const Cell> row) {
  const RowKey key{contacts, row.front().number};
  ContentSum sum = sum_of_row(key);
  for (std::size_t column = 1; column < row.size(); ++column)
    sum += sum_of_cell(key, static_cast<int>(column), row[column]);
  return sum;
}

std::optional<ContentSum> sum_of_contact(Database& database, Id id) {
  Rows rows = database.query("SELECT * FROM contacts WHERE id = ?", id);
  if (!rows.next()) return std::nullopt;
  return sum_of(rows, {contacts, id}, 1);
}

ContentSum content_sum(Database& database) {
  ContentSum sum;
  each_row(database, [&](const RowKey&, const ContentSum& row) { sum += row; });
  return sum;
}

void each_change(const Database& database, Bytes changes, const std::function<void(const RowChange&)>& take) {
  if (is_list(changes)) {
    return each_listed(changes, [&](const ListedContact& contact) { take(listed_change(contact)); });
  }
  sqlite3_changeset_iter* iterator = nullptr;
  database.check(sqlite3changeset_start(&iterator, static_cast<int>(changes.size()), changes.data()),
                 "reading the history");
  const std::unique_ptr<sqlite3_changeset_iter, int (*)(sqlite3_changeset_iter*)> owner(
      iterator, sqlite3changeset_finalize);
  int code = SQLITE_ROW;
  while ((code = sqlite3changeset_next(iterator)) == SQLITE_ROW) take(row_change(database, iterator));
  if (code != SQLITE_DONE) database.check(code, "its history can't be read");
}

Extent extent_of(Database& database) {
  Rows rows = database.query(
      "SELECT (SELECT count(*) FROM contacts) + (SELECT count(*) FROM remarks)"
      " + (SELECT count(*) FROM promises) + (SELECT count(*) FROM snoozes) + (SELECT count(*) FROM reviews),"
      " (SELECT count(*) FROM people)");
  rows.next();
  return {rows.id(0), rows.id(1)};
}

}  // namespace rel::store
