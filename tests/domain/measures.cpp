#include "rel/measures.hpp"

#include <doctest/doctest.h>

#include <cmath>

#include "rel/health.hpp"
#include "support/histories.hpp"

namespace rel::test {
namespace {

using doctest::Approx;

double to_places(double value, int places) {
  const double unit = std::pow(10, places);
  return std::round(value * unit) / unit;
}

// The vectors of rel-model, to every figure printed there.

struct Vector {
  int today;
  double a, r, U, p, R, K;
  std::optional<double> D;
  double H;
};

void check_vector(const History& history, const Vector& expected) {
  CAPTURE(expected.today);
  const Sums sums = history.sums();
  const Day today = day(expected.today);
  const double a = sums.silence(today).value();
  const double r = silence_ratio(a, sums.target, sums.postponed);
  const HealthParts parts = health_parts(sums, {}, today);
  CHECK(a == Approx(expected.a));
  CHECK(to_places(r, 4) == Approx(expected.r));
  CHECK(to_places(urgency(worth(history.person.tier), r), 4) == Approx(expected.U));
  CHECK(to_places(usualness(sums, a), 4) == Approx(expected.p));
  CHECK(to_places(parts.recency.value(), 4) == Approx(expected.R));
  CHECK(to_places(parts.rhythm.value(), 4) == Approx(expected.K));
  CHECK(parts.depth.has_value() == expected.D.has_value());
  if (expected.D) CHECK(to_places(parts.depth.value(), 4) == Approx(*expected.D));
  CHECK(to_places(health(parts).value(), 2) == Approx(expected.H));
}

TEST_CASE("vectors: a talk every two weeks, then silence") {
  const History history{.contacts = {call(14), call(28), call(42), call(56)}};
  CHECK(to_places(history.sums().count, 4) == Approx(2.9520));
  CHECK(to_places(history.sums().gaps, 4) == Approx(41.3280));
  const Vector vectors[] = {
      {56, 0, .0000, .0000, 1.0000, 1.0000, 1.0000, {}, 100.00},
      {56 + 14, 14, .4667, .6364, .5195, .9278, 1.0000, {}, 95.49},
      {56 + 30, 30, 1.0000, 1.0000, .2737, .8571, 1.0000, {}, 91.07},
      {56 + 60, 60, 2.0000, 1.3333, .1020, .7500, 1.0000, {}, 84.38},
      {56 + 90, 90, 3.0000, 1.5000, .0460, .6667, .8091, {}, 72.01},
  };
  for (const Vector& expected : vectors) check_vector(history, expected);
}

TEST_CASE("vectors: three uneven talks in a year") {
  const History history{.person = person_in(Tier::moderate),
                        .contacts = {call(100).deep(), call(180, 10).small(), call(400)}};
  const Sums sums = history.sums();
  CHECK(to_places(sums.count, 4) == Approx(2.1155));
  CHECK(to_places(sums.gaps, 4) == Approx(363.5542));
  CHECK(to_places(sums.depth_count, 4) == Approx(1.3944));
  CHECK(to_places(sums.depth, 4) == Approx(1.0444));
  check_vector(history, {490, 90, 1.0000, .5000, .5777, .8571, .7718, .8380, 80.97});
  check_vector(history, {600, 200, 2.2222, .6897, .3256, .7297, .6096, .8380, 69.67});
}

TEST_CASE("vectors: nothing logged for a month") {
  const Sums sums = History{}.sums();
  CHECK(urgency(2, silence_ratio(30, sums.target, 0)) == 1);
  CHECK(to_places(usualness(sums, 30), 4) == Approx(.4268));
  CHECK_FALSE(health(health_parts(sums, {}, day(30))));
}

// How unusual a silence is.

TEST_CASE("usualness: certain on the day, less with each day, by the formula") {
  const Sums sums{.target = 10, .count = 2, .gaps = 20};  // b = 2·min(10, 40/4) + 20 = 40
  CHECK(usualness(sums, 0) == 1);
  CHECK(usualness(sums, 40) == Approx(std::pow(0.5, 0.7 * 5)));
}

TEST_CASE("usualness: a rhythm slower than the target is taken at the target") {
  const Sums slow{.target = 10, .count = 2, .gaps = 100};  // b = 2·10 + 100, not 2·30 + 100
  CHECK(usualness(slow, 120) == Approx(std::pow(0.5, 0.7 * 5)));
}

TEST_CASE("usualness: two who talk far more often than asked are remarked before they are due") {
  History daily;
  for (int on = 1; on <= 20; ++on) daily.contacts.push_back(call(on));
  CHECK(usualness(daily.sums(), 20) < 0.05);
  CHECK(silence_ratio(20, 30, 0) < 1);
}

// What is usual between two.

TEST_CASE("own rhythm: the usual gap, from three conversations on") {
  CHECK_FALSE(own_rhythm(History{}.sums()));
  CHECK_FALSE(own_rhythm(History{.contacts = {call(10), call(20)}}.sums()));
  CHECK_FALSE(own_rhythm(History{.contacts = {call(10), call(20), chat(30)}}.sums()));
  const auto rhythm = own_rhythm(History{.contacts = {call(10), call(20), call(30)}}.sums());
  REQUIRE(rhythm);
  CHECK(*rhythm == Approx(10));
}

TEST_CASE("cooling: from three talks on (N), from the first day on which the silence is unusual") {
  CHECK_FALSE(
      cooling_from(History{.contacts = {call(14), call(28), call(42), call(56)}}.sums()));  // N = 2.95
  for (int number = 1; number <= 10'000; ++number) {
    CAPTURE(number);
    Random random(static_cast<std::uint64_t>(number));
    const Sums sums = random_history(random).sums();
    const auto from = cooling_from(sums);
    REQUIRE(from.has_value() == (sums.count >= 3));
    if (!from) continue;
    REQUIRE(is_cooling(sums, *sums.silence(*from)));
    REQUIRE_FALSE(is_cooling(sums, *sums.silence(plus_days(*from, -1))));
  }
}

TEST_CASE("minutes to expect: those of the tier at first, from two talks on their own alone") {
  CHECK(expected_minutes(Sums{}, 45) == 45);
  CHECK(expected_minutes(Sums{.count = 1, .minutes = 120}, 45) == Approx((45 + 120) / 2.0));
  CHECK(expected_minutes(Sums{.count = 2, .minutes = 120}, 45) == Approx(60));
  CHECK(expected_minutes(Sums{.count = 4, .minutes = 120}, 45) == Approx(30));
}

}  // namespace
}  // namespace rel::test
