#include "rel/health.hpp"

#include <doctest/doctest.h>

#include <cmath>

#include "support/histories.hpp"

namespace rel::test {
namespace {

using doctest::Approx;

// Trend.

TEST_CASE("trend: 1 where nothing is known") {
  CHECK(trend_ratio(Sums{}, day(10)) == 1);
  CHECK(trend_ratio(History{}.sums(), day(10)) == 1);
  CHECK(trend_ratio(History{.contacts = {call(0)}}.sums(), day(0)) == 1);
}

TEST_CASE("trend: the recent frequency over the lasting one, each over what a steady rhythm would make") {
  // Two talks, T = 30: S and L on day 120, 60 days after the second.
  const Sums sums = History{.contacts = {call(0), call(60)}}.sums();
  const double recent = 0.25 + 0.5;
  const double lasting = std::exp2(-0.5) + std::exp2(-0.25);
  const double steady_recent = 60 * (1 - 0.25);
  const double steady_lasting = 240 * (1 - std::exp2(-0.5));
  CHECK(trend_ratio(sums, day(120)) == Approx((recent / steady_recent) / (lasting / steady_lasting)));
}

TEST_CASE("trend: goes to nothing, and stays there, however long the silence") {
  History daily{.contacts = {call(0), call(1)}};
  daily.person.every_days = 1;
  CHECK(trend_ratio(daily.sums(), day(365 * 60)) == Approx(0));
}

History every_ten_days(int until) {
  History history;
  for (int on = 0; on <= until; on += 10) history.contacts.push_back(call(on));
  return history;
}

TEST_CASE("trend: said from three talks and four targets on") {
  CHECK_FALSE(trend(History{.contacts = {call(0), call(10), call(20)}}.sums(), false, day(120)));  // N = 2.44
  const Sums sums = every_ten_days(120).sums();
  CHECK_FALSE(trend(sums, false, day(119)));
  CHECK(trend(sums, false, day(120)) == Trend::steady);
}

TEST_CASE("trend: never more often while the silence rings") {
  History history = every_ten_days(1000);
  for (int on = 1001; on <= 1060; ++on) history.contacts.push_back(call(on));
  const Sums sums = history.sums();
  CHECK(trend(sums, false, day(1070)) == Trend::more_often);
  CHECK_FALSE(trend(sums, true, day(1070)));
  CHECK(trend(sums, true, day(1300)) == Trend::less_often);
}

// The kept rhythm.

TEST_CASE("rhythm: not known without a talk") {
  CHECK_FALSE(kept_rhythm(Sums{}, day(10)));
  CHECK_FALSE(kept_rhythm(History{.contacts = {chat(3)}}.sums(), day(10)));
}

TEST_CASE("rhythm: what came of what was wanted, with one talk given") {
  const Sums sums = History{.contacts = {call(0), call(60)}}.sums();  // T = 30
  const double recent = 0.25 + 0.5;
  CHECK(kept_rhythm(sums, day(120)).value() == Approx((recent + 1) * 30 / (60 * (1 - 0.25) + 30)));
  CHECK(kept_rhythm(sums, day(60)).value() == 1);
  CHECK(kept_rhythm(sums, day(365 * 60)).value() == Approx(1 / 3.0));
}

TEST_CASE("trend: more often above 1.33, less often below 0.67") {
  CHECK(trend_of(1.34) == Trend::more_often);
  CHECK(trend_of(1.33) == Trend::steady);
  CHECK(trend_of(1) == Trend::steady);
  CHECK(trend_of(0.67) == Trend::steady);
  CHECK(trend_of(0.66) == Trend::less_often);
  CHECK(word(Trend::more_often) == "more often");
  CHECK(word(Trend::steady) == "steady");
  CHECK(word(Trend::less_often) == "less often");
}

// Promises.

Promise kept(int on) {
  Promise made = promise(0);
  made.kept = day(on);
  return made;
}

Promise dropped(int on) {
  Promise made = promise(0);
  made.dropped = day(on);
  return made;
}

Promise theirs(Promise made) {
  made.mine = false;
  return made;
}

TEST_CASE("promises: left out while there is none kept, dropped or overdue") {
  CHECK_FALSE(promise_part({}, 0, day(10)));
  CHECK_FALSE(promise_part({promise(5)}, 0, day(10)));
  CHECK_FALSE(promise_part({theirs(kept(5)), theirs(dropped(5))}, 0, day(10)));
}

TEST_CASE("promises: kept among all, two of them given") {
  CHECK(promise_part({kept(10)}, 0, day(10)).value() == 1);
  CHECK(promise_part({dropped(10)}, 0, day(10)).value() == Approx(2 / 3.0));
  CHECK(promise_part({}, 2, day(10)).value() == Approx(2 / 4.0));
  CHECK(
      promise_part({kept(10), kept(10), dropped(10), promise(5), theirs(dropped(10))}, 1, day(10)).value() ==
      Approx(4 / 6.0));
}

TEST_CASE("promises: kept and dropped weigh half after a year, overdue ones do not fade") {
  CHECK(promise_part({dropped(10)}, 0, day(375)).value() == Approx(2 / 2.5));
  CHECK(promise_part({kept(10)}, 1, day(375)).value() == Approx(2.5 / 3.5));
}

TEST_CASE("promises: a further one kept never lowers the part, one dropped or overdue never raises it") {
  for (int number = 1; number <= 10'000; ++number) {
    CAPTURE(number);
    Random random(static_cast<std::uint64_t>(number));
    std::vector<Promise> closed;
    for (int left = random.between(0, 5); left > 0; --left)
      closed.push_back(random.one_in(2) ? kept(random.between(0, 900)) : dropped(random.between(0, 900)));
    const int overdue = random.between(0, 3);
    const Day today = day(random.between(900, 2000));
    const double before = promise_part(closed, overdue, today).value_or(1);
    REQUIRE(before > 0);
    REQUIRE(before <= 1);
    REQUIRE(promise_part(closed, overdue + 1, today).value() < before);
    std::vector<Promise> more = closed;
    more.push_back(dropped(random.between(0, 900)));
    REQUIRE(promise_part(more, overdue, today).value() < before);
    more.back() = kept(random.between(0, 900));
    REQUIRE(promise_part(more, overdue, today).value() >= before);
    REQUIRE(promise_part(closed, 0, plus_days(today, random.between(0, 900))).value_or(1) <= 1);
  }
}

// The whole.

TEST_CASE("recency: six sevenths when silent for the target, not known without a talk") {
  const Sums sums = History{.contacts = {call(10)}}.sums();
  CHECK(health_parts(sums, {}, day(10)).recency.value() == 1);
  CHECK(health_parts(sums, {}, day(40)).recency.value() == Approx(6 / 7.0));
  CHECK_FALSE(health_parts(Sums{}, {}, day(40)).recency);
}

TEST_CASE("depth: only what was said, 0.9 at first") {
  const auto depth = [](std::vector<Contact> contacts) {
    return health_parts(History{.contacts = std::move(contacts)}.sums(), {}, day(0)).depth;
  };
  CHECK_FALSE(depth({}));
  CHECK_FALSE(depth({call(0)}));
  CHECK(depth({call(0).deep()}).value() == Approx(2.8 / 3));
  CHECK(depth({call(0).small()}).value() == Approx(2.1 / 3));
  CHECK(depth({call(0).small(), call(1), call(2)}).value() == Approx(2.1 / 3));
}

TEST_CASE("health: the given promises part is taken as it is") {
  CHECK(health_parts(Sums{}, 0.4, day(0)).promises.value() == 0.4);
  CHECK_FALSE(health_parts(Sums{}, {}, day(0)).promises);
}

TEST_CASE("health: a quarter the weakest part, the rest the mean of those that are known") {
  CHECK(health({.recency = 1, .promises = {}, .depth = 1, .rhythm = 1}).value() == 100);
  CHECK(health({.recency = 0, .promises = 0, .depth = 0, .rhythm = 0}).value() == 0);
  CHECK(health({.recency = 0.6, .promises = {}, .depth = 0.9, .rhythm = 0.9}).value() == Approx(75));
  CHECK(health({.recency = 0.9, .promises = 0.5, .depth = 0.8, .rhythm = 1}).value() == Approx(72.5));
  CHECK(health({.recency = 0.6, .promises = {}, .depth = {}, .rhythm = 1}).value() == Approx(75));
}

TEST_CASE("health: not known without a talk, whatever was promised") {
  CHECK_FALSE(health(health_parts(Sums{}, 0.4, day(0))));
}

TEST_CASE("weakest: the first of equals, in the order recency, promises, depth, rhythm") {
  CHECK(weakest({.recency = 1, .promises = 1, .depth = 1, .rhythm = 1}) == "recency");
  CHECK(weakest({.recency = 1, .promises = .5, .depth = .5, .rhythm = .5}) == "promises");
  CHECK(weakest({.recency = 1, .promises = 1, .depth = .5, .rhythm = .5}) == "depth");
  CHECK(weakest({.recency = 1, .promises = {}, .depth = {}, .rhythm = .5}) == "rhythm");
  CHECK(weakest({.recency = .5, .promises = .5, .depth = .6, .rhythm = .6}) == "recency");
  CHECK(weakest({}).empty());
}

}  // namespace
}  // namespace rel::test
