#include "text/nearest.hpp"

#include <doctest/doctest.h>

#include <algorithm>

#include "random_text.hpp"

using namespace rel::text;
using Words = std::vector<std::string>;

TEST_CASE("edit_distance counts insertions, deletions, substitutions and swaps") {
  CHECK(edit_distance("", "", 5) == 0);
  CHECK(edit_distance("call", "call", 5) == 0);
  CHECK(edit_distance("cal", "call", 5) == 1);
  CHECK(edit_distance("calll", "call", 5) == 1);
  CHECK(edit_distance("cell", "call", 5) == 1);
  CHECK(edit_distance("clal", "call", 5) == 1);
  CHECK(edit_distance("tuseday", "tuesday", 5) == 1);
  CHECK(edit_distance("kitten", "sitting", 5) == 3);
  CHECK(edit_distance("", "abc", 5) == 3);
  CHECK(edit_distance("ca", "abc", 5) == 3);
}

TEST_CASE("edit_distance counts code points, not bytes") {
  CHECK(edit_distance("王小明", "王大明", 5) == 1);
  CHECK(edit_distance("ë", "e", 5) == 1);
  CHECK(edit_distance("\xFF", "a", 5) == 1);
}

TEST_CASE("edit_distance gives up at the limit") {
  CHECK(edit_distance("kitten", "sitting", 3) == 3);
  CHECK(edit_distance("kitten", "sitting", 2) == 3);
  CHECK(edit_distance("abcdefgh", "stuvwxyz", 2) == 3);
  CHECK(edit_distance("a", "abcdefgh", 2) == 3);
  CHECK(edit_distance("a", "b", 0) == 1);
  CHECK(edit_distance("a", "a", 0) == 0);
}

TEST_CASE("a swap counts although a row in the middle is beyond the limit") {
  CHECK(edit_distance("ab", "ba", 1) == 1);
  CHECK(edit_distance("abcd", "badc", 2) == 2);
}

TEST_CASE("nearest finds what was meant") {
  const Words days{"monday", "tuesday", "wednesday", "thursday"};
  CHECK(nearest("tuseday", days, 3) == Words{"tuesday"});
  CHECK(nearest("cal", {"call", "coffee"}, 3) == Words{"call"});
  CHECK(nearest("rem", {"forget", "remember"}, 3) == Words{"remember"});
  CHECK(nearest("xyzzy", days, 3).empty());
  CHECK(nearest("xyzzy", {}, 3).empty());
}

TEST_CASE("nearest allows a third of the longer one's characters, and at least one") {
  CHECK(nearest("ad", {"as"}, 1) == Words{"as"});
  CHECK(nearest("ab", {"cd"}, 1).empty());
  CHECK(nearest("xxcdef", {"abcdef"}, 1) == Words{"abcdef"});
  CHECK(nearest("xxcde", {"abcde"}, 1).empty());
}

TEST_CASE("what shares nothing with the word is not near it") {
  CHECK(nearest("m", {"o", "on"}, 9).empty());
  CHECK(nearest("m", {"me", "o"}, 9) == Words{"me"});
  CHECK(nearest("no", {"on"}, 9) == Words{"on"});
}

TEST_CASE("nearest puts the nearest first, keeps the order of ties and the count") {
  const Words candidates{"calendar", "cat", "cast", "call"};
  CHECK(nearest("cal", candidates, 9) == Words{"cat", "call", "calendar"});
  CHECK(nearest("call", candidates, 9) == Words{"call"});
  CHECK(nearest("cal", candidates, 2) == Words{"cat", "call"});
  CHECK(nearest("cal", candidates, 0).empty());
}

TEST_CASE("edit_distance of any bytes is symmetric and only capped by its limit") {
  rel::test::RandomText random;
  for (int round = 0; round < 3000; ++round) {
    const std::string a = random.any();
    const std::string b = round % 2 == 0 ? random.any() : a + random.bytes();
    const int limit = random.number(0, 6);
    CAPTURE(a);
    CAPTURE(b);
    const int whole = edit_distance(a, b, 1000);
    REQUIRE(edit_distance(b, a, 1000) == whole);
    REQUIRE(edit_distance(a, b, limit) == std::min(whole, limit + 1));
  }
}
