#include "store/content.hpp"

#include <doctest/doctest.h>

#include "store/open.hpp"
#include "support/store_file.hpp"

namespace rel::test {
namespace {

using store::content_sum;
using store::extent_of;

store::ContentSum sum_of(const StoreFile& file) {
  return content_sum(*store::open_to_read(file.path));
}

/// A file with a row in every recorded table.
struct Full : StoreFile {
  Id ann = 0;
  Full() {
    File store = write();
    Person person = someone("ann", "Ann Lee");
    person.aliases = {"annie"};
    person.dates = {{"birthday", 4, 12, std::nullopt}};
    ann = added(store, person);
    const Id bo = added(store, someone("bo"));
    added(store, Contact{.with = {ann, bo}, .note = "a walk"});
    added(store, Remark{.person = ann, .text = "nuts"});
    added(store, Promise{.person = ann, .text = "a book"});
    added(store, Snooze{.person = ann});
    added(store, Review{.intentions = {{ann, "more walks"}}});
  }
};

TEST_CASE("the sum is the same for the same content") {
  const Full file;
  CHECK(sum_of(file) != store::ContentSum{});
  CHECK(sum_of(file) == sum_of(file));
}

TEST_CASE("every value of every recorded table counts") {
  const Full file;
  const store::ContentSum before = sum_of(file);
  Raw raw = file.raw();
  raw.run("PRAGMA foreign_keys = OFF");
  for (const std::string& table : users_tables) {
    for (const std::string& column : raw.column("SELECT name FROM pragma_table_info('" + table + "')")) {
      CAPTURE(table);
      CAPTURE(column);
      const std::string type =
          raw.text("SELECT type FROM pragma_table_info('" + table + "') WHERE name = '" + column + "'");
      raw.run("BEGIN; PRAGMA ignore_check_constraints = ON");
      raw.run("UPDATE " + table + " SET " + column + " = " +
              (type == "TEXT" ? "coalesce(" + column + ", '') || 'x'" : "coalesce(" + column + ", 0) + 7"));
      raw.run("COMMIT");
      CHECK(sum_of(file) != before);
      raw.run("UPDATE " + table + " SET " + column + " = " +
              (type == "TEXT" ? "substr(" + column + ", 1, length(" + column + ") - 1)" : column + " - 7"));
    }
  }
}

TEST_CASE("how the pages lie, the caches and the history do not count") {
  const Full file;
  const store::ContentSum before = sum_of(file);
  Raw raw = file.raw();
  raw.run("DELETE FROM history");
  raw.run("DELETE FROM names");
  raw.run("DELETE FROM sums");
  raw.run("PRAGMA page_size = 8192");
  raw.run("VACUUM");
  CHECK(sum_of(file) == before);
}

TEST_CASE("nothing, an empty text and 0 are three things, a text does not run into the next") {
  const StoreFile file;
  File store = file.write();
  Person ann = someone("ann");
  added(store, ann);
  std::set<std::pair<std::uint64_t, std::uint64_t>> seen;
  for (const char* values : {"NULL, NULL", "'', NULL", "'', ''", "'a', 'b'", "'ab', ''", "'', 'ab'"}) {
    file.raw().run(
        std::string("DELETE FROM snoozes; INSERT INTO snoozes (id, day, until, counted, agreed, why)"
                    " VALUES (1, 1, 1, 1, ") +
        values + ")");
    const store::ContentSum sum = sum_of(file);
    seen.emplace(sum.low, sum.high);
  }
  CHECK(seen.size() == 6);
}

TEST_CASE("the extent counts people, and entries of every kind") {
  const Full file;
  const store::Extent extent = extent_of(*store::open_to_read(file.path));
  CHECK(extent.people == 2);
  CHECK(extent.entries == 5);
}

}  // namespace
}  // namespace rel::test
