#include "rel/capacity.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <numbers>
#include <numeric>

#include "rel/credit.hpp"
#include "rel/measures.hpp"
#include "support/histories.hpp"

namespace rel::test {
namespace {

using doctest::Approx;

constexpr Day far = day(40'000);  // so far from day 0 that the span no longer matters
using Tiers = std::array<int, 4>;

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
  Capacity on(Day today, const Settings& settings = {}) const {
    std::vector<Load> loads;
    for (std::size_t i = 0; i < people_.size(); ++i) loads.push_back({&people_[i], &sums_[i]});
    return capacity(loads, settings, today);
  }

 private:
  std::vector<Person> people_;
  std::vector<Sums> sums_;
};

/// Someone in no tier with whom the user talks for so many minutes a week, on the day `far`.
void add_given(Circle& circle, double minutes_a_week) {
  Sums sums{{.updated = far}, day(0)};
  sums.given = minutes_a_week * 8 / std::numbers::ln2;
  circle.add(person_in(Tier::none), sums);
}

TEST_CASE("capacity: nothing is asked by nobody, and nothing given before the first talk") {
  const Capacity none = Circle{}.on(day(10));
  CHECK(none.asked == 0);
  CHECK_FALSE(none.given);
  CHECK_FALSE(none.load);
  CHECK(none.sustainable == Tiers{});
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
  CHECK(circle.on(day(10)).people == Tiers{0, 1, 1, 1});
  CHECK_FALSE(circle.on(day(10)).load);
}

TEST_CASE("capacity: their own cadence and their own length count, archived and deceased ask for nothing") {
  Circle circle;
  Person fortnight = person_in(Tier::very_high);
  fortnight.every_days = 14;
  circle.add({.person = fortnight, .contacts = {call(0, 90)}});
  CHECK(circle.on(day(10)).asked == Approx(0.5 * (2 * 60 + 90) / 3));
  Person archived = person_in(Tier::high);
  archived.archived = true;
  Person deceased = person_in(Tier::high);
  deceased.deceased = true;
  circle.add({.person = archived});
  circle.add({.person = deceased});
  CHECK(circle.on(day(10)).asked == Approx(35));
  CHECK(circle.on(day(10)).people == Tiers{0, 0, 0, 1});
}

TEST_CASE("capacity: given minutes weigh half after 56 days, over the span since the first talk") {
  Circle circle;
  circle.add({.person = person_in(Tier::very_high), .contacts = {call(0, 40)}});
  const double weekly = std::numbers::ln2 / 8;  // 7 ln2 / 56
  CHECK(circle.on(day(0)).given.value() == Approx(40 * weekly / (1 - std::exp2(-0.125))));
  CHECK(circle.on(day(7)).given.value() == Approx(40 * std::exp2(-0.125) * weekly / (1 - std::exp2(-0.125))));
  CHECK(circle.on(day(56)).given.value() == Approx(20 * weekly / 0.5));
  CHECK(circle.on(day(56)).given.value() == Approx(3.46574));
  CHECK(circle.on(day(56)).load.value() == Approx(((2 * 60 + 40) / 3.0) / 3.46574));
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

TEST_CASE("capacity: what each tier can hold") {
  Circle circle;
  add_given(circle, 310);
  CHECK(circle.on(far).given.value() == Approx(310));
  // .4 · 310 · 7 / (7 · 60), .3 · 310 · 30 / (7 · 45), .3 · 310 · 90 / (7 · 30), each rounded down
  CHECK(circle.on(far).sustainable == Tiers{0, 39, 8, 2});
  CHECK(circle.on(far).load.value() == 0);
  // The longer they usually talk, the fewer it can hold: (2 · 60 + 120) / 3 = 80 minutes.
  circle.add({.person = person_in(Tier::very_high), .contacts = {call(40'000, 120)}});
  CHECK(circle.on(far).sustainable[3] == 1);
}

TEST_CASE("capacity: whom to move, until it fits") {
  const auto moved = [](int very_high, int high, int moderate, double given) {
    Circle circle;
    circle.add(Tier::very_high, very_high);
    circle.add(Tier::high, high);
    circle.add(Tier::moderate, moderate);
    add_given(circle, given);
    return circle.on(far).to_move;
  };
  CHECK(moved(2, 3, 4, 1000) == Tiers{});
  // 300 asked; each who goes from very high to high frees 49.5.
  CHECK(moved(5, 0, 0, 110) == Tiers{0, 0, 0, 4});
  CHECK(moved(5, 0, 0, 101) == Tiers{0, 0, 0, 5});
  // 222 asked; very high holds 1 of 3, then both tiers are one above, and the dearer one goes on.
  CHECK(moved(3, 4, 0, 150) == Tiers{0, 0, 0, 2});
  // 270 asked; high holds 5 of 20, each frees 10.5 − 7/3.
  CHECK(moved(1, 20, 0, 200) == Tiers{0, 0, 9, 0});
  // 28 asked; moderate holds 2 of 12, each frees 7/3.
  CHECK(moved(0, 0, 12, 20) == Tiers{0, 4, 0, 0});
  // Nobody moves twice: a tier down would still be 10.5.
  CHECK(moved(1, 0, 0, 5) == Tiers{});
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
    REQUIRE(capacity_of(people, day(c * day_number(after_all))).asked == Approx(before.asked / c));
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

TEST_CASE("capacity: who is told to move makes it fit, and nobody is told where it fits") {
  int moving = 0;
  int hopeless = 0;
  for (int number = 1; number <= circles; ++number) {
    CAPTURE(number);
    Random random(static_cast<std::uint64_t>(number));
    const Tiers people = {0, random.between(0, 30), random.between(0, 12), random.between(0, 6)};
    Circle circle;
    for (const Tier tier : tiers_with_target) circle.add(tier, people[static_cast<std::size_t>(tier)]);
    add_given(circle, random.real(1, 600));
    const Capacity found = circle.on(far);
    const auto& move = found.to_move;
    const int count = std::accumulate(move.begin(), move.end(), 0);
    if (found.load.value() <= 1) REQUIRE(count == 0);
    if (found.load.value() > 1 && count == 0) ++hopeless;
    if (count == 0) continue;
    ++moving;
    Circle fitting;
    add_given(fitting, *found.given);
    for (const Tier tier : tiers_with_target) {
      const auto i = static_cast<std::size_t>(tier);
      REQUIRE(move[i] <= people[i]);
      fitting.add(tier, people[i] - move[i] + (i < 3 ? move[i + 1] : 0));
    }
    REQUIRE(fitting.on(far).load.value() <= 1 + 1e-9);
  }
  REQUIRE(moving > circles / 4);
  REQUIRE(hopeless > 100);
}

TEST_CASE("capacity: more time than there is has room for a whole number of people") {
  History history{.contacts = {call(0, 40)}};
  const Sums with_much = [&] {
    Sums sums = history.sums();
    sums.given = 1e18;
    return sums;
  }();
  const Capacity found = capacity({{&history.person, &with_much}}, {}, day(10));
  CHECK(found.sustainable[static_cast<std::size_t>(Tier::high)] == 1'000'000'000);
}

}  // namespace
}  // namespace rel::test
