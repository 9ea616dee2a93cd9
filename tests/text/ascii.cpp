#include "text/ascii.hpp"

#include <doctest/doctest.h>

using namespace rel::text;

TEST_CASE("upper case is for ASCII only") {
  CHECK(upper("x-Ab\xC3\xA4z{") == "X-AB\xC3\xA4Z{");
}

TEST_CASE("so is lower case") {
  CHECK(lower("x-Ab\xC3\x84Z[") == "x-ab\xC3\x84z[");
}

TEST_CASE("words are the same in any case, but not when one begins the other") {
  CHECK(same_word("Vcard", "vCARD"));
  CHECK_FALSE(same_word("VCARD", "VCARDS"));
  CHECK_FALSE(same_word("[", "{"));
}

TEST_CASE("hexadecimal digits") {
  CHECK(hex_value('0') == 0);
  CHECK(hex_value('a') == 10);
  CHECK(hex_value('F') == 15);
  CHECK(hex_value('g') == -1);
  CHECK(hex_value('@') == -1);
}

TEST_CASE("stripping takes both ends and leaves the middle") {
  CHECK(stripped(" \ta b\r\n") == "a b");
  CHECK(stripped(" \n").empty());
  CHECK(stripped("").empty());
}

TEST_CASE("the digits of a text") {
  CHECK(digits_of("+49 (0)30 x12") == "4903012");
  CHECK(digits_of("٠١٢").empty());
}
