#include "answer/year.hpp"

#include <doctest/doctest.h>

#include "support/histories.hpp"

using namespace rel;
using namespace rel::test;
using namespace rel::commands;

namespace {

const Person ann_lee{.id = ann, .name = "Ann Lee", .tier = Tier::high, .start = day(0)};
const Person bo_chen{.id = bo, .name = "Bo", .tier = Tier::none};

}  // namespace

TEST_CASE("contacts of a period are those from its first to its last day") {
  const auto kept = contacts_in({call(1), call(2), call(5), call(6)}, {day(2), day(5)});
  REQUIRE(kept.size() == 2);
  CHECK(kept.front().on == day(2));
  CHECK(kept.back().on == day(5));
}

TEST_CASE("a day is marked by the tiers of all who were there, the fullest talk of each") {
  const auto days = days_by_tier({call(3, 40).together({ann, bo}), call(3, 5), chat(4), tried(5), call(7, 5)},
                                 {ann_lee, bo_chen});
  REQUIRE(days.size() == 2);
  CHECK(days[0].on == day(3));
  CHECK(days[0].marks == render::Marks{0, 1, 0, 1});
  CHECK(days[0].with == "1970-01-04: Ann Lee, call, 40 min; Bo, call, 40 min; Ann Lee, call, 5 min");
  CHECK(days[1].marks == render::Marks{0, 0.25, 0, 0});
}

TEST_CASE("with one person a day is marked by the ways of talking") {
  Entry lunch = contact(Channel::met, 3);
  lunch.minutes = 60;
  const auto days = days_by_way({call(3, 5), lunch, contact(Channel::email, 3)}, ann_lee);
  REQUIRE(days.size() == 1);
  CHECK(days[0].marks == render::Marks{1, 0.25, 0, 0});
}

TEST_CASE("a course says in days how it stands") {
  const auto shown = course_of(ann_lee, {call(10), call(20, 10)}, {day(0), day(30)}, {});
  CHECK(shown.target == 30);
  CHECK(shown.note == "10 days; you wanted 30");  // since the last talk, however short
  CHECK(course_of(bo_chen, {}, {day(0), day(30)}, {}).note.empty());
}
