#include "render/advice_words.hpp"

#include <doctest/doctest.h>

#include "render/talked.hpp"

using namespace rel;
using namespace rel::render;
using namespace rel::test;

TEST_CASE("every act is one sentence") {
  const Relationship who = talked(10);
  const auto said = [&](const Advice& advice) { return advice_sentence(advice, who, tuesday); };
  const Remark remark{.id = 7, .text = "nervous about Lisbon\nand more"};
  CHECK(said({}) == "nothing is overdue.");
  CHECK(said({.act = Act::first_talk}) == "call, for a first talk.");
  CHECK(said({.act = Act::call, .remark = remark}) ==
        "call, and come back to what they told you: nervous about Lisbon.");
  CHECK(said({.act = Act::call, .instead_of_messages = true}) == "call instead of writing.");
  CHECK(said({.act = Act::call, .open = open(Clock::promise, "the book")}) ==
        "call, and keep a promise: the book.");
  CHECK(said({.act = Act::call, .open = open(Clock::ask, "how did it go?")}) ==
        "call, and ask: how did it go?");
  CHECK(said({.act = Act::keep_promise, .open = open(Clock::promise, "the book")}) ==
        "keep your promise: the book.");
  CHECK(said({.act = Act::ask, .open = open(Clock::ask, "how did it go?")}) == "ask: how did it go?");
  CHECK(said({.act = Act::greet, .open = open(Clock::date, "birthday")}) ==
        "send a greeting: birthday was on Wednesday.");
  CHECK(said({.act = Act::small_promise}) == "promise something small, and keep it.");
  CHECK(said({.act = Act::keep_day, .open = open(Clock::agreed, "dinner")})
            .starts_with("keep the day you have: dinner"));
  CHECK(said({.act = Act::longer_talk}) == "a longer talk, without hurry.");
  CHECK(said({.act = Act::answer, .open = open(Clock::reply, "")})
            .starts_with("answer: reached out on Wednesday"));
  const Remark long_one{.id = 7, .text = std::string(1000, 'x')};
  CHECK(said({.act = Act::call, .remark = long_one}).size() < 130);
}

TEST_CASE("a fixed day is proposed in the rhythm that was wanted") {
  Relationship who = talked(10);
  const auto said = [&](int target) {
    who.facts.sums.target = target;
    return advice_sentence({.act = Act::fixed_day, .day = plus_days(tuesday, 9)}, who, tuesday);
  };
  CHECK(said(7) == "propose a fixed day: every Thursday, say.");
  CHECK(said(14) == "propose a fixed day: every second Thursday, say.");
  CHECK(said(30) == "propose a fixed day: the first Thursday of each month, say.");
  CHECK(said(90) == "propose a fixed day: Thu 3 Dec, say.");
}
