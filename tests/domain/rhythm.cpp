#include <doctest/doctest.h>

#include "rel/review.hpp"
#include "support/histories.hpp"

namespace rel::test {
namespace {

/// Talks every so many days from day 10 on; the target is 30.
History every(int days, int count) {
  History history;
  for (int i = 0; i < count; ++i) history.contacts.push_back(call(10 + i * days));
  return history;
}

std::optional<double> gap_of(const History& history, int today) {
  MeanGap gap(history.person, history.sums().start, day(today));
  for (const Contact& contact : history.contacts) gap.take(contact);
  return gap.days();
}

TEST_CASE("the mean gap: half a year by its talks, each as far as it was one") {
  CHECK(gap_of(every(7, 60), 10 + 59 * 7).value() == doctest::Approx(7));
  CHECK(gap_of(every(14, 30), 10 + 29 * 14).value() == doctest::Approx(14));
  History half = every(7, 60);
  for (Contact& one : half.contacts) one.minutes = 10;
  CHECK(gap_of(half, 10 + 59 * 7).value() == doctest::Approx(14));
}

TEST_CASE("the mean gap: to today, so that a silence counts") {
  const History history = every(10, 10);                              // days 10 to 100
  CHECK(gap_of(history, 260).value() == doctest::Approx(182 / 3.0));  // days 80, 90 and 100
  CHECK_FALSE(gap_of(history, 262));
}

TEST_CASE("the mean gap: of a younger record its days") {
  History history = every(10, 6);
  history.person = person_in(Tier::high, 0);
  CHECK(gap_of(history, 60).value() == doctest::Approx(60 / 6.0));
}

TEST_CASE("the mean gap: touches and what is to come count for nothing") {
  History history = every(10, 2);
  history.contacts.push_back(chat(30));
  history.contacts.push_back(call(300));
  CHECK_FALSE(gap_of(history, 100));
}

TEST_CASE("a gap more than a third off the target makes one that would fit, as one would say it") {
  CHECK_FALSE(fitting_target({}, 30));
  CHECK_FALSE(fitting_target(40, 30));
  CHECK(fitting_target(40.1, 30)->days == 42);
  CHECK_FALSE(fitting_target(20, 30));
  CHECK(fitting_target(19.9, 30)->days == 21);
  CHECK(fitting_target(9.8, 30)->days == 10);
  CHECK(fitting_target(65, 30)->days == 60);
  CHECK(fitting_target(0.3, 30)->days == 1);
  CHECK_FALSE(fitting_target(0.3, 1));
  CHECK(fitting_target(45, 30)->rhythm == 45);
}

TEST_CASE("another target is told where three talks are known, and the target was not looked at of late") {
  const History history = every(45, 3);
  const Day today = day(200);
  const auto differs = [&](const History& of) { return may_differ(of.person, of.sums(), today); };
  CHECK(differs(history));
  CHECK_FALSE(differs(every(45, 2)));
  History looked_at = history;
  looked_at.person.considered = plus_days(today, -90);
  CHECK_FALSE(differs(looked_at));
  looked_at.person.considered = plus_days(today, -91);
  CHECK(differs(looked_at));
  History none = history;
  none.person.tier = Tier::none;
  CHECK_FALSE(differs(none));
}

TEST_CASE("overdue from the day on which the silence is as long as the target") {
  const History history = every(45, 1);
  CHECK(overdue_from(history.person, history.sums(), history.settings) == day(40));
  History archived = history;
  archived.person.archived = true;
  CHECK_FALSE(overdue_from(archived.person, archived.sums(), archived.settings));
}

TEST_CASE("old after more than 183 days") {
  Person person = person_in(Tier::high);
  person.considered = day(0);
  CHECK_FALSE(is_old(person, day(183)));
  CHECK(is_old(person, day(184)));
  person.tier = Tier::none;
  CHECK_FALSE(is_old(person, day(184)));
}

}  // namespace
}  // namespace rel::test
