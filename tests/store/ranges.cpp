// What stands in the user's own tables is looked at where it is read.
#include <doctest/doctest.h>

#include "base/errors.hpp"
#include "support/examined.hpp"

namespace rel::test {
namespace {

/// A column, and how a row of it is named.
struct Column {
  std::string table;
  std::string name;
  std::string row;
};

const std::vector<Column> columns = {{"people", "tier", "person "},
                                     {"people", "every_days", "person "},
                                     {"people", "added", "person "},
                                     {"people", "last", "person "},
                                     {"people", "start", "person "},
                                     {"people", "considered", "person "},
                                     {"people", "archived", "person "},
                                     {"people", "deceased", "person "},
                                     {"details", "kind", "details of person "},
                                     {"dates", "month", "dates of person ann"},
                                     {"dates", "day", "dates of person ann"},
                                     {"dates", "year", "dates of person ann"},
                                     {"contacts", "companions", "contact "},
                                     {"contacts", "others", "contact "},
                                     {"contacts", "day", "contact "},
                                     {"contacts", "time", "contact "},
                                     {"contacts", "channel", "contact "},
                                     {"contacts", "minutes", "contact "},
                                     {"contacts", "began", "contact "},
                                     {"contacts", "depth", "contact "},
                                     {"contacts", "counts", "contact "},
                                     {"contacts", "kind", "contact "},
                                     {"contacts", "answered", "contact "},
                                     {"contacts", "guessed", "contact "},
                                     {"remarks", "heard", "remark "},
                                     {"remarks", "ask_on", "remark "},
                                     {"remarks", "used", "remark "},
                                     {"remarks", "done", "remark "},
                                     {"promises", "mine", "promise "},
                                     {"promises", "given", "promise "},
                                     {"promises", "due", "promise "},
                                     {"promises", "kept", "promise "},
                                     {"promises", "dropped", "promise "},
                                     {"snoozes", "day", "snooze "},
                                     {"snoozes", "until", "snooze "},
                                     {"snoozes", "counted", "snooze "},
                                     {"reviews", "day", "review "},
                                     {"reviews", "since", "review "},
                                     {"reviews", "until", "review "}};

// The last three are small numbers to whoever looks at 32 bits of them only.
const std::vector<std::string> impossible = {"-2147483648", "2147483647", "4611686018427387904",
                                             "-4611686018427387904", "4294967297"};

void read_all(const Reader& store) {
  store.people();
  store.each_contact([](const Contact&) {});
  store.each_remark([](const Remark&) {});
  store.each_promise([](const Promise&) {});
  store.each_snooze([](const Snooze&) {});
  store.reviews();
}

TEST_CASE("a figure that no command writes is refused where it is read, by name, and the doctor finds it") {
  for (const Column& column : columns) {
    for (const std::string& value : impossible) {
      CAPTURE(column.table);
      CAPTURE(column.name);
      CAPTURE(value);
      const Examined file;
      file.damage("UPDATE " + column.table + " SET " + column.name + " = " + value);
      const Findings findings = file.look();
      CHECK(
          std::ranges::any_of(findings, [](const Finding& one) { return one.severity == Severity::error; }));
      Reader store = file.read();
      const std::string says = column.name + " is what no command writes";
      CHECK_THROWS_WITH_AS(read_all(store), doctest::Contains(says.c_str()), FileError);
      CHECK_THROWS_WITH_AS(read_all(store), doctest::Contains((": is damaged: " + column.row).c_str()),
                           FileError);
    }
  }
}

TEST_CASE("what is kept of somebody who is not there is damage") {
  const Examined file;
  file.damage("PRAGMA foreign_keys = OFF; UPDATE details SET person = -1");
  Reader store = file.read();
  CHECK_THROWS_WITH_AS(
      store.people(), doctest::Contains("details of person -1: person is what no command writes"), FileError);
}

TEST_CASE("the time of a command is one of our days") {
  const Examined file;
  file.damage("UPDATE history SET at = 9223372036854775807");
  Reader store = file.read();
  CHECK_THROWS_AS(store.last_change_ms(), FileError);
  CHECK_THROWS_AS(store.steps(10), FileError);
}

}  // namespace
}  // namespace rel::test
