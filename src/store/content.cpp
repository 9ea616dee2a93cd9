#include "store/content.hpp"

#include <sqlite3.h>

#include "store/changeset.hpp"
#include "store/listed.hpp"
#include "store/recorded.hpp"

namespace rel::store {

namespace {

constexpr auto contacts_place = static_cast<std::int64_t>(place_of_table("contacts"));

Cell cell_of(const Rows& rows, int column) {
  const int type = rows.type(column);
  if (type == SQLITE_INTEGER) return {type, rows.id(column), {}};
  return {type, 0, type == SQLITE_NULL ? std::string_view{} : rows.view(column)};
}

ContentSum sum_of(const Rows& rows, const RowKey& key, int keys) {
  ContentSum sum = sum_of_row(key);
  for (int column = keys; column < rows.columns(); ++column) {
    sum += sum_of_cell(key, column, cell_of(rows, column));
  }
  return sum;
}

/// The values of one side of a change.
ContentSum sum_of(const RowValues& row, const RowKey& key, int keys) {
  ContentSum sum;
  for (std::size_t column = static_cast<std::size_t>(keys); column < row.size(); ++column) {
    if (row[column]) sum += sum_of_cell(key, static_cast<int>(column), *row[column]);
  }
  return sum;
}

RowChange listed_change(const ListedContact& contact) {
  return {.key = {contacts_place, contact.id}, .makes = true, .adds = contact.sum};
}

// A change of a row names only the values that differ, on both sides.
RowChange row_change(const RecordedChange& change) {
  const int keys = recorded[change.table].keys;
  RowChange row{.key = {static_cast<std::int64_t>(change.table)}, .makes = change.before.empty()};
  for (std::size_t i = 0; i < static_cast<std::size_t>(keys); ++i) row.key[i + 1] = change.keyed()[i]->number;
  row.adds += sum_of(change.after, row.key, keys);
  row.adds -= sum_of(change.before, row.key, keys);
  if (change.before.empty()) row.adds += sum_of_row(row.key);
  if (change.after.empty()) row.adds -= sum_of_row(row.key);
  return row;
}

// A file of an older version has not all of them.
bool has_table(Database& database, std::string_view table) {
  return database
      .query("SELECT 1 FROM main.sqlite_schema WHERE type = 'table' AND name = ?", std::string(table))
      .next();
}

}  // namespace

void each_row(Database& database, const std::function<void(const RowKey&, const ContentSum&)>& take) {
  for (std::size_t table = 0; table < recorded.size(); ++table) {
    if (!has_table(database, recorded[table].table)) continue;
    Rows rows = database.query(recorded[table].rows);
    while (rows.next()) {
      RowKey key{static_cast<std::int64_t>(table)};
      for (int i = 0; i < recorded[table].keys; ++i) key[static_cast<std::size_t>(i) + 1] = rows.id(i);
      take(key, sum_of(rows, key, recorded[table].keys));
    }
  }
}

ContentSum sum_of_contact(std::span<const Cell> row) {
  const RowKey key{contacts_place, row.front().number};
  ContentSum sum = sum_of_row(key);
  for (std::size_t column = 1; column < row.size(); ++column)
    sum += sum_of_cell(key, static_cast<int>(column), row[column]);
  return sum;
}

std::optional<ContentSum> sum_of_contact(Database& database, Id id) {
  Rows rows = database.query("SELECT * FROM contacts WHERE id = ?", id);
  if (!rows.next()) return std::nullopt;
  return sum_of(rows, {contacts_place, id}, 1);
}

ContentSum content_sum(Database& database) {
  ContentSum sum;
  each_row(database, [&](const RowKey&, const ContentSum& row) { sum += row; });
  return sum;
}

void each_change(Database& database, const HistoryRow& row,
                 const std::function<void(const RowChange&)>& take) {
  if (is_list(row.changes)) {
    return each_listed(row.changes, [&](const ListedContact& contact) { take(listed_change(contact)); });
  }
  Changeset::of(database, row).each([&](const RecordedChange& change) { take(row_change(change)); });
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
