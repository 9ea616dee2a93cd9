#include "rel/course.hpp"

#include <doctest/doctest.h>

#include "rel/sums.hpp"
#include "support/histories.hpp"

using namespace rel;
using namespace rel::test;

namespace {

/// The silence that the course tells for a day, after the talks of that day.
std::optional<int> silence_on(const std::vector<SilencePoint>& points, Day on) {
  std::optional<int> silence;
  for (const SilencePoint& point : points) {
    if (point.on <= on) silence = point.days + days_between(point.on, on);
  }
  return silence;
}

}  // namespace

TEST_CASE("a silence grows by a day each day and ends with a talk, however short") {
  const Person person = person_in(Tier::high);
  const std::vector<SilencePoint> expected = {{day(5), 0},   {day(10), 5}, {day(10), 0},
                                              {day(20), 10}, {day(20), 0}, {day(30), 10}};
  CHECK(course(person, {call(5), call(10), chat(15), call(20, 1)}, {day(0), day(30)}) == expected);
}

TEST_CASE("what happened before the period is in its beginning, what comes after it is not there") {
  const Person person = person_in(Tier::high);
  const std::vector<SilencePoint> expected = {{day(15), 5}, {day(18), 8}};
  CHECK(course(person, {call(10), call(20)}, {day(15), day(18)}) == expected);
}

TEST_CASE("it begins with the first talk: what was before it nobody knows") {
  CHECK(course(person_in(Tier::high, 5), {chat(3)}, {day(0), day(9)}).empty());
  const std::vector<SilencePoint> expected = {{day(6), 0}, {day(9), 3}};
  CHECK(course(person_in(Tier::high, 5), {call(6)}, {day(0), day(9)}) == expected);
  CHECK(course(person_in(Tier::high, 5), {call(10)}, {day(0), day(9)}).empty());
}

TEST_CASE("a talk remembered when they were added counts") {
  Person person = person_in(Tier::high);
  person.last = day(6);
  const std::vector<SilencePoint> expected = {{day(4), 0}, {day(6), 2}, {day(6), 0}, {day(8), 2}};
  CHECK(course(person, {call(4)}, {day(0), day(8)}) == expected);
}

TEST_CASE("on every day it is the days since the last talk of a replay") {
  Random random(20261121);
  for (int round = 0; round < 300; ++round) {
    const History history = random_history(random);
    const Period period{day(random.between(0, random_days / 2)), day(random_days)};
    const auto points = course(history.person, history.contacts, period);
    for (Day on = period.since; on <= period.until; on = plus_days(on, random.between(1, 40))) {
      CAPTURE(round);
      // A replay of the past knows what is remembered of later already.
      if (history.person.last && *history.person.last > on) continue;
      const auto told = silence_on(points, on);
      const auto last = history.until(on).sums().last_talked();
      REQUIRE(told.has_value() == last.has_value());
      if (last) REQUIRE(*told == days_between(*last, on));
    }
  }
}
