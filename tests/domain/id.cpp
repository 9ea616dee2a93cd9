#include "rel/id.hpp"

#include <doctest/doctest.h>

#include <random>

using namespace rel;

TEST_CASE("an id is thirteen characters and begins with a digit") {
  CHECK(id_text(0) == "2000000000000");
  CHECK(id_text(7) == "9000000000000");
  CHECK(id_text(8) == "2100000000000");
  CHECK(id_text(0x7fffffffffffffff) == "9zzzzzzzzzzzz");
}

TEST_CASE("any beginning of an id fits it, and no other one of its length does") {
  std::mt19937_64 random(7);
  for (int i = 0; i < 2000; ++i) {
    const auto id = static_cast<Id>(random() >> 1);
    const std::string text = id_text(id);
    for (std::size_t length = 1; length <= text.size(); ++length) {
      const auto beginning = id_beginning(text.substr(0, length));
      REQUIRE(beginning);
      CHECK((id & beginning->mask) == beginning->bits);
      CHECK(((id ^ 1) & beginning->mask) != beginning->bits);
    }
    CHECK(id_beginning(text)->bits == id);
  }
}

TEST_CASE("case makes no difference, what can't be an id is none") {
  CHECK(id_beginning("7K2Q")->bits == id_beginning("7k2q")->bits);
  for (const char* text : {"", "a123", "1abc", "7k-q", "7kil", "22222222222222", "7 k", "７"}) {
    CAPTURE(text);
    CHECK(!id_beginning(text));
  }
}
