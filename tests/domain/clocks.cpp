#include "rel/clocks.hpp"

#include <doctest/doctest.h>

#include <cmath>

#include "support/histories.hpp"

namespace rel::test {
namespace {

using doctest::Approx;
using namespace date::literals;

TEST_CASE("each clock has its word") {
  CHECK(word(Clock::silence) == "silence");
  CHECK(word(Clock::reply) == "reply");
  CHECK(word(Clock::promise) == "promise");
  CHECK(word(Clock::ask) == "ask");
  CHECK(word(Clock::agreed) == "agreed");
  CHECK(word(Clock::date) == "date");
}

TEST_CASE("silence: days in units of the target, half as much again after many postponements") {
  CHECK(silence_ratio(0, 30, 0) == 0);
  CHECK(silence_ratio(29, 30, 0) < 1);
  CHECK(silence_ratio(30, 30, 0) == 1);
  CHECK(silence_ratio(60, 30, 0) == 2);
  CHECK(silence_ratio(30, 30, 1) == 1.25);
  CHECK(silence_ratio(30, 30, 2) == 1.375);
  CHECK(silence_ratio(30, 30, 40) == Approx(1.5));
}

TEST_CASE("reply: days since they reached out, in units of the tier's") {
  const Settings settings;
  CHECK(reply_ratio(missed(5), settings.rule(Tier::very_high), day(5)) == 0);
  CHECK(reply_ratio(missed(5), settings.rule(Tier::very_high), day(6)) == 1);
  CHECK(reply_ratio(missed(5), settings.rule(Tier::high), day(7)) == Approx(2 / 3.0));
  CHECK(reply_ratio(missed(5), settings.rule(Tier::high), day(8)) == 1);
  CHECK(reply_ratio(missed(5), settings.rule(Tier::moderate), day(19)) == 2);
  CHECK(reply_ratio(missed(5), settings.rule(Tier::none), day(12)) == 1);
}

TEST_CASE("promise: 1 on the day promised, whatever the tier") {
  for (const Tier tier : all_tiers) {
    CHECK(promise_ratio(promise(10, 20), tier, 30, day(10)) == 0);
    CHECK(promise_ratio(promise(10, 20), tier, 30, day(19)) == Approx(0.9));
    CHECK(promise_ratio(promise(10, 20), tier, 30, day(20)) == 1);
    CHECK(promise_ratio(promise(10, 20), tier, 30, day(30)) == 2);
  }
}

TEST_CASE("promise: for the very day it is given, it rings on that day") {
  CHECK(promise_ratio(promise(10, 10), Tier::high, 30, day(10)) == 1);
  CHECK(promise_ratio(promise(10, 10), Tier::high, 30, day(11)) == 1);
  CHECK(promise_ratio(promise(10, 10), Tier::high, 30, day(12)) == 2);
  CHECK(promise_ratio(promise(10, 11), Tier::high, 30, day(10)) == 0);
  CHECK(promise_ratio(promise(10, 11), Tier::high, 30, day(11)) == 1);
}

TEST_CASE("promise: without a day the target, but no more than the tier allows") {
  struct Row {
    Tier tier;
    int target;
    int allowed;
  };
  const Row rows[] = {
      {Tier::very_high, 7, 7}, {Tier::very_high, 20, 7}, {Tier::very_high, 3, 3},  {Tier::high, 30, 14},
      {Tier::high, 10, 10},    {Tier::moderate, 90, 30}, {Tier::moderate, 21, 21}, {Tier::none, 90, 30},
  };
  for (const Row& row : rows) {
    CAPTURE(word(row.tier));
    CAPTURE(row.target);
    CHECK(promise_ratio(promise(10), row.tier, row.target, day(10 + row.allowed - 1)) < 1);
    CHECK(promise_ratio(promise(10), row.tier, row.target, day(10 + row.allowed)) == 1);
  }
}

TEST_CASE("what has a day: nothing before it, 1 on it, a seventh more each day") {
  CHECK(day_ratio(day(10), day(9)) == 0);
  CHECK(day_ratio(day(10), day(10)) == 1);
  CHECK(day_ratio(day(10), day(11)) == Approx(8 / 7.0));
  CHECK(day_ratio(day(10), day(17)) == 2);
}

// Yearly dates.

const YearlyDate april{.name = "birthday", .month = 4, .day = 12};
const YearlyDate leap{.name = "birthday", .month = 2, .day = 29};
const YearlyDate late_december{.name = "birthday", .month = 12, .day = 30};
const YearlyDate new_year{.name = "birthday", .month = 1, .day = 2};

TEST_CASE("occurrence: the next one, or the latest while it is at most three days past") {
  struct Row {
    YearlyDate date;
    Day today;
    Day on;
  };
  const Row rows[] = {
      {april, 2026_y / 1 / 1, 2026_y / 4 / 12},          {april, 2026_y / 4 / 12, 2026_y / 4 / 12},
      {april, 2026_y / 4 / 15, 2026_y / 4 / 12},         {april, 2026_y / 4 / 16, 2027_y / 4 / 12},
      {april, 2026_y / 12 / 31, 2027_y / 4 / 12},        {late_december, 2027_y / 1 / 2, 2026_y / 12 / 30},
      {late_december, 2027_y / 1 / 3, 2027_y / 12 / 30}, {new_year, 2026_y / 12 / 31, 2027_y / 1 / 2},
      {new_year, 2027_y / 1 / 5, 2027_y / 1 / 2},        {new_year, 2027_y / 1 / 6, 2028_y / 1 / 2},
  };
  for (const Row& row : rows) {
    CAPTURE(iso(row.today));
    CHECK(iso(occurrence(row.date, row.today)) == iso(row.on));
  }
}

TEST_CASE("occurrence: 29 February is kept on 28 February in common years") {
  CHECK(iso(occurrence(leap, 2027_y / 2 / 1)) == "2027-02-28");
  CHECK(iso(occurrence(leap, 2028_y / 2 / 1)) == "2028-02-29");
  CHECK(iso(occurrence(leap, 2027_y / 3 / 3)) == "2027-02-28");
  CHECK(iso(occurrence(leap, 2027_y / 3 / 4)) == "2028-02-29");
  CHECK(iso(occurrence(leap, 2100_y / 1 / 1)) == "2100-02-28");
}

TEST_CASE("date: 1 on the day, more for three days, then gone") {
  CHECK(date_ratio(april, 0, {}, 2026_y / 4 / 11) == 0);
  CHECK(date_ratio(april, 0, {}, 2026_y / 4 / 12) == 1);
  CHECK(date_ratio(april, 0, {}, 2026_y / 4 / 13) == Approx(8 / 7.0));
  CHECK(date_ratio(april, 0, {}, 2026_y / 4 / 15) == Approx(10 / 7.0));
  CHECK(date_ratio(april, 0, {}, 2026_y / 4 / 16) == 0);
}

TEST_CASE("date: from the lead on it is 1 until the day") {
  CHECK(date_ratio(april, 7, {}, 2026_y / 4 / 4) == 0);
  CHECK(date_ratio(april, 7, {}, 2026_y / 4 / 5) == 1);
  CHECK(date_ratio(april, 7, {}, 2026_y / 4 / 11) == 1);
  CHECK(date_ratio(april, 7, {}, 2026_y / 4 / 12) == 1);
  CHECK(date_ratio(april, 7, {}, 2026_y / 4 / 13) == Approx(8 / 7.0));
  CHECK(date_ratio(new_year, 7, {}, 2026_y / 12 / 26) == 1);
}

TEST_CASE("date: ends with a contact of mine from the lead on") {
  const Day today = 2026_y / 4 / 13;
  CHECK(date_ratio(april, 0, 2026_y / 4 / 11, today) > 0);
  CHECK(date_ratio(april, 0, 2026_y / 4 / 12, today) == 0);
  CHECK(date_ratio(april, 0, 2026_y / 4 / 13, today) == 0);
  CHECK(date_ratio(april, 7, 2026_y / 4 / 4, today) > 0);
  CHECK(date_ratio(april, 7, 2026_y / 4 / 5, today) == 0);
}

// Urgency.

TEST_CASE("urgency: half the worth of the tier at 1, never the whole") {
  CHECK(urgency(4, 0) == 0);
  CHECK(urgency(4, 1) == 2);
  CHECK(urgency(2, 1) == 1);
  CHECK(urgency(1, 1) == 0.5);
  CHECK(urgency(4, 3) == 3);
  CHECK(urgency(4, 1e6) < 4);
}

TEST_CASE("worth: 4, 2, 1, and 1 without a tier") {
  CHECK(worth(Tier::very_high) == 4);
  CHECK(worth(Tier::high) == 2);
  CHECK(worth(Tier::moderate) == 1);
  CHECK(worth(Tier::none) == 1);
}

TEST_CASE("the tiers by default: target, minutes, days in which to respond") {
  struct Row {
    Tier tier;
    int target, minutes, respond;
  };
  const Row rows[] = {{Tier::very_high, 7, 60, 1},
                      {Tier::high, 30, 45, 3},
                      {Tier::moderate, 90, 30, 7},
                      {Tier::none, 90, 30, 7}};
  for (const Row& row : rows) {
    CAPTURE(word(row.tier));
    const TierRule rule = Settings{}.rule(row.tier);
    CHECK(rule.target_days == row.target);
    CHECK(rule.minutes == row.minutes);
    CHECK(rule.respond_days == row.respond);
  }
}

TEST_CASE("damping: nothing remains on the day of a try, half a tenth of the target later") {
  CHECK(damping(0, 30) == 0);
  CHECK(damping(3, 30) == 0.5);
  CHECK(damping(6, 30) == 0.75);
  CHECK(damping(1, 30) == Approx(1 - std::exp2(-1 / 3.0)));
  CHECK(damping(1, 7) == 0.5);  // never faster than by half a day
  CHECK(damping(1, 10) == 0.5);
  CHECK(damping(9, 90) == 0.5);
}

}  // namespace
}  // namespace rel::test
