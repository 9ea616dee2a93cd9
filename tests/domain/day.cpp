#include "rel/day.hpp"

#include <doctest/doctest.h>

#include <random>

namespace {

using namespace rel;
using namespace std::chrono_literals;
using namespace date::literals;

TEST_CASE("a day is written year-month-day, with leading zeros") {
  CHECK(iso(2026_y / 11 / 2) == "2026-11-02");
  CHECK(iso(1900_y / 1 / 1) == "1900-01-01");
  CHECK(iso(2199_y / 12 / 31) == "2199-12-31");
}

TEST_CASE("a day is read from exactly what is written") {
  CHECK(day_from_iso("2026-11-02") == Day{2026_y / 11 / 2});
  CHECK(day_from_iso("2024-02-29") == Day{2024_y / 2 / 29});
  CHECK(day_from_iso("1900-01-01") == earliest_day());
  CHECK(day_from_iso("2199-12-31") == latest_day());
}

TEST_CASE("no other text is a day") {
  for (const auto* const text :
       {"",           "2026-11-2",  "2026-1-02",  "26-11-02",    "2026-11-02 ", " 2026-11-02",
        "2026/11/02", "2026-11-0a", "20a6-11-02", "2026-+1-02",  "2025-02-29",  "1900-02-29",
        "2026-02-30", "2026-11-31", "2026-13-01", "2026-00-01",  "2026-01-00",  "1899-12-31",
        "2200-01-01", "0000-01-01", "9999-12-31", "10000-01-01", "-026-11-02",  "2026-11-02T19:30"}) {
    CAPTURE(text);
    CHECK_FALSE(day_from_iso(text).has_value());
  }
  CHECK_FALSE(day_from_iso(std::string_view{"2026-11-\0002", 10}).has_value());
}

TEST_CASE("every day reads back as itself") {
  for (Day day = earliest_day(); day <= latest_day(); day += date::days{1}) {
    if (day_from_iso(iso(day)) != day) FAIL(iso(day));
  }
}

TEST_CASE("days are counted from 1970") {
  CHECK(day_number(1970_y / 1 / 1) == 0);
  CHECK(day_number(1969_y / 12 / 31) == -1);
  CHECK(day_from_number(31) == Day{1970_y / 2 / 1});
  CHECK(days_between(2024_y / 2 / 28, 2024_y / 3 / 1) == 2);
  CHECK(days_between(2024_y / 3 / 1, 2024_y / 2 / 28) == -2);
  CHECK(plus_days(2026_y / 12 / 31, 1) == Day{2027_y / 1 / 1});
  CHECK(plus_days(2026_y / 1 / 1, -1) == Day{2025_y / 12 / 31});
}

TEST_CASE("distances and days agree") {
  std::mt19937 random{20261124};
  std::uniform_int_distribution<int> number{day_number(earliest_day()), day_number(latest_day())};
  for (int round = 0; round < 2000; ++round) {
    const Day from = day_from_number(number(random));
    const Day to = day_from_number(number(random));
    CHECK(plus_days(from, days_between(from, to)) == to);
    CHECK((iso(from) < iso(to)) == (from < to));
  }
}

TEST_CASE("every time of day reads back as itself") {
  for (TimeOfDay time = 0min; time < 24h; time += 1min) CHECK(time_from_text(clock_text(time)) == time);
}

TEST_CASE("a moment is written with its time, where it is known") {
  CHECK(iso(Moment{2026_y / 11 / 2, 19h + 30min}) == "2026-11-02T19:30");
  CHECK(iso(Moment{2026_y / 11 / 2, {}}) == "2026-11-02");
}

TEST_CASE("seconds since 1970 are a moment of UTC, also before that") {
  CHECK(utc(0) == Moment{1970_y / 1 / 1, 0min});
  CHECK(utc(86399) == Moment{1970_y / 1 / 1, 23h + 59min});
  CHECK(utc(1'795'251'600) == Moment{2026_y / 11 / 21, 9h});
  CHECK(utc(-1) == Moment{1969_y / 12 / 31, 23h + 59min});
}

TEST_CASE("a time is hours and minutes") {
  CHECK(clock_text(9h + 5min) == "09:05");
  CHECK(clock_text(0min) == "00:00");
  CHECK(time_from_text("9:05") == 9h + 5min);
  CHECK(time_from_text("09:05") == 9h + 5min);
  CHECK(time_from_text("23:59") == 23h + 59min);
  for (const auto* const text :
       {"", ":", "24:00", "25:61", "19:60", "19:5", "19:005", "019:30", ":30", "19:", "19.30", "19:30:00",
        " 9:05", "9:05 ", "-9:05", "+9:05", "9:0x", "١٩:٣٠", "1930"}) {
    CAPTURE(text);
    CHECK_FALSE(time_from_text(text).has_value());
  }
}

}  // namespace
