#include "rel/soft.hpp"

#include <doctest/doctest.h>

#include "rel/measures.hpp"
#include "support/histories.hpp"

namespace rel::test {
namespace {

std::optional<Sign> sign_of(const Facts& facts, int today) {
  const auto found = soft_sign(facts, {.today = day(today)});
  return found ? std::optional(found->sign) : std::nullopt;
}

std::optional<Sign> sign_of(const History& history, int today) {
  return sign_of(history.facts(), today);
}

/// Talks every three days until day 60, with someone of whom a talk a quarter is wanted.
History frequent() {
  History history{.person = person_in(Tier::moderate)};
  for (int on = 0; on <= 60; on += 3) history.contacts.push_back(call(on));
  return history;
}

TEST_CASE("soft signs have the names of JSON") {
  CHECK(word(Sign::cooling) == "cooling");
  CHECK(word(Sign::messages) == "messages");
  CHECK(word(Sign::owed) == "owed");
}

TEST_CASE("cooling: told for the week that begins on the day on which the silence becomes unusual") {
  const History history = frequent();
  const int from = day_number(cooling_from(history.sums()).value());
  REQUIRE(from < 60 + 90);
  CHECK_FALSE(sign_of(history, from - 1));
  for (int today = from; today < from + 7; ++today) CHECK(sign_of(history, today) == Sign::cooling);
  CHECK_FALSE(sign_of(history, from + 7));
}

TEST_CASE("cooling: nobody of whom a clock rings") {
  History history = frequent();
  const int from = day_number(cooling_from(history.sums()).value());
  history.promises = {promise(60, from)};
  CHECK_FALSE(sign_of(history, from));
  history = frequent();
  history.person.every_days = 10;
  CHECK_FALSE(sign_of(history, day_number(cooling_from(history.sums()).value())));
}

TEST_CASE("cooling: not before three talks (N), not in tier none, not for those who are out of it") {
  History few{.contacts = {call(0), call(1), call(2)}};
  few.person.every_days = 300;
  for (int today = 3; today < 300; ++today) CHECK_FALSE(sign_of(few, today));
  const int from = day_number(cooling_from(frequent().sums()).value());
  for (bool Person::*out : {&Person::archived, &Person::deceased}) {
    History history = frequent();
    history.person.*out = true;
    CHECK_FALSE(sign_of(history, from));
  }
  History none = frequent();
  none.person.tier = Tier::none;
  CHECK_FALSE(sign_of(none, from));
}

TEST_CASE("messages: five since they last talked, the latest within a week, and no silence that rings") {
  History written{.contacts = {chat(0), call(1, 5), chat(2), chat(3), chat(4), chat(5)}};
  CHECK_FALSE(sign_of(written, 6));
  written.contacts.push_back(chat(6));
  CHECK(sign_of(written, 6) == Sign::messages);
  CHECK(sign_of(written, 12) == Sign::messages);
  CHECK_FALSE(sign_of(written, 13));
  written.contacts.push_back(chat(40));
  CHECK_FALSE(sign_of(written, 40));  // 39 days of 30, less the brief talk
}

Promise theirs(int by) {
  Promise made = promise(0, by);
  made.mine = false;
  made.id = by;
  return made;
}

TEST_CASE("owed: a promise of theirs, for a week from the day after its own, the oldest first") {
  History history{.contacts = {call(99)}};
  history.promises = {theirs(100)};
  CHECK_FALSE(sign_of(history, 100));
  CHECK(sign_of(history, 101) == Sign::owed);
  CHECK(sign_of(history, 107) == Sign::owed);
  CHECK_FALSE(sign_of(history, 108));
  history.promises = {theirs(102), theirs(101)};
  CHECK(soft_sign(history.facts(), {.today = day(103)})->promise->id == 101);
  history.person.tier = Tier::none;
  CHECK(sign_of(history, 103) == Sign::owed);
  Promise someday = theirs(100);
  someday.by.reset();
  history.promises = {someday};
  for (int today = 99; today < 120; ++today) CHECK_FALSE(sign_of(history, today));
}

Facts named(History history, const std::string& name) {
  history.person.name = name;
  return history.facts();
}

TEST_CASE("signs in the order of their worth: tier, the smaller p, more messages, the older promise") {
  const auto written = [](Tier tier, int messages) {
    History history{.person = person_in(tier), .contacts = {call(99)}};
    for (int i = 0; i < messages; ++i) history.contacts.push_back(chat(100).numbered(200 + i));
    return history;
  };
  const auto owes = [](int by) {
    History history{.person = person_in(Tier::moderate), .contacts = {call(99)}};
    history.promises = {theirs(by)};
    return history;
  };
  History cools{.person = person_in(Tier::moderate)};
  for (int on = 35; on <= 55; ++on) cools.contacts.push_back(call(on));
  const int today = 100;
  REQUIRE(sign_of(cools, today) == Sign::cooling);
  const std::vector<Facts> people = {named(owes(98), "younger"),
                                     named(owes(96), "older"),
                                     named(written(Tier::moderate, 5), "five"),
                                     named(written(Tier::moderate, 9), "nine"),
                                     named(cools, "cools"),
                                     named(written(Tier::high, 5), "high"),
                                     named({.contacts = {call(99)}}, "nothing")};
  std::vector<std::string> names;
  for (const SoftSign& one : soft_signs(people, {.today = day(today)}))
    names.push_back(one.facts.person.name);
  CHECK(names == std::vector<std::string>{"high", "cools", "nine", "five", "older", "younger"});
}

TEST_CASE("signs on random histories: never of someone who is due, and each for its own week") {
  std::array<int, 3> found{};
  for (int number = 1; number <= 10'000; ++number) {
    CAPTURE(number);
    Random random(static_cast<std::uint64_t>(number));
    History history = random_history(random);
    for (Promise& one : history.promises) one.mine = random.one_in(2);
    for (int back = 0; back < 6; ++back)
      history.contacts.push_back(call(1200 - 5 * back).numbered(4000 + back));
    for (int left = random.between(0, 6); left > 0; --left)
      history.contacts.push_back(chat(random.between(1200, 1300)).numbered(5000 + left));
    const Facts facts = history.facts();
    const Day soon = cooling_from(facts.sums).value_or(day(1300));
    const DueRules rules{.today = plus_days(random.one_in(2) ? soon : day(1300), random.between(0, 10)),
                         .settings = history.settings};
    const auto sign = soft_sign(facts, rules);
    if (!sign) continue;
    ++found[static_cast<std::size_t>(sign->sign)];
    REQUIRE_FALSE(assess(facts, rules));
    if (sign->sign != Sign::cooling) continue;
    const auto p = [&](int days_before) {
      return usualness(facts.sums, facts.sums.silence(plus_days(rules.today, -days_before)).value());
    };
    REQUIRE(p(0) < rare);
    REQUIRE(p(days_of_sign) >= rare);
  }
  for (const int count : found) REQUIRE(count > 0);
}

// Quiet for long.

std::optional<DueItem> item_of(const History& history, int today) {
  return assess(history.facts(), {.today = day(today)});
}

TEST_CASE("quiet for long: due by silence for more than 60 days, and more than two targets") {
  History monthly{.contacts = {call(0)}};
  CHECK_FALSE(quiet_for_long(*item_of(monthly, 90)));
  CHECK(quiet_for_long(*item_of(monthly, 91)));
  History quarterly{.person = person_in(Tier::moderate), .contacts = {call(0)}};
  CHECK_FALSE(quiet_for_long(*item_of(quarterly, 270)));
  CHECK(quiet_for_long(*item_of(quarterly, 271)));
  History weekly{.person = person_in(Tier::very_high), .contacts = {call(0)}};
  CHECK_FALSE(quiet_for_long(*item_of(weekly, 67)));
  CHECK(quiet_for_long(*item_of(weekly, 68)));
}

TEST_CASE("quiet for long: not since a brief talk, though the silence rings on") {
  History monthly{.contacts = {call(0), call(280, 5)}};
  CHECK(item_of(monthly, 340)->silence_due);
  CHECK_FALSE(quiet_for_long(*item_of(monthly, 340)));
  CHECK(quiet_for_long(*item_of(monthly, 341)));
}

TEST_CASE("quiet for long: back in the list while something with a day rings") {
  History monthly{.contacts = {call(0)}};
  monthly.promises = {promise(80, 95)};
  CHECK(quiet_for_long(*item_of(monthly, 94)));
  CHECK_FALSE(quiet_for_long(*item_of(monthly, 95)));
}

TEST_CASE("quiet for long: one of them is named each day, in turn by name") {
  const auto quiet = [](const std::string& name, int today) {
    History history{.contacts = {call(0)}};
    history.person.name = name;
    return *item_of(history, today);
  };
  CHECK(named_of_long({}, day(200)) == nullptr);
  std::vector<std::string> named;
  for (int today = 200; today < 204; ++today) {
    const std::vector<DueItem> list = {quiet("Cy", today), quiet("Ann", today), quiet("Bo", today)};
    named.push_back(named_of_long(list, day(today))->facts.person.name);
  }
  CHECK(named == std::vector<std::string>{"Cy", "Ann", "Bo", "Cy"});  // 200 mod 3 = 2
}

// This week.

TEST_CASE("the week ahead: dates and meetings of the next six days, not of today") {
  History history{.snoozes = {agreed(90, 103, "dinner"), agreed(90, 107), agreed(90, 100)}};
  history.person.dates = {{.name = "birthday", .month = 4, .day = 12},
                          {.name = "wedding", .month = 4, .day = 18}};
  const std::vector<WeekDay> week = week_ahead({history.facts()}, {.today = day(100)});  // 11 April
  REQUIRE(week.size() == 2);
  CHECK(week[0].on == day(101));
  CHECK(week[0].item.clock == Clock::date);
  CHECK(week[0].item.text == "birthday");
  CHECK(week[1].on == day(103));
  CHECK(week[1].item.clock == Clock::agreed);
  CHECK(week[1].item.text == "dinner");
  history.person.archived = true;
  CHECK(week_ahead({history.facts()}, {.today = day(100)}).empty());
}

}  // namespace
}  // namespace rel::test
