#include <doctest/doctest.h>

#include "support/circles.hpp"
#include "support/examined.hpp"

namespace rel::test {
namespace {

TEST_CASE("doctor: kept figures and names that are not what they are made of, and are made anew") {
  for (const auto& [sql, where, what] :
       {std::tuple{"UPDATE sums SET quiet_since = quiet_since + 1", "person ann", "kept figures"},
        {"UPDATE sums SET due_on = due_on + 1", "person bo", "kept figures"},
        {"DELETE FROM sums WHERE person = (SELECT id FROM people WHERE handle = 'bo')", "person bo",
         "kept figures"},
        {"DELETE FROM names WHERE key = 'annie'", "person ann", "can't be found by every name"},
        {"UPDATE names SET key = 'x' WHERE key = 'bo' AND rank = 0", "person bo", "can't be found"},
        {"INSERT INTO names VALUES ('cy', 0, 5)", "figures of person 5", "somebody who is not there"},
        {"DELETE FROM made_with", "figures", "nobody knows how the figures were made"},
        {"UPDATE made_with SET rules = '1 2'", "figures", "nobody knows how the figures were made"},
        {"UPDATE made_with SET rules = rules || ' 1'", "figures", "nobody knows how"},
        {"UPDATE made_with SET rules = rules || '1'", "figures", "nobody knows how"},
        {"UPDATE made_with SET rules = replace(rules, '30', '0')", "figures", "nobody knows how"}}) {
    const std::string statement = sql;
    CAPTURE(statement);
    const Examined file;
    CHECK(file.look().empty());
    file.damage(sql);
    const Findings findings = file.look();
    CHECK(finds(findings, where, what));
    for (const Finding& one : findings) CHECK(one.way == Way::remake);
    store::repair_caches(file.path, {});
    CHECK(file.look().empty());
    File store = file.write();
    check_caches(store, file);
  }
}

TEST_CASE("doctor: figures of other settings than those in force are no damage") {
  const Examined file;
  Settings others;
  others.tiers[static_cast<std::size_t>(Tier::high)].target_days = 50;
  const Findings findings = file.look(others);
  REQUIRE(findings.size() == 1);
  CHECK(findings.front().severity == Severity::notice);
  CHECK(findings.front().where == "figures");
  CHECK(findings.front().way == Way::none);
}

TEST_CASE("an examination leaves a reader with the settings that it was opened with") {
  const Examined file;
  Settings others;
  others.tiers[static_cast<std::size_t>(Tier::high)].target_days = 50;
  const Reader reader = file.read(others);
  const std::vector<Person> people = reader.people();
  const std::vector<Sums> before = store::sums_of(reader, people);
  CHECK(store::examine_caches(reader).size() == 1);
  CHECK(store::sums_of(reader, people) == before);
}

TEST_CASE("doctor: an empty file has no figures, and nobody misses them") {
  const StoreFile file;
  static_cast<void>(file.write());
  CHECK(store::examine_file(file.path, {}).empty());
  store::repair_caches(file.folder / "none.db", {});
  CHECK_FALSE(std::filesystem::exists(file.folder / "none.db"));
}

}  // namespace
}  // namespace rel::test
