#include "store/carry_over.hpp"

#include <sqlite3.h>

#include <algorithm>

#include "base/errors.hpp"
#include "store/open.hpp"
#include "store/schema.hpp"

namespace rel::store {

namespace {

/// The rows of a query that is put together here; the statement lives as long.
class OwnRows {
 public:
  OwnRows(Database& database, const std::string& sql) : statement_(compiled(database, sql)) {
    rows_.emplace(statement_.get(), database);
  }
  Rows* operator->() { return &*rows_; }
  const Rows& operator*() const { return *rows_; }

 private:
  static sqlite3_stmt* compiled(const Database& database, const std::string& sql) {
    sqlite3_stmt* statement = nullptr;
    database.check(sqlite3_prepare_v2(database.handle(), sql.c_str(), -1, &statement, nullptr));
    return statement;
  }

  Statement statement_;
  std::optional<Rows> rows_;  // reset before the statement goes
};

std::vector<std::string> tables_in(Database& database, const std::string& schema) {
  std::vector<std::string> tables;
  OwnRows rows(database, "SELECT name FROM " + schema + ".sqlite_schema WHERE type = 'table' ORDER BY rowid");
  while (rows->next()) tables.push_back(rows->text(0));
  return tables;
}

template <class Names>
bool is_one_of(const Names& names, const std::string& name) {
  return std::find(std::begin(names), std::end(names), name) != std::end(names);
}

bool same_row(const Rows& a, const Rows& b) {
  if (a.columns() != b.columns()) return false;
  for (int column = 0; column < a.columns(); ++column) {
    if (a.type(column) != b.type(column) || a.view(column) != b.view(column)) return false;
  }
  return true;
}

// Both come in the order of their key.
bool same_rows(Database& target, const std::string& table) {
  OwnRows now(target, "SELECT * FROM main." + table);
  OwnRows before(target, "SELECT * FROM old." + table);
  while (now->next()) {
    if (!before->next() || !same_row(*now, *before)) return false;
  }
  return !before->next();
}

std::int64_t rows_in(Database& target, const std::string& table) {
  OwnRows count(target, "SELECT count(*) FROM " + table);
  count->next();
  return count->id(0);
}

const Filling* filling_of(std::span<const Filling> fillings, const std::string& table) {
  const auto found = std::find_if(fillings.begin(), fillings.end(),
                                  [&](const Filling& filling) { return filling.table == table; });
  return found == fillings.end() ? nullptr : &*found;
}

void fill_table(Database& target, const std::string& table, const Filling* filling, bool was_there) {
  if (filling) target.script("INSERT INTO main." + table + ' ' + std::string(filling->rows));
  if (!filling && was_there) target.script("INSERT INTO main." + table + " SELECT * FROM old." + table);
  if (!was_there) return;
  if (rows_in(target, "main." + table) != rows_in(target, "old." + table)) {
    throw FileError(table + ": not as many rows as before");
  }
  if (!filling && !same_rows(target, table)) throw FileError(table + ": not what was there before");
}

/// Fills the tables of `target`, which are empty, from `old`.
void fill(Database& target, std::span<const Filling> fillings) {
  const std::vector<std::string> before = tables_in(target, "old");
  for (const std::string& table : tables_in(target, "main")) {
    if (table == "history" || is_one_of(cache_tables, table)) continue;
    fill_table(target, table, filling_of(fillings, table), is_one_of(before, table));
  }
  Rows broken = target.query("PRAGMA main.foreign_key_check");
  if (broken.next()) throw FileError(broken.text(0) + ": names what is not there");
}

void drop_tables(Database& target) {
  for (const std::string& table : tables_in(target, "main")) target.script("DROP TABLE main." + table);
}

// Migrate one version at a time.
void attach_as(int version, Database& target, const Held& from) {
  if (from.version == version) return target.run("ATTACH ? AS old", from.path);
  const auto between = open_memory();
  attach_as(version - 1, *between, from);
  make_tables(*between, version);
  fill(*between, versions()[static_cast<std::size_t>(version) - 1].fillings);
  target.script("ATTACH ':memory:' AS old");
  between->copy_pages_to(target, "old");
}

}  // namespace

void carry_over(Database& target, const Held& from) {
  const int ours = schema_version();
  const bool same = from.version == ours;
  attach_as(same ? ours : ours - 1, target, from);
  drop_tables(target);
  make_tables(target, ours);
  fill(target, same ? std::span<const Filling>{} : versions().back().fillings);
}

}  // namespace rel::store
