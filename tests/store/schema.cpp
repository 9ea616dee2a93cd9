#include "store/schema.hpp"

#include <doctest/doctest.h>

#include <set>

#include "support/store_file.hpp"

namespace rel::test {
namespace {

std::string schema_in(Raw& raw) {
  std::string text;
  for (const std::string& statement :
       raw.column("SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY rowid")) {
    text += '\n' + statement + ';';
  }
  return text + '\n';
}

std::set<std::string> tables_in(Raw& raw) {
  const auto names = raw.column("SELECT name FROM sqlite_schema WHERE type = 'table'");
  return {names.begin(), names.end()};
}

/// A new file with nobody in it.
struct NewFile : StoreFile {
  NewFile() { write(); }
};

TEST_CASE("a new file has the schema, the version and the mark of this program") {
  const NewFile file;
  Raw raw = file.raw();
  CHECK(schema_in(raw) == store::schema_text(store::schema_version()));
  CHECK(raw.number("PRAGMA user_version") == store::schema_version());
  CHECK(raw.number("PRAGMA application_id") == store::application_id);
  CHECK(raw.text("PRAGMA journal_mode") == "delete");
  CHECK(raw.text("PRAGMA integrity_check") == "ok");
}

TEST_CASE("the schema reads the same after VACUUM, and the file still opens") {
  const NewFile file;
  Raw raw = file.raw();
  raw.run("VACUUM");
  CHECK(schema_in(raw) == store::schema_text(store::schema_version()));
  CHECK(File::open_to_read(file.path, {}));
}

TEST_CASE("every table is recorded, or known to be a cache or the history itself") {
  const NewFile file;
  Raw raw = file.raw();
  std::set<std::string> known(users_tables.begin(), users_tables.end());
  CHECK(known.size() == users_tables.size());
  known.insert({"sums", "names", "made_with", "history"});
  CHECK(tables_in(raw) == known);
}

// What SQLite's session extension asks for, or else skips in silence or can't take back.
TEST_CASE("recorded tables have a NOT NULL key, nothing cascades, nothing is triggered") {
  const NewFile file;
  Raw raw = file.raw();
  for (const std::string& table : users_tables) {
    CAPTURE(table);
    const std::string key = " FROM pragma_table_info('" + table + "') WHERE pk > 0";
    CHECK(raw.number("SELECT count(*)" + key) > 0);
    CHECK(raw.number("SELECT count(*)" + key + " AND \"notnull\" = 0") == 0);
    CHECK(raw.number("SELECT count(*) FROM pragma_foreign_key_list('" + table +
                     "') WHERE on_delete <> 'NO ACTION' OR on_update <> 'NO ACTION'") == 0);
  }
  CHECK(raw.number("SELECT count(*) FROM sqlite_schema WHERE type IN ('trigger', 'view')") == 0);
}

TEST_CASE("caches point to nobody: undo may take a person away before their sums") {
  const NewFile file;
  Raw raw = file.raw();
  for (const char* cache : {"sums", "names", "made_with"}) {
    CHECK(raw.number("SELECT count(*) FROM pragma_foreign_key_list('" + std::string(cache) + "')") == 0);
  }
}

TEST_CASE("all tables are strict: a value of the wrong type is refused") {
  const NewFile file;
  Raw raw = file.raw();
  CHECK(raw.number("SELECT count(*) FROM pragma_table_list WHERE schema = 'main' AND NOT strict"
                   " AND name NOT LIKE 'sqlite_%'") == 0);
}

TEST_CASE("values outside the vocabulary are refused") {
  const StoreFile file;
  File store = file.write();
  const std::string id = std::to_string(added(store, someone("ann")));
  added(store, Contact{.with = {std::stoll(id)}});
  Raw raw = file.raw();
  for (const char* wrong :
       {"UPDATE people SET tier = 4", "UPDATE people SET every_days = 0", "UPDATE people SET archived = 2",
        "UPDATE contacts SET channel = 10", "UPDATE contacts SET minutes = 1441",
        "UPDATE contacts SET time = 1440", "UPDATE contacts SET others = -1", "UPDATE contacts SET began = 2",
        "UPDATE contacts SET depth = 3", "UPDATE contacts SET counts = 2", "UPDATE contacts SET kind = 4",
        "INSERT INTO made_with VALUES (2, '')",
        "INSERT INTO dates SELECT id, 0, '', 13, 1, NULL, 0 FROM people",
        "INSERT INTO dates SELECT id, 0, '', 1, 32, NULL, 0 FROM people"}) {
    CAPTURE(wrong);
    CHECK_THROWS_AS(raw.run(wrong), SQLite::Exception);
  }
}

}  // namespace
}  // namespace rel::test
