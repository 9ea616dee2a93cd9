#include <doctest/doctest.h>

#include "support/store_file.hpp"

namespace rel::test {
namespace {

TEST_CASE("absences are those of everyone, of the days until that of a look back") {
  const StoreFile file;
  Store store = file.write();
  const Id ann = added(store, someone("ann"));
  Snooze away = snooze(10, 20);
  away.person.reset();
  added(store, away);
  away.on = day(5);
  added(store, away);
  added(store, of(ann, snooze(10, 20)));
  const auto days = [&](std::optional<int> until) {
    Store reading = file.read();
    if (until) reading.look_back_to(day(*until));
    std::vector<Day> found;
    for (const Snooze& one : reading.absences()) found.push_back(one.on);
    return found;
  };
  CHECK(days({}) == std::vector<Day>{day(5), day(10)});
  CHECK(days(10) == std::vector<Day>{day(5), day(10)});
  CHECK(days(9) == std::vector<Day>{day(5)});
}

TEST_CASE("reviews are those done until the day of a look back, in the order of their days") {
  const StoreFile file;
  Store store = file.write();
  for (const int on : {40, 30}) added(store, Review{.on = day(on), .since = day(0), .until = day(on)});
  const auto days = [&](std::optional<int> until) {
    Store reading = file.read();
    if (until) reading.look_back_to(day(*until));
    std::vector<Day> found;
    for (const Review& one : reading.reviews()) found.push_back(one.on);
    return found;
  };
  CHECK(days({}) == std::vector<Day>{day(30), day(40)});
  CHECK(days(40) == std::vector<Day>{day(30), day(40)});
  CHECK(days(39) == std::vector<Day>{day(30)});
}

}  // namespace
}  // namespace rel::test
