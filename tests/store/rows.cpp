#include "store/rows.hpp"

#include <doctest/doctest.h>

#include <set>

#include "support/store_file.hpp"

namespace rel::test {
namespace {

std::set<std::string> names_in(std::string_view list) {
  std::set<std::string> names;
  while (!list.empty()) {
    const std::string_view name = list.substr(0, list.find(", "));
    names.emplace(name);
    list.remove_prefix(std::min(list.size(), name.size() + 2));
  }
  return names;
}

/// `others`: the columns that stand for no field.
template <class Row>
void check_columns(const StoreFile& file, std::string_view others = "") {
  const std::string table(row_table<Row>.list);
  CAPTURE(table);
  const auto there = file.raw().column("SELECT name FROM pragma_table_info('" + table + "')");
  std::set<std::string> known = names_in(store::columns<Row>.view());
  CHECK(known.size() == store::column_count<Row>);
  known.merge(names_in(others));
  CHECK(known == std::set<std::string>(there.begin(), there.end()));
}

TEST_CASE("the columns of the fields are those of the tables") {
  const StoreFile file;
  file.write();
  check_columns<Person>(file);
  check_columns<YearlyDate>(file, "person, place");
  check_columns<Contact>(file);
  check_columns<Remark>(file);
  check_columns<Promise>(file);
  check_columns<Snooze>(file);
  check_columns<Review>(file);
  check_columns<Intention>(file, "review, place");
  check_columns<Sums>(file, "due_on, active, person, handle, name, tier, every_days, cools_on");
}

TEST_CASE("statements are put together from the fields, and numbers come from the enumeration") {
  CHECK(store::selection<Review>.view() == "SELECT id, day, since, until FROM reviews");
  CHECK(store::insertion<Review>.view() ==
        "INSERT INTO reviews (id, day, since, until) VALUES (?1, ?2, ?3, ?4)");
  CHECK(store::row_update<Review>.view() ==
        "UPDATE reviews SET (day, since, until) = (?2, ?3, ?4) WHERE id = ?1");
  CHECK(store::figure_columns.view().ends_with(", source, NULL"));
  CHECK(std::string(store::sql<"tier >= ", Tier::high, " AND day < ", 1440>) == "tier >= 2 AND day < 1440");
}

}  // namespace
}  // namespace rel::test
