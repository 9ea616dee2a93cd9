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
  double a, r, U, p, R, Tr, D, H;
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
  CHECK(to_places(parts.recency, 4) == Approx(expected.R));
  CHECK(to_places(parts.trend, 4) == Approx(expected.Tr));
  CHECK(to_places(parts.depth, 4) == Approx(expected.D));
  CHECK(to_places(health(parts), 2) == Approx(expected.H));
}

TEST_CASE("vectors: a talk every two weeks, then silence") {
  const History history{.contacts = {call(14), call(28), call(42), call(56)}};
  CHECK(to_places(history.sums().count, 4) == Approx(2.9520));
  CHECK(to_places(history.sums().gaps, 4) == Approx(41.3280));
  const Vector vectors[] = {
      {56 + 14, 14, .4667, .6364, .3924, .9278, .9970, .9000, 93.12},
      {56 + 30, 30, 1.0000, 1.0000, .1571, .8571, .9725, .9000, 89.67},
      {56 + 60, 60, 2.0000, 1.3333, .0384, .7500, .9250, .9000, 83.12},
      {56 + 90, 90, 3.0000, 1.5000, .0123, .6667, .8759, .9000, 77.73},
  };
  for (const Vector& expected : vectors) check_vector(history, expected);
}

TEST_CASE("vectors: three uneven talks in a year") {
  const History history{.person = person_in(Tier::moderate),
                        .contacts = {call(100).deep(), call(180, 10).small(), call(400)}};
  CHECK(to_places(history.sums().count, 4) == Approx(2.1155));
  CHECK(to_places(history.sums().gaps, 4) == Approx(363.5542));
  check_vector(history, {490, 90, 1.0000, .5000, .4567, .8571, .9924, .8591, 89.14});
  check_vector(history, {600, 200, 2.2222, .6897, .2013, .7297, .9353, .8591, 81.35});
}

TEST_CASE("vectors: nothing logged for a month") {
  check_vector({}, {30, 30, 1.0000, 1.0000, .2963, .8571, 1.0000, .9000, 90.36});
}

// How unusual a silence is.

TEST_CASE("usualness: certain on the day, less with each day, by the formula") {
  const ClockSums sums{.target = 10, .count = 2, .gaps = 20};  // b = 2·min(10, 40/4) + 20 = 40
  CHECK(usualness(sums, 0) == 1);
  CHECK(usualness(sums, 40) == Approx(std::pow(0.5, 5)));
}

TEST_CASE("usualness: a rhythm slower than the target is taken at the target") {
  const ClockSums slow{.target = 10, .count = 2, .gaps = 100};  // b = 2·10 + 100, not 2·30 + 100
  CHECK(usualness(slow, 120) == Approx(std::pow(0.5, 5)));
}

TEST_CASE("usualness: two who talk far more often than asked are remarked before they are due") {
  History daily;
  for (int on = 1; on <= 20; ++on) daily.contacts.push_back(call(on));
  CHECK(usualness(daily.sums(), 15) < 0.05);
  CHECK(silence_ratio(15, 30, 0) < 1);
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

TEST_CASE("minutes to expect: those of the tier at first, then more and more their own") {
  CHECK(expected_minutes(Sums{}, 45) == 45);
  CHECK(expected_minutes(ClockSums{.count = 1, .minutes = 120}, 45) == Approx(70));
  CHECK(expected_minutes(History{.contacts = {call(10, 60), call(20, 60)}}.sums(), 30) ==
        Approx((60 + 1.8 * 60) / 3.8));
}

}  // namespace
}  // namespace rel::test
