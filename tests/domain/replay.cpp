#include "rel/replay.hpp"

#include <doctest/doctest.h>

#include "support/histories.hpp"

namespace rel::test {
namespace {

const Settings settings;

TEST_CASE("contacts are taken day by day, those of one day in any order") {
  const Person person = person_in(Tier::high);
  const Entry early = call(40, 5).numbered(1).at(9);
  const Entry late = call(40, 10).numbered(2).at(18);
  const Sums sums = replay(person, {early, late}, {}, settings);
  Replay replay(person, settings);
  CHECK(replay.add(late));
  CHECK(replay.add(early));
  CHECK(replay.end({}) == sums);
}

TEST_CASE("a contact of an earlier day is not taken") {
  const Person person = person_in(Tier::high);
  Replay replay(person, settings);
  CHECK(replay.add(call(40)));
  CHECK_FALSE(replay.add(call(39)));
  CHECK(replay.add(call(50)));
  const Sums sums = replay.end({});
  CHECK(sums.conversations == 2);
  CHECK(sums.first_talk == day(40));
  CHECK(sums.last_real == day(50));
}

TEST_CASE(
    "the silence before the first talk counts from the first tier, or from the talk where that is older") {
  Person person = person_in(Tier::high, 30);
  for (const int first : {20, 30, 40}) {
    Replay replay(person, settings);
    replay.add(chat(10));
    replay.add(call(first, 10));  // half a conversation
    const Sums sums = replay.end({});
    CHECK(sums.start == day(std::min(first, 30)));
    CHECK(sums.gaps == doctest::Approx(0.5 * std::max(0, first - 30)));
    CHECK(sums.quiet_since == doctest::Approx(first - 0.5 * std::max(0, first - 30)));
  }
}

TEST_CASE("going on over several days equals a replay of all") {
  Person person = person_in(Tier::high);
  const std::vector<Contact> all = {call(10), chat(20), call(30, 7), call(50).deep(), call(50, 3), chat(60)};
  for (std::size_t kept = 0; kept <= all.size(); ++kept) {
    if (kept == 4) continue;  // the day is not over
    const auto middle = all.begin() + static_cast<std::ptrdiff_t>(kept);
    const Sums before = replay(person, {all.begin(), middle}, {snooze(31, 45)}, settings);
    Replay rest(before, person, settings);
    for (auto later = middle; later != all.end(); ++later) CHECK(rest.add(*later));
    CHECK(rest.end({snooze(31, 45)}) == replay(person, all, {snooze(31, 45)}, settings));
  }
}

}  // namespace
}  // namespace rel::test
