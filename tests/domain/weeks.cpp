#include "rel/weeks.hpp"

#include <doctest/doctest.h>

#include <numeric>

#include "support/histories.hpp"

namespace rel::test {
namespace {

const Person someone = person_in(Tier::high);

TEST_CASE("weeks: oldest first, the last one ends with the day") {
  const auto weeks = weeks_until(day(20), 3, someone, {});
  REQUIRE(weeks.size() == 3);
  CHECK(weeks[0] == Week{.first = day(0)});
  CHECK(weeks[1] == Week{.first = day(7)});
  CHECK(weeks[2] == Week{.first = day(14)});
  CHECK(weeks_until(day(20), 0, someone, {call(20)}).empty());
}

TEST_CASE("weeks: a contact counts in the week of its day, none outside of them") {
  const auto weeks =
      weeks_until(day(20), 2, someone, {call(6), call(7), call(13), call(14), call(20), call(21)});
  CHECK(weeks[0].conversations == 2);
  CHECK(weeks[1].conversations == 2);
}

TEST_CASE("weeks: conversations with credit and minutes, touches without") {
  const auto weeks = weeks_until(
      day(6), 1, someone,
      {call(0, 60), call(1, 5), chat(2), chat(2).real(), call(3, 60).a_touch(), contact(Channel::hello, 4)});
  CHECK(weeks[0].conversations == 3);
  CHECK(weeks[0].credit == doctest::Approx(1 + 0.25 + 1));
  CHECK(weeks[0].minutes == 60 + 5 + 30);  // a length that is not known is half an hour
  CHECK(weeks[0].touches == 3);
}

TEST_CASE("weeks: tries and missed calls are neither") {
  CHECK(weeks_until(day(6), 1, someone, {tried(1), missed(2)}).front() == Week{.first = day(0)});
  CHECK(weeks_until(day(6), 1, someone, {chat(2).owed()}).front().touches == 1);
}

TEST_CASE("within the target: whether they had talked no longer ago than that at the end of each week") {
  Person monthly = person_in(Tier::high, 10);
  const std::vector<Contact> talks = {call(30)};
  const auto within = [&](const Person& person) {
    return within_target(weeks_until(day(76), 11, person, talks), person, talks, {});
  };
  // Weeks end on days 6, 13, … 76: before the first talk, within, and beyond day 60.
  CHECK(within(monthly) ==
        std::vector<bool>{false, false, false, false, true, true, true, true, false, false, false});
  // A talk that was remembered counts from its day on.
  monthly.start = day(5);
  monthly.last = day(50);
  CHECK(within(monthly) ==
        std::vector<bool>{false, false, false, false, true, true, true, true, true, true, true});
  monthly.every_days = 7;
  CHECK(within(monthly) ==
        std::vector<bool>{false, false, false, false, true, false, false, true, false, false, false});
}

TEST_CASE("within the target: a talk that was remembered counts on its own day, the last of a week") {
  Person monthly = person_in(Tier::high, 5);
  monthly.last = day(48);
  const auto within = within_target(weeks_until(day(55), 3, monthly, {}), monthly, {}, {});
  CHECK(within == std::vector<bool>{false, true, true});  // on days 41, 48 and 55
}

TEST_CASE("weeks: all contacts of the time are in exactly one") {
  for (int number = 1; number <= 10'000; ++number) {
    CAPTURE(number);
    Random random(static_cast<std::uint64_t>(number));
    const History history = random_history(random);
    const Sums sums = history.sums();
    const int count = random.between(random_days / 7 + 1, 300);
    const auto weeks = weeks_until(day(random_days), count, history.person, history.contacts);
    const auto add = [](int sum, const Week& week) { return sum + week.conversations; };
    REQUIRE(std::accumulate(weeks.begin(), weeks.end(), 0, add) == sums.conversations);
  }
}

}  // namespace
}  // namespace rel::test
