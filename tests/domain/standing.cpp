#include "rel/standing.hpp"

#include <doctest/doctest.h>

#include "rel/measures.hpp"
#include "support/histories.hpp"

namespace rel::test {
namespace {

using doctest::Approx;

Standing standing_of(const History& history, int today, std::vector<Promise> closed = {}) {
  return standing({.facts = history.facts(), .closed = std::move(closed)},
                  {.today = day(today), .settings = history.settings});
}

TEST_CASE("standing: only active people in a tier have health") {
  Person person = person_in(Tier::moderate);
  CHECK(has_health(person));
  person.archived = true;
  CHECK_FALSE(has_health(person));
  person.archived = false;
  person.deceased = true;
  CHECK_FALSE(has_health(person));
  CHECK_FALSE(has_health(person_in(Tier::none)));
}

TEST_CASE("standing: the figures of the first vector of the model") {
  const History monthly{.contacts = {call(14), call(28), call(42), call(56)}};
  const Standing found = standing_of(monthly, 116);  // 60 days of silence
  CHECK(found.silence.value() == 60);
  CHECK(found.target == 30);
  CHECK(found.health.value() == Approx(84.38).epsilon(0.0001));
  CHECK(found.weakest == "recency");
  CHECK(found.unusual.value() == Approx(0.1020).epsilon(0.002));
  CHECK(found.rings == Clock::silence);
  CHECK(found.advice.act == Act::call);
  CHECK_FALSE(found.trend);
}

TEST_CASE("standing: nothing logged, nothing known") {
  const Standing found = standing_of({}, 30);
  CHECK_FALSE(found.health);
  CHECK(found.weakest.empty());
  CHECK_FALSE(found.fine());
  CHECK(found.rings == Clock::silence);
}

TEST_CASE("standing: fine where they talked and nothing is to be done") {
  const History talking{.contacts = {call(14)}};
  CHECK(standing_of(talking, 20).fine());
  CHECK_FALSE(standing_of(talking, 44).fine());
}

TEST_CASE("standing: replies and promises of mine above a ratio of 1 weigh in the promises") {
  History waits{.contacts = {call(0), missed(95)}};
  CHECK_FALSE(standing_of(waits, 98).parts.promises);  // 3 days of 3: on its day
  CHECK(standing_of(waits, 99).parts.promises.value() == Approx(2 / 3.0));
  waits.promises = {promise(90, 98), promise(98)};
  CHECK(standing_of(waits, 98).overdue.empty());
  CHECK(standing_of(waits, 99).parts.promises.value() == Approx(2 / 4.0));
  REQUIRE(standing_of(waits, 99).overdue.size() == 2);
  CHECK(standing_of(waits, 99).overdue.front().clock == Clock::reply);  // 4/3 before 9/8
  Promise theirs = promise(0, 1);
  theirs.mine = false;
  waits.promises.push_back(theirs);
  CHECK(standing_of(waits, 99).overdue.size() == 2);
}

TEST_CASE("standing: who began, from those of which it is known") {
  CHECK(they_began(Sums{}) == 0.5);
  const History known{.contacts = {call(1).by_them(), call(2).by_them(), call(3).by_me(), call(4)}};
  CHECK(standing_of(known, 10).they_began == Approx(4 / 7.0));
}

// What changed.

std::optional<ChangeSince> changed(const History& history, int before, int now) {
  const Sums then = history.until(day(before)).sums();
  const Sums today = history.until(day(now)).sums();
  return change_since(then, health_parts(then, {}, day(before)), day(before), today,
                      standing_of(history.until(day(now)), now), day(now));
}

History talks(int from, int to, int gap, bool deep) {
  History history;
  for (int on = from; on <= to; on += gap)
    history.contacts.push_back(deep ? call(on).deep() : call(on).small());
  return history;
}

TEST_CASE("change: nothing where too little was known") {
  CHECK_FALSE(changed({}, 100, 200));
  CHECK_FALSE(changed({.contacts = {call(90)}}, 100, 200));
  CHECK(changed({.contacts = {call(10), call(90)}}, 100, 200));
  CHECK_FALSE(changed({.person = person_in(Tier::high, 80), .contacts = {call(85), call(90)}}, 100, 200));
}

TEST_CASE("change: no word of how often where no trend is known") {
  CHECK_FALSE(changed({.contacts = {call(10), call(90)}}, 100, 200)->talks);
}

TEST_CASE("change: as it was") {
  const ChangeSince same = changed(talks(0, 400, 10, true), 300, 400).value();
  CHECK(same.talks == Trend::steady);
  CHECK(same.depth == 0);
  CHECK(same.promises == 0);
}

TEST_CASE("change: more and less often, deeper and shallower") {
  History rising = talks(0, 300, 30, false);
  for (const Contact& later : talks(301, 390, 5, true).contacts) rising.contacts.push_back(later);
  CHECK(changed(rising, 300, 390)->talks == Trend::more_often);
  CHECK(changed(rising, 300, 390)->depth == 1);
  History falling = talks(0, 300, 5, true);
  for (const Contact& later : talks(330, 390, 30, false).contacts) falling.contacts.push_back(later);
  CHECK(changed(falling, 300, 390)->talks == Trend::less_often);
  CHECK(changed(falling, 300, 390)->depth == -1);
}

TEST_CASE("change: deeper and shallower only where both times something was said") {
  History rising;
  for (int on = 0; on <= 300; on += 30) rising.contacts.push_back(call(on));
  for (const Contact& later : talks(301, 390, 5, true).contacts) rising.contacts.push_back(later);
  CHECK(changed(rising, 300, 390)->depth == 0);
}

TEST_CASE("change: never more often while the silence rings") {
  History rising = talks(0, 300, 30, false);
  for (const Contact& later : talks(301, 350, 2, true).contacts) rising.contacts.push_back(later);
  CHECK(changed(rising, 300, 378)->talks == Trend::more_often);
  CHECK_FALSE(changed(rising, 300, 379)->talks);
}

TEST_CASE("change: promises kept better or less well, none is as good as all kept") {
  const Sums sums = talks(0, 300, 10, true).sums();
  const HealthParts none;
  const HealthParts late{.promises = 0.5};
  const auto promises = [&](const HealthParts& before, const HealthParts& now) {
    return change_since(sums, before, day(300), sums, {.parts = now}, day(300))->promises;
  };
  CHECK(promises(none, late) == -1);
  CHECK(promises(late, none) == 1);
  CHECK(promises(late, late) == 0);
}

// On random histories.

template <class Check>
void for_all_histories(Check check) {
  for (int number = 1; number <= 10'000; ++number) {
    CAPTURE(number);
    Random random(static_cast<std::uint64_t>(number));
    const History history = random_history(random);
    check(random, history);
  }
}

TEST_CASE("standing: the weakest part is the least, and health is between it and the best") {
  for_all_histories([](Random& random, const History& history) {
    const Day today = plus_days(day(random_days), random.between(0, 400));
    const Standing found =
        standing({.facts = history.facts()}, {.today = today, .settings = history.settings});
    const HealthParts& parts = found.parts;
    std::vector<double> known;
    for (const auto& part : {parts.recency, parts.promises, parts.depth, parts.rhythm}) {
      if (part) known.push_back(*part);
    }
    for (const double part : known) {
      REQUIRE(part > 0);
      REQUIRE(part <= 1);
    }
    REQUIRE(found.health.has_value() == (history.sums().conversations > 0));
    REQUIRE(found.weakest.empty() == known.empty());
    if (!found.health) return;
    const auto [least, most] = std::ranges::minmax(known);
    const auto weak = found.weakest == "recency"  ? parts.recency
                      : found.weakest == "depth"  ? parts.depth
                      : found.weakest == "rhythm" ? parts.rhythm
                                                  : parts.promises;
    REQUIRE(weak.value() == least);
    REQUIRE(*found.health >= 100 * least - 1e-9);
    REQUIRE(*found.health <= 100 * most + 1e-9);
  });
}

TEST_CASE("standing: touches and who began earn nothing") {
  for_all_histories([](Random& random, const History& history) {
    const Day today = plus_days(day(random_days), random.between(0, 400));
    History other = history.with(chat(random.between(0, random_days)).numbered(1'000'000).a_touch());
    for (Contact& entry : other.contacts) entry.by.reset();
    const auto parts = [&](const History& one) { return health_parts(one.sums(), {}, today); };
    REQUIRE(health(parts(other)).value_or(-1) == Approx(health(parts(history)).value_or(-1)).epsilon(1e-9));
  });
}

TEST_CASE("trend: many talks of one day make one trend, in whatever order, all at once is no trend") {
  for_all_histories([](Random& random, const History& history) {
    const Day today = plus_days(day(random_days), random.between(0, 400));
    History shuffled = history;
    random.shuffle(shuffled.contacts);
    REQUIRE(trend_ratio(shuffled.sums(), today) == trend_ratio(history.sums(), today));
    REQUIRE(trend_ratio(history.sums(), today) >= 0);
    REQUIRE(recent_frequency(history.sums(), today) >= 0);
  });
}

TEST_CASE("trend: a further talk today never makes the recent frequency less, a day of silence never more") {
  for_all_histories([](Random& random, const History& whole) {
    const Sums sums = whole.sums();
    const Day first = std::max(*sums.start, sums.updated.value_or(*sums.start));
    const Day today = plus_days(first, random.between(1, 400));
    const double now = recent_frequency(whole.until(today).sums(), today);
    const History more = whole.until(today).with(call(day_number(today)).numbered(1'000'000));
    REQUIRE(recent_frequency(more.sums(), today) >= now);
    const Day tomorrow = plus_days(today, 1);
    REQUIRE(recent_frequency(whole.until(today).sums(), tomorrow) <= now + 1e-12);
  });
}

TEST_CASE("trend: a steady rhythm is steady, twice as many talks of late are more often, half as many less") {
  for (int number = 1; number <= 2'000; ++number) {
    CAPTURE(number);
    Random random(static_cast<std::uint64_t>(number));
    const int gap = 2 * random.between(1, 10);
    const int T = random.between(gap, 4 * gap);
    History history = talks(0, 16 * T, gap, true);
    history.person.every_days = T;
    const auto go_on = [&](int every) {
      History later = history;
      for (int on = 16 * T + every; on <= 19 * T; on += every) later.contacts.push_back(call(on));
      return later;
    };
    const auto word_of = [&](const History& one) { return trend_of(trend_ratio(one.sums(), day(19 * T))); };
    CHECK(word_of(go_on(gap)) == Trend::steady);
    CHECK(word_of(go_on(1)) != Trend::less_often);
    CHECK(word_of(history) == Trend::less_often);
  }
}

}  // namespace
}  // namespace rel::test
