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

std::optional<FittingTarget> suggested(const History& history) {
  std::vector<Contact> contacts = history.contacts;
  std::ranges::stable_sort(contacts, std::greater(), &Contact::on);
  OwnRhythm rhythm(history.person, history.settings);
  for (const Contact& contact : contacts) {
    if (!rhythm.take(contact)) break;
  }
  return rhythm.fitting();
}

TEST_CASE("a rhythm of six talks, well off the target, is a target of its own") {
  CHECK(suggested(every(45, 6))->rhythm == 45);
  CHECK(suggested(every(45, 6))->days == 42);  // in weeks
  CHECK(suggested(every(60, 6))->days == 60);  // in months of 30 days, from the second on
  CHECK(suggested(every(100, 6))->days == 90);
  CHECK(suggested(every(10, 6))->days == 10);
  CHECK(suggested(every(1, 6))->days == 1);
  CHECK_FALSE(suggested(every(45, 5)));
}

TEST_CASE("a rhythm near the target is none of its own") {
  CHECK_FALSE(suggested(every(39, 6)));
  CHECK(suggested(every(40, 6)));
  CHECK(suggested(every(22, 6)));
  CHECK_FALSE(suggested(every(23, 6)));
}

TEST_CASE("one stretch on the other side of the target: not steadily") {
  History history = every(60, 6);
  history.contacts.push_back(call(10 + 5 * 60 + 20));
  CHECK_FALSE(suggested(history));
}

TEST_CASE("two talks on one day, touches and short calls make no rhythm") {
  History history = every(45, 5);
  history.contacts.push_back(call(10).at(9));
  history.contacts.push_back(chat(240));
  history.contacts.push_back(call(240, 5));
  CHECK_FALSE(suggested(history));
}

TEST_CASE(
    "a rhythm may differ only where six talks are known, nothing changes, and it was not looked at of late") {
  const History history = every(45, 8);
  const Day today = day(10 + 7 * 45 + 30);
  const auto differs = [&](const History& of, Day on) {
    return may_differ(of.person, of.sums(), of.settings, on);
  };
  CHECK(differs(history, today));
  CHECK(differs(every(45, 6), day(10 + 5 * 45 + 30)));
  CHECK_FALSE(differs(every(45, 5), day(10 + 4 * 45 + 30)));
  CHECK_FALSE(differs(every(30, 8), day(10 + 7 * 30 + 20)));
  CHECK_FALSE(differs(history, plus_days(today, 400)));  // that is a silence, no rhythm
  History looked_at = history;
  looked_at.person.considered = plus_days(today, -90);
  CHECK_FALSE(differs(looked_at, today));
  looked_at.person.considered = plus_days(today, -91);
  CHECK(differs(looked_at, today));
  History none = history;
  none.person.tier = Tier::none;
  CHECK_FALSE(differs(none, today));
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
