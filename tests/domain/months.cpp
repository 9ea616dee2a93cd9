#include "rel/months.hpp"

#include <doctest/doctest.h>

#include "support/histories.hpp"

using namespace rel;
using namespace rel::test;

namespace {

Day iso_day(const char* text) {
  return *day_from_iso(text);
}

}  // namespace

TEST_CASE("months are those of the calendar, the last one ends with the day") {
  const auto months = months_until(iso_day("2024-03-05"), 3);
  const std::vector<Period> expected = {{iso_day("2024-01-01"), iso_day("2024-01-31")},
                                        {iso_day("2024-02-01"), iso_day("2024-02-29")},
                                        {iso_day("2024-03-01"), iso_day("2024-03-05")}};
  CHECK(months == expected);
  CHECK(whole(months) == Period{iso_day("2024-01-01"), iso_day("2024-03-05")});
  CHECK(months_until(iso_day("2025-12-31"), 12).front().since == iso_day("2025-01-01"));
}

TEST_CASE("minutes of conversations count in their month and way") {
  const std::vector<Person> people = {person_in(Tier::high)};
  const auto months = months_until(iso_day("1970-02-28"), 2);
  Entry lunch = contact(Channel::met, 3);
  lunch.minutes = 50;
  Entry letter = contact(Channel::letter, 40).real();
  letter.minutes = 15;
  Entry stranger = call(5).together({bo});
  const auto talks =
      talks_by_month(months, {lunch, call(30, 5), call(31, 7), chat(4), tried(6), stranger, letter, call(90)},
                     by_id(people));
  REQUIRE(talks.size() == 2);
  CHECK(talks[0].minutes == std::array{50, 5, 0, 0});
  CHECK(talks[0].total() == 55);
  CHECK(talks[1].minutes == std::array{0, 7, 0, 15});
}

TEST_CASE("a talk whose length is not known counts as the half hour that the model takes it for") {
  const std::vector<Person> people = {person_in(Tier::high)};
  const auto talks = talks_by_month(months_until(day(20), 1), {contact(Channel::video, 3)}, by_id(people));
  CHECK(talks[0].minutes == std::array{0, 0, 30, 0});
}
