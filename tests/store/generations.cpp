#include "store/generations.hpp"

#include <doctest/doctest.h>

#include <algorithm>

namespace rel::test {
namespace {

using store::kept_generations;
using namespace date::literals;

constexpr Day today = 2026_y / 11 / 22;  // a Sunday: its week began on the 16th

std::vector<Day> days_ago(const std::vector<int>& days) {
  std::vector<Day> all;
  for (const int n : days) all.push_back(plus_days(today, -n));
  return all;
}

std::vector<int> kept_of(const std::vector<int>& ages) {
  const std::vector<bool> kept = kept_generations(days_ago(ages));
  std::vector<int> left;
  for (std::size_t i = 0; i < ages.size(); ++i) {
    if (kept[i]) left.push_back(ages[i]);
  }
  return left;
}

TEST_CASE("few are all kept") {
  CHECK(kept_of({}).empty());
  CHECK(kept_of({0}) == std::vector{0});
  CHECK(kept_of({0, 0, 0}) == std::vector{0, 0, 0});
}

TEST_CASE("of one day: the three newest") {
  CHECK(kept_of({0, 0, 0, 0, 0}) == std::vector{0, 0, 0});
}

TEST_CASE("one a day: seven days, and the newest of the two weeks before that are not among them") {
  std::vector<int> ages;
  for (int age = 0; age < 60; ++age) ages.push_back(age);
  // Sundays end a week; 0 to 6 are the first week, its newest is 0.
  CHECK(kept_of(ages) == std::vector{0, 1, 2, 3, 4, 5, 6, 7, 14, 21});
}

TEST_CASE("days and weeks without a copy do not count") {
  CHECK(kept_of({0, 30, 60, 90, 120, 150, 180, 210, 240}) == std::vector{0, 30, 60, 90, 120, 150, 180});
}

TEST_CASE("copies made day after day stay within their number, and reach back three weeks") {
  std::vector<Day> days;
  for (int n = 0; n < 400; ++n) {
    days.insert(days.begin(), 2, plus_days(today, n));
    const std::vector<bool> kept = kept_generations(days);
    std::vector<Day> left;
    for (std::size_t i = 0; i < days.size(); ++i) {
      if (kept[i]) left.push_back(days[i]);
    }
    days = left;
    REQUIRE(days.size() <= store::newest_kept + store::days_kept + store::weeks_kept);
    if (n > 28) REQUIRE(days_between(days.back(), days.front()) >= 15);
  }
}

}  // namespace
}  // namespace rel::test
