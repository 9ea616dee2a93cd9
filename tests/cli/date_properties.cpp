#include <doctest/doctest.h>

#include <algorithm>
#include <random>
#include <string>
#include <vector>

#include "cli/dates.hpp"
#include "cli/told.hpp"

namespace {

using namespace rel;
using namespace rel::cli;
using namespace std::chrono_literals;
using namespace date::literals;

TEST_CASE("what is written and echoed reads back as itself") {
  std::mt19937 random{20261124};
  std::uniform_int_distribution<int> number{day_number(earliest_day()), day_number(latest_day())};
  std::uniform_int_distribution<int> minute{0, 24 * 60 - 1};
  for (int round = 0; round < 5000; ++round) {
    const Moment moment{day_from_number(number(random)), TimeOfDay{minute(random)}};
    const Tense tense = moment.day < tuesday.today ? past : future;
    const auto clock = clock_text(*moment.time);
    const std::string expected = iso(moment.day) + " " + clock;
    const auto echo = echoed({moment.day, std::nullopt});
    const auto day_month_year = echo.substr(4);
    CAPTURE(echo);
    CHECK(told(read_date(iso(moment.day), tense, tuesday)) == iso(moment.day));
    CHECK(told(read_date(expected, tense, tuesday)) == expected);
    CHECK(told(read_date(iso(moment.day) + "T" + clock, tense, tuesday)) == expected);
    CHECK(told(read_date(day_month_year, tense, tuesday)) == iso(moment.day));
    CHECK(told(read_date(echo, tense, tuesday)) == iso(moment.day));
    CHECK(told(read_date(echoed(moment), tense, tuesday)) == expected);
    CHECK(told(read_date(echo.substr(0, 3), past, {moment.day, 12h, 4h})) == iso(moment.day));
    CHECK(told_yearly(day_month_year) == told_yearly(iso(moment.day)));
  }
}

TEST_CASE("a day without a year is the nearest one on its side") {
  std::mt19937 random{7};
  std::uniform_int_distribution<int> number{day_number(1910_y / 1 / 1), day_number(2189_y / 12 / 31)};
  for (int round = 0; round < 3000; ++round) {
    const Now now{day_from_number(number(random)), 12h, 4h};
    const auto month_day = iso(day_from_number(number(random))).substr(5);
    CAPTURE(month_day);
    Day back = now.today;
    while (iso(back).substr(5) != month_day) back -= date::days{1};
    Day ahead = now.today;
    while (iso(ahead).substr(5) != month_day) ahead += date::days{1};
    CHECK(told(read_date(month_day, past, now)) == iso(back));
    CHECK(told(read_date(month_day, future, now)) == iso(ahead));
  }
}

/// Words that are nearly dates, and bytes that are nothing.
std::string garbage(std::mt19937& random) {
  static const std::vector<std::string> pieces = {
      "today", "yesterday", "tomorrow", "tue",   "fri",   "last", "next",        "this", "in", "ago", "nov",
      "feb",   "2",         "29",       "31",    "2026",  "2028", "9999",        "0",    "3d", "2w",  "1m",
      "9999y", "+",         "-",        "/",     ".",     ":",    "T",           " ",    " ",  " ",   "\t",
      "11",    "02",        "12",       "19:30", "24:00", "pm",   "at",          "noon", "on", "two", "weeks",
      "night", ",",         "\x1b",     "\xff",  "é",     "١",    "99999999999", "d"};
  std::uniform_int_distribution<std::size_t> piece{0, pieces.size() - 1};
  std::uniform_int_distribution<int> count{0, 8};
  std::string text;
  for (int i = count(random); i > 0; --i) text += pieces[piece(random)];
  return text;
}

bool on_its_side(const Moment& moment, Tense tense, const Now& now) {
  if (moment.day < earliest_day() || moment.day > latest_day()) return false;
  if (tense == future) return moment.day >= now.today;
  if (moment.day != now.today || !moment.time) return moment.day <= now.today;
  return since_day_start(*moment.time, now.day_starts) <= since_day_start(now.time, now.day_starts);
}

TEST_CASE("no text crashes, reads as a day on the wrong side, or is refused with a control character") {
  std::mt19937 random{1};
  int moments = 0;
  for (int round = 0; round < 200000; ++round) {
    const auto text = garbage(random);
    const Tense tense = round % 2 == 0 ? past : future;
    const auto reading = read_date(text, tense, tuesday);
    read_yearly_date(text);
    if (const auto* const moment = std::get_if<Moment>(&reading)) {
      ++moments;
      if (!on_its_side(*moment, tense, tuesday)) FAIL(text);
    }
    if (const auto* const refused = std::get_if<Refused>(&reading)) {
      const auto printable = [](char c) { return c >= ' ' && c <= '~'; };
      if (!std::ranges::all_of(refused->why + refused->instead, printable)) FAIL(text);
    }
  }
  CHECK(moments > 1000);
}

TEST_CASE("the words of a date read as one, and the next word would not lengthen it") {
  std::mt19937 random{2};
  for (int round = 0; round < 20000; ++round) {
    std::vector<std::string> words;
    for (int i = 0; i < 9; ++i) words.push_back(garbage(random));
    const Tense tense = round % 2 == 0 ? past : future;
    const auto count = words_of_date(words, tense, tuesday);
    if (count > 8) FAIL("too many words");
    std::string joined;
    for (std::size_t i = 0; i < count; ++i) joined += (i > 0 ? " " : "") + words[i];
    if (count > 0 && told(read_date(joined, tense, tuesday)) == "-") FAIL(joined);
  }
}

}  // namespace
