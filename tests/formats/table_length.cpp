#include "formats/table_length.hpp"

#include <doctest/doctest.h>

using rel::formats::minutes_of;
using rel::formats::seconds_from;

TEST_CASE("lengths that say their unit") {
  CHECK(seconds_from("0:03:12") == 192);
  CHECK(seconds_from(" 1:30:00 ") == 5400);
  CHECK(seconds_from("192s") == 192);
  CHECK(seconds_from("192 sec") == 192);
  CHECK(seconds_from("0.5h") == 1800);
  CHECK(seconds_from("1,5 Hours") == 5400);
  CHECK(seconds_from("0s") == 0);
  for (const char* other : {"", "192", "3:12", "1h30", "45 min", "0:60:00", "0:03:60", "-1s", "1:2:3:4", "h",
                            "99999999s", "0:03:12x"})
    CHECK_MESSAGE(!seconds_from(other), other);
}

TEST_CASE("seconds are whole minutes, and something is one at least") {
  CHECK(minutes_of(0) == 0);
  CHECK(minutes_of(1) == 1);
  CHECK(minutes_of(89) == 1);
  CHECK(minutes_of(90) == 2);
  CHECK(minutes_of(192) == 3);
}

TEST_CASE("a column whose median is over 180 looks like seconds") {
  rel::formats::BareLengths lengths;
  CHECK_FALSE(lengths.look_like_seconds());
  lengths.see(181);
  CHECK(lengths.look_like_seconds());
  lengths.see(180);
  CHECK_FALSE(lengths.look_like_seconds());
  lengths.see(600);
  CHECK(lengths.look_like_seconds());
}
