#include "rel/capacity.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <numbers>
#include <string>

#include "rel/credit.hpp"
#include "rel/health.hpp"
#include "rel/measures.hpp"
#include "support/histories.hpp"

namespace rel::test {
namespace {

using doctest::Approx;

/// Some people, and what was logged with them.
class Circle {
 public:
  void add(const Person& person, const Sums& sums) {
    people_.push_back(person);
    sums_.push_back(sums);
  }
  void add(const History& history) { add(history.person, history.sums()); }
  /// People in a tier with whom nothing is logged.
  void add(Tier tier, int count) {
    for (int i = 0; i < count; ++i) add(History{.person = person_in(tier)});
  }
  Capacity on(Day today, bool away_lately = false) const {
    std::vector<Load> loads;
    for (std::size_t i = 0; i < people_.size(); ++i) loads.push_back({&people_[i], &sums_[i]});
    return capacity(loads, {}, today, away_lately);
  }

 private:
  std::vector<Person> people_;
  std::vector<Sums> sums_;
};

TEST_CASE("capacity: nothing is asked by nobody, and nothing given before the first talk") {
  const Capacity none = Circle{}.on(day(10));
  CHECK(none.asked == 0);
  CHECK_FALSE(none.given);
  CHECK_FALSE(none.load);
  CHECK_FALSE(none.kept);
  CHECK(none.late.empty());
}

TEST_CASE("capacity: each tier asks for its minutes once in its target") {
  Circle circle;
  circle.add(Tier::very_high, 1);
  CHECK(circle.on(day(10)).asked == Approx(60));
  circle.add(Tier::high, 1);
  CHECK(circle.on(day(10)).asked == Approx(60 + 10.5));
  circle.add(Tier::moderate, 1);
  circle.add(Tier::none, 1);
  CHECK(circle.on(day(10)).asked == Approx(60 + 10.5 + 7.0 / 3));
  CHECK(circle.on(day(10)).people == 3);
  CHECK_FALSE(circle.on(day(10)).load);
}

TEST_CASE("capacity: their own cadence and their own length count, archived and deceased ask for nothing") {
  Circle circle;
  Person fortnight = person_in(Tier::very_high);
  fortnight.every_days = 14;
  circle.add({.person = fortnight, .contacts = {call(0, 90)}});
  CHECK(circle.on(day(10)).asked == Approx(0.5 * (60 + 90) / 2));
  Person archived = person_in(Tier::high);
  archived.archived = true;
  Person deceased = person_in(Tier::high);
  deceased.deceased = true;
  circle.add({.person = archived});
  circle.add({.person = deceased});
  CHECK(circle.on(day(10)).asked == Approx(37.5));
  CHECK(circle.on(day(10)).people == 1);
}

TEST_CASE("capacity: given minutes weigh half after 56 days, over the span since the first talk") {
  Circle circle;
  circle.add({.person = person_in(Tier::very_high), .contacts = {call(0, 40)}});
  const double weekly = std::numbers::ln2 / 8;  // 7 ln2 / 56
  CHECK(circle.on(day(0)).given.value() == Approx(40 * weekly / (1 - std::exp2(-0.125))));
  CHECK(circle.on(day(7)).given.value() == Approx(40 * std::exp2(-0.125) * weekly / (1 - std::exp2(-0.125))));
  CHECK(circle.on(day(56)).given.value() == Approx(20 * weekly / 0.5));
  CHECK(circle.on(day(56)).given.value() == Approx(3.46574));
  CHECK(circle.on(day(56)).load.value() == Approx(((60 + 40) / 2.0) / 3.46574));
}

TEST_CASE("capacity: conversations with anyone are given: in no tier, archived, deceased") {
  Person gone = person_in(Tier::high);
  gone.deceased = true;
  Circle circle;
  circle.add({.person = gone, .contacts = {call(0, 30)}});
  circle.add({.person = person_in(Tier::none), .contacts = {call(0, 30)}});
  Circle one;
  one.add({.person = person_in(Tier::high), .contacts = {call(0, 60)}});
  CHECK(circle.on(day(20)).given.value() == Approx(one.on(day(20)).given.value()));
}

TEST_CASE("capacity: touches and tries take no time") {
  Circle circle;
  circle.add({.contacts = {chat(1), tried(2), call(3, 45).a_touch()}});
  CHECK_FALSE(circle.on(day(20)).given);
}

TEST_CASE("capacity: where next to nothing is given there is no load") {
  Circle circle;
  circle.add({.contacts = {call(0, 40)}});
  CHECK(circle.on(day(300)).load);
  CHECK(circle.on(day(56 * 9)).given.value() < 1 / 52.0 * 7);
  CHECK_FALSE(circle.on(day(56 * 12)).load);
  CHECK(std::isfinite(circle.on(day(73'000)).given.value()));
}

// What is kept.

Person person_every(int days, const std::string& name = "Ann") {
  Person person = person_in(Tier::high);
  person.every_days = days;
  person.name = name;
  return person;
}

/// Talks every so many days for 200 days.
History kept(const Person& person, int gap) {
  History history{.person = person};
  for (int on = 0; on <= 200; on += gap) history.contacts.push_back(call(on));
  return history;
}

TEST_CASE("capacity: kept weighs each rhythm by how often a talk was wanted") {
  const History often = kept(person_every(10), 50);
  const History rarely = kept(person_every(40), 200);
  Circle circle;
  circle.add(often);
  circle.add(rarely);
  circle.add(Tier::high, 1);  // without a talk
  circle.add(kept(person_in(Tier::none), 100));
  const double k1 = *kept_rhythm(often.sums(), day(200));
  const double k2 = *kept_rhythm(rarely.sums(), day(200));
  REQUIRE(k1 < 0.8);
  REQUIRE(k2 != k1);
  CHECK(circle.on(day(200)).kept.value() == Approx((k1 / 10 + k2 / 40) / (1 / 10.0 + 1 / 40.0)));
}

std::vector<std::string> named(const std::vector<History>& people, int today, bool away_lately = false) {
  Circle circle;
  for (const History& one : people) circle.add(one);
  std::vector<std::string> names;
  for (const Late& one : circle.on(day(today), away_lately).late) names.push_back(one.person.name);
  return names;
}

TEST_CASE("capacity: names the three whose rhythm is kept least") {
  const std::vector<History> people = {kept(person_every(10, "Ann"), 40), kept(person_every(10, "Bo"), 50),
                                       kept(person_every(10, "Cy"), 200), kept(person_every(10, "Di"), 100),
                                       kept(person_every(10, "Ed"), 10)};
  CHECK(named(people, 200) == std::vector<std::string>{"Cy", "Di", "Bo"});
}

TEST_CASE("capacity: says nothing while talks are kept, at first, and after an absence") {
  const History well = kept(person_every(10), 10);
  const History late = kept(person_every(10), 100);
  CHECK(named({late}, 200).size() == 1);
  CHECK(named({well, well, well, late}, 200).empty());
  CHECK(named({late}, 200, true).empty());
  History fresh{.person = person_every(2), .contacts = {call(0), call(1)}};
  CHECK(named({fresh}, 27).empty());
  CHECK(named({fresh}, 28).size() == 1);
}

TEST_CASE("capacity: nobody whose rhythm is kept is named beside those who pull it down") {
  CHECK(named({kept(person_every(5, "Ann"), 100), kept(person_every(30, "Bo"), 30)}, 200) ==
        std::vector<std::string>{"Ann"});
}

TEST_CASE("capacity: the cadence that was kept, else the next lower tier, else twice their own") {
  const Person high = person_in(Tier::high);
  CHECK(easier_cadence(high, 61.0, {}) == 60);
  CHECK_FALSE(easier_cadence(high, 20.0, {}));
  CHECK_FALSE(easier_cadence(high, std::nullopt, {}));
  CHECK(easier_cadence(person_every(10), std::nullopt, {}) == 21);
  CHECK(easier_cadence(person_every(10), 12.4, {}) == 12);
}

// On random circles.

constexpr int circles = 10'000;

template <class Check>
void for_all_circles(Check check) {
  for (int number = 1; number <= circles; ++number) {
    CAPTURE(number);
    Random random(static_cast<std::uint64_t>(number));
    std::vector<History> people;
    for (int left = random.between(1, 4); left > 0; --left) {
      people.push_back(random_history(random));
      if (random.one_in(4)) people.back().person.tier = Tier::none;
      if (random.one_in(8)) people.back().person.archived = true;
    }
    check(random, people);
  }
}

Capacity capacity_of(const std::vector<History>& people, Day today) {
  Circle circle;
  for (const History& one : people) circle.add(one);
  return circle.on(today);
}

constexpr Day after_all = day(random_days + 30);

TEST_CASE(
    "capacity: all days and targets times c, and the tiers ask for a c-th, what is given keeps its weeks") {
  for_all_circles([](Random& random, std::vector<History> people) {
    for (History& one : people) one.person.every_days = target_of(one.person, one.settings);
    const Capacity before = capacity_of(people, after_all);
    const int c = random.between(2, 10);
    for (History& one : people) {
      *one.person.every_days *= c;
      for (Contact& entry : one.contacts) entry.on = day(c * day_number(entry.on));
    }
    const Capacity slower = capacity_of(people, day(c * day_number(after_all)));
    REQUIRE(slower.asked == Approx(before.asked / c));
    REQUIRE(slower.kept.has_value() == before.kept.has_value());
  });
}

TEST_CASE("capacity: talks twice as long are twice as much given") {
  for_all_circles([](Random&, std::vector<History> people) {
    const Capacity before = capacity_of(people, after_all);
    std::vector<History> longer = people;
    for (History& one : longer) {
      for (Contact& entry : one.contacts) entry.minutes = 2 * minutes_of(entry);
    }
    const Capacity after = capacity_of(longer, after_all);
    REQUIRE(before.given.has_value() == after.given.has_value());
    if (before.given) REQUIRE(*after.given == Approx(2 * *before.given));
  });
}

TEST_CASE("capacity: given is every conversation once, whoever else was there") {
  int groups = 0;
  for_all_circles([&](Random& random, const std::vector<History>& people) {
    History first = people.front();
    first.person.real_by.clear();
    History second = first;
    second.person.id = bo;
    std::erase_if(second.contacts,
                  [](const Contact& entry) { return std::ranges::count(entry.with, bo) == 0; });
    const Day today = plus_days(day(random_days), random.between(0, 400));
    double minutes = 0;
    std::optional<Day> begin;
    for (const Contact& entry : first.contacts) {
      if (credit(entry, first.person) <= 0) continue;
      minutes += minutes_of(entry) * std::exp2(-days_between(entry.on, today) / 56.0);
      begin = std::min(begin.value_or(entry.on), entry.on);
      if (entry.with.size() > 1) ++groups;
    }
    const Capacity found = capacity_of({first, second}, today);
    REQUIRE(found.given.has_value() == begin.has_value());
    if (!begin) return;
    const double span = std::max(7, days_between(*begin, today));
    REQUIRE(*found.given == Approx(minutes * std::numbers::ln2 / 8 / (1 - std::exp2(-span / 56))));
  });
  REQUIRE(groups > circles);
}

TEST_CASE("capacity: a steady rhythm gives its true rate, however long it lasts") {
  for (int number = 1; number <= 2'000; ++number) {
    CAPTURE(number);
    Random random(static_cast<std::uint64_t>(number));
    const int gap = random.between(1, 30);
    const int minutes = random.between(20, 120);
    History history;
    const int talks = random.between(2 + 56 / gap, 700 / gap);
    for (int i = 0; i < talks; ++i) history.contacts.push_back(call(i * gap, minutes));
    // On its mean over one gap: just after a talk it is more, just before one less.
    double sum = 0;
    for (int i = 0; i < gap; ++i) sum += *capacity_of({history}, day((talks - 1) * gap + i)).given;
    CHECK(sum / gap == Approx(7.0 * minutes / gap).epsilon(0.25 * gap / 30 + 0.05));
  }
}

TEST_CASE("capacity: a further or longer talk never gives less, a further person never asks for less") {
  for_all_circles([](Random& random, const std::vector<History>& people) {
    const Capacity before = capacity_of(people, after_all);
    std::vector<History> more = people;
    more.push_back(random_history(random));
    more.back().contacts.clear();
    REQUIRE(capacity_of(more, after_all).asked >= before.asked);
    if (!before.given) return;
    History& chosen = more[random.index(people.size())];
    const Sums sums = chosen.sums();
    const Day from = sums.first_talk.value_or(after_all);  // an earlier one would make the span longer
    const Day on = plus_days(from, random.between(0, days_between(from, after_all)));
    chosen.contacts.push_back(random_talk(random, 1'000'000, on));
    const Capacity after = capacity_of(more, after_all);
    REQUIRE(*after.given >= *before.given);
    chosen.contacts.back().minutes = *chosen.contacts.back().minutes + random.between(1, 60);
    REQUIRE(*capacity_of(more, after_all).given >= *after.given);
  });
}

TEST_CASE("capacity: kept lies between the least and the best rhythm, and names those below") {
  for_all_circles([](Random&, const std::vector<History>& people) {
    const Capacity found = capacity_of(people, after_all);
    std::vector<double> rhythms;
    for (const History& one : people) {
      const auto rhythm = kept_rhythm(one.sums(), after_all);
      if (one.person.tier != Tier::none && one.person.active() && rhythm) rhythms.push_back(*rhythm);
    }
    REQUIRE(found.kept.has_value() == !rhythms.empty());
    if (rhythms.empty()) return;
    const auto [least, best] = std::ranges::minmax(rhythms);
    REQUIRE(*found.kept >= least - 1e-9);
    REQUIRE(*found.kept <= best + 1e-9);
    if (!found.late.empty()) REQUIRE(found.late.front().rhythm == least);
    for (const Late& one : found.late) REQUIRE(one.rhythm < 0.8);
  });
}

}  // namespace
}  // namespace rel::test
