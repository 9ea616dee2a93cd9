#include "rel/possible.hpp"

#include <doctest/doctest.h>

#include <functional>
#include <limits>

#include "support/histories.hpp"

namespace rel::test {
namespace {

constexpr double infinite = std::numeric_limits<double>::infinity();
constexpr int least = std::numeric_limits<int>::min();

TEST_CASE("whatever a replay adds up to is possible") {
  for (std::uint64_t number = 1; number <= 10'000; ++number) {
    CAPTURE(number);
    Random random(number);
    const History history = random_history(random);
    const Sums sums = history.sums();
    CHECK(are_possible(sums));
    CHECK(are_possible(sums, history.person));
  }
}

TEST_CASE("what no replay adds up to is not possible") {
  const History history{.person = person_in(Tier::high, 10), .contacts = {call(10, 40), call(20, 5)}};
  REQUIRE(are_possible(history.sums(), history.person));
  const std::function<void(Sums&)> damages[] = {[](Sums& sums) { sums.quiet_since = 1e18; },
                                                [](Sums& sums) { sums.quiet_since = -infinite; },
                                                [](Sums& sums) { sums.quiet_since = 20.5; },
                                                [](Sums& sums) { sums.quiet_since = 9.5; },
                                                [](Sums& sums) { sums.start.reset(); },
                                                [](Sums& sums) { sums.count = infinite; },
                                                [](Sums& sums) { sums.count = -0.1; },
                                                [](Sums& sums) { sums.count = 2.1; },
                                                [](Sums& sums) { sums.gaps = 1e308; },
                                                [](Sums& sums) { sums.gaps = -1; },
                                                [](Sums& sums) { sums.minutes = 1e9; },
                                                [](Sums& sums) { sums.minutes = -1; },
                                                [](Sums& sums) { sums.conversations = least; },
                                                [](Sums& sums) { sums.conversations = 0; },
                                                [](Sums& sums) { sums.updated.reset(); },
                                                [](Sums& sums) { sums.depth_count = 2.1; },
                                                [](Sums& sums) { sums.touches = least; },
                                                [](Sums& sums) { sums.postponed = -1; },
                                                [](Sums& sums) { sums.last_talk->credit = 1e18; },
                                                [](Sums& sums) { sums.last_talk->credit = 0; },
                                                [](Sums& sums) { sums.depth = -1; },
                                                [](Sums& sums) { sums.depth = infinite; },
                                                [](Sums& sums) { sums.lasting = 3; },
                                                [](Sums& sums) { sums.lasting = 0; },
                                                [](Sums& sums) { sums.recent = infinite; },
                                                [](Sums& sums) { sums.recent = 0; },
                                                [](Sums& sums) { sums.given = -1; },
                                                [](Sums& sums) { sums.given = 1e18; },
                                                [](Sums& sums) { sums.began_known = 3; },
                                                [](Sums& sums) { sums.began_them = -1; },
                                                [](Sums& sums) { sums.began_known = -1; },
                                                [](Sums& sums) { sums.began_them = sums.began_known + 1; },
                                                [](Sums& sums) { sums.first_talk.reset(); },
                                                [](Sums& sums) { sums.first_talk = day(500); },
                                                [](Sums& sums) { sums.last_talk.reset(); },
                                                [](Sums& sums) { sums.latest.reset(); }};
  for (const auto& damage : damages) {
    Sums sums = history.sums();
    damage(sums);
    CHECK_FALSE(are_possible(sums));
    CHECK_FALSE(are_possible(sums, history.person));
  }
  Sums sums = history.sums();
  sums.start = day(9);
  CHECK_FALSE(are_possible(sums, history.person));
}

TEST_CASE("of whom nothing is known, nothing can be known") {
  Person person = person_in(Tier::none);
  person.start.reset();
  const History history{.person = person};
  Sums sums = history.sums();
  CHECK(are_possible(sums, person));
  sums.quiet_since = 1;
  CHECK_FALSE(are_possible(sums));
}

}  // namespace
}  // namespace rel::test
