#include "store/content.hpp"

#include <sqlite3.h>

#include <array>

#include "store/schema.hpp"

namespace rel::store {

namespace {

// In the order of recorded_tables, each by its key.
constexpr std::array all_rows = {"SELECT * FROM people ORDER BY id",
                                 "SELECT * FROM details ORDER BY person, kind, place",
                                 "SELECT * FROM dates ORDER BY person, place",
                                 "SELECT * FROM contacts ORDER BY id",
                                 "SELECT * FROM companions ORDER BY person, contact",
                                 "SELECT * FROM remarks ORDER BY id",
                                 "SELECT * FROM promises ORDER BY id",
                                 "SELECT * FROM snoozes ORDER BY id",
                                 "SELECT * FROM reviews ORDER BY id",
                                 "SELECT * FROM intentions ORDER BY review, place"};
static_assert(all_rows.size() == recorded_tables.size());

void add_cell(Hash& hash, const Rows& rows, int column) {
  const int type = rows.type(column);
  hash.add_number(type);
  if (type == SQLITE_INTEGER) hash.add_number(rows.id(column));
  if (type == SQLITE_TEXT) hash.add_text(rows.view(column).data(), rows.view(column).size());
}

}  // namespace

Bytes content_hash(Database& database) {
  Hash hash;
  for (std::size_t table = 0; table < all_rows.size(); ++table) {
    hash.add_number(static_cast<std::int64_t>(table));
    Rows rows = database.query(all_rows[table]);
    while (rows.next()) {
      for (int column = 0; column < rows.columns(); ++column) add_cell(hash, rows, column);
    }
  }
  return hash.finish();
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
