#include "rel/advice.hpp"

#include <doctest/doctest.h>

#include "rel/standing.hpp"
#include "support/histories.hpp"

namespace rel::test {
namespace {

/// What is advised about a history on a day.
Advice advised(const History& history, int today, std::optional<Remark> told = {},
               std::vector<Promise> closed = {}) {
  Relationship who{.facts = history.facts(), .closed = std::move(closed)};
  who.facts.last_remark = std::move(told);
  return standing(who, {.today = day(today), .settings = history.settings}).advice;
}

Remark told(Id id) {
  return {.id = id, .person = ann, .text = "the move", .heard = day(0)};
}

TEST_CASE("advice: nothing where every known part is at least .85") {
  CHECK(all_well({}));
  CHECK(all_well({.recency = .85, .promises = .85, .depth = .85, .rhythm = .85}));
  CHECK(all_well({.recency = 1, .promises = {}, .depth = {}, .rhythm = 1}));
  CHECK_FALSE(all_well({.recency = .84, .promises = {}, .depth = 1, .rhythm = 1}));
  CHECK_FALSE(all_well({.recency = 1, .promises = .84, .depth = 1, .rhythm = 1}));
  CHECK_FALSE(all_well({.recency = 1, .promises = {}, .depth = .84, .rhythm = 1}));
  CHECK_FALSE(all_well({.recency = 1, .promises = {}, .depth = 1, .rhythm = .84}));
  const Advice advice = advised({.contacts = {call(0)}}, 10);
  CHECK(advice.act == Act::nothing);
  CHECK_FALSE(advice.entry());
}

TEST_CASE("advice: a first talk once it is due, and what to begin with") {
  CHECK(advised({.contacts = {chat(3)}}, 10).act == Act::nothing);
  CHECK(advised({.contacts = {chat(3)}}, 30).act == Act::first_talk);
  CHECK(advised({}, 30, told(77)).entry() == 77);
}

TEST_CASE("advice: the act of the clock that rings, before any weaker part") {
  const History shallow{.contacts = {call(90).small(), call(99).small()}};
  REQUIRE(advised(shallow, 100).act == Act::longer_talk);
  History promised = shallow;
  promised.promises = {promise(95, 100)};
  CHECK(advised(promised, 100).act == Act::keep_promise);
  CHECK(advised(shallow.with(missed(100).at(23)), 103).act == Act::answer);
  History met = shallow;
  met.snoozes = {agreed(99, 100, "dinner")};
  CHECK(advised(met, 100).act == Act::keep_day);
  History born = shallow;
  born.person.dates = {{.name = "birthday", .month = 4, .day = 11}};  // day 100
  CHECK(advised(born, 100).act == Act::greet);
  CHECK(advised(born, 100).open->text == "birthday");
  Relationship who{.facts = shallow.facts()};
  who.facts.asks = {{.id = 88, .person = ann, .text = "the surgery", .heard = day(0), .ask_on = day(100)}};
  CHECK(standing(who, {.today = day(100)}).advice.act == Act::ask);
  CHECK(standing(who, {.today = day(100)}).advice.entry() == 88);
  CHECK(standing(who, {.today = day(99)}).advice.act == Act::longer_talk);
}

TEST_CASE(
    "advice: after a silence, a talk, with a promise, an ask that is due, or what they told, in this order") {
  History quiet{.contacts = {call(0)}};
  CHECK(advised(quiet, 60).act == Act::call);
  CHECK_FALSE(advised(quiet, 60).entry());
  CHECK(advised(quiet, 60, told(77)).entry() == 77);

  Relationship who{.facts = quiet.facts()};
  who.facts.last_remark = told(77);
  who.facts.asks = {{.id = 88, .person = ann, .text = "the surgery", .heard = day(0), .ask_on = day(61)}};
  CHECK(standing(who, {.today = day(60)}).advice.entry() == 77);  // its day is to come
  CHECK(standing(who, {.today = day(61)}).advice.entry() == 88);
  CHECK(standing(who, {.today = day(61)}).advice.act == Act::call);  // the silence rings louder

  quiet.promises = {promise(59)};
  CHECK(advised(quiet, 60, told(77)).entry() == 59);
  CHECK(advised(quiet, 60, told(77)).act == Act::call);
  CHECK_FALSE(advised(quiet, 60, told(77)).remark);
}

TEST_CASE("advice: five messages are no talk") {
  History written{.contacts = {call(0), chat(1), chat(2), chat(3), chat(4)}};
  CHECK_FALSE(advised(written, 60).instead_of_messages);
  CHECK(advised(written.with(chat(5)), 60).instead_of_messages);
}

TEST_CASE("advice: the promise or the answer that waits longest") {
  History late{.contacts = {call(98)}};
  late.promises = {promise(80, 95), promise(60, 80)};
  CHECK(advised(late, 100).act == Act::keep_promise);
  CHECK(advised(late, 100).entry() == 60);  // 40 of 20 days, against 20 of 15
  late.contacts.push_back(missed(99).at(23));
  CHECK(advised(late, 100).act == Act::keep_promise);  // the answer is not late yet
  CHECK(advised(late, 110).act == Act::answer);
  CHECK(advised(late, 110).entry() == 99);
}

TEST_CASE("advice: where promises were let go, the next one, or a small one") {
  History talking{.contacts = {call(99)}};
  Promise dropped = promise(50);
  dropped.dropped = day(90);
  CHECK(advised(talking, 100, {}, {dropped}).act == Act::small_promise);
  talking.promises = {promise(99, 120)};
  CHECK(advised(talking, 100, {}, {dropped}).act == Act::keep_promise);
  CHECK(advised(talking, 100, {}, {dropped}).entry() == 99);
}

TEST_CASE("advice: small talk calls for a longer one") {
  const History shallow{.contacts = {call(90).small(), call(99).small()}};
  CHECK(advised(shallow, 100).act == Act::longer_talk);
  CHECK(advised(shallow, 100, told(77)).entry() == 77);
}

TEST_CASE("advice: where the rhythm is not kept, a fixed day on their weekday") {
  History rarer;
  rarer.person.every_days = 7;
  for (int on = 105; on <= 189; on += 28) rarer.contacts.push_back(call(on).deep());
  const Advice advice = advised(rarer, 190);
  REQUIRE(advice.act == Act::fixed_day);
  CHECK(advice.day == day(196));  // a week after the last, and not within three days
  CHECK(advised(rarer, 189).day == day(196));
}

TEST_CASE("advice: nothing is proposed against a meeting that is agreed") {
  History quiet{.contacts = {call(0)}, .snoozes = {agreed(50, 70, "dinner")}};  // the silence waits for it
  CHECK(advised(quiet, 60).act == Act::keep_day);
  CHECK(advised(quiet, 60).entry() == 50);
  CHECK(advised(quiet, 70).act == Act::keep_day);
  CHECK(advised(quiet, 71).act == Act::call);
}

TEST_CASE("advice: on random histories it is what rings or mends the weakest part, and names what is open") {
  for (int number = 1; number <= 10'000; ++number) {
    CAPTURE(number);
    Random random(static_cast<std::uint64_t>(number));
    const History whole = random_history(random);
    const Day today = plus_days(day(random_days), random.between(0, 200));
    const Relationship who{.facts = whole.facts()};
    const Standing found = standing(who, {.today = today, .settings = whole.settings});
    const Advice& advice = found.advice;
    REQUIRE((advice.act == Act::nothing) == (!found.rings && all_well(found.parts)));
    if (found.rings == Clock::silence) {
      REQUIRE((advice.act == Act::call || advice.act == Act::first_talk || advice.act == Act::keep_day));
    } else if (!found.rings) {
      if (advice.act == Act::call) REQUIRE(found.weakest == "recency");
      if (advice.act == Act::longer_talk) REQUIRE(found.weakest == "depth");
      if (advice.act == Act::fixed_day) REQUIRE(found.weakest == "rhythm");
      if (advice.act == Act::answer || advice.act == Act::keep_promise) REQUIRE(found.weakest == "promises");
    } else {
      REQUIRE(advice.open->clock == *found.rings);
      REQUIRE(advice.open->ratio >= 1);
    }
    if (advice.day) REQUIRE(days_between(today, *advice.day) >= 3);
    if (advice.day) REQUIRE(days_between(today, *advice.day) < 10);
    if (!advice.entry()) continue;
    const auto has = [&](const auto& entries) {
      return std::ranges::count(entries, *advice.entry(), [](const auto& e) { return e.id; }) > 0;
    };
    REQUIRE((has(who.facts.promises) || has(who.facts.replies) || has(whole.snoozes)));
  }
}

}  // namespace
}  // namespace rel::test
