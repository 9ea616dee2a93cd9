#include "cli/durations.hpp"

#include <doctest/doctest.h>

#include <random>
#include <string>
#include <vector>

namespace {

using namespace rel::cli;

/// A reading as text: the number, `-` for what is not this, `!` and the suggestion for what is refused.
std::string told(const Reading<int>& reading) {
  if (const auto* value = std::get_if<int>(&reading)) return std::to_string(*value);
  if (const auto* refused = std::get_if<Refused>(&reading)) {
    CHECK_FALSE(refused->why.empty());
    return "!" + refused->instead;
  }
  return "-";
}

struct Case {
  std::string text;
  std::string expected;
};
using Cases = std::vector<Case>;

TEST_CASE("lengths of conversations") {
  const Cases cases = {
      {"45m", "45"},
      {"90min", "90"},
      {"90mins", "90"},
      {"1h", "60"},
      {"1h30", "90"},
      {"1h30m", "90"},
      {"2h30m", "150"},
      {"1h5m", "65"},
      {"1h05", "65"},
      {"0m", "0"},
      {"0h", "0"},
      {"45M", "45"},
      {"1H30M", "90"},
      {"90MIN", "90"},
      {"24h", "1440"},
      {"1440m", "1440"},
      {"0045m", "45"},
      {"1h30min", "90"},
      {"45 m", "45"},
      {"45 min", "45"},
      {"45 Minutes", "45"},
      {"45 min.", "45"},
      {"1 h", "60"},
      {"1hr", "60"},
      {"2 hours", "120"},
      {"two hours", "120"},
      {"1 h 30", "90"},
      {"1h 30", "90"},
      {"1h 30m", "90"},
      {"1 hour 30 minutes", "90"},
      {"1 hour and 30 minutes", "90"},
      {"1 h 05", "65"},
      {"half an hour", "30"},
      {"Half an hour", "30"},
      {"an hour", "60"},
      {"an hour and a half", "90"},
      {"a quarter of an hour", "15"},
  };
  for (const auto& test : cases) {
    CAPTURE(test.text);
    CHECK(told(read_minutes(test.text)) == test.expected);
  }
}

TEST_CASE("lengths that are refused, with what to type instead") {
  const Cases cases = {
      {"25h", "!"},          {"24h01", "!"},         {"1441m", "!"},      {"9999h", "!"},
      {"99999999999m", "!"}, {"99999h30", "!"},      {"1h75", "!2h15"},   {"0h60", "!1h"},
      {"1h60m", "!2h"},      {"23h99", "!"},         {"1h005", "!"},      {"3.5h", "!3h30"},
      {"3,5h", "!3h30"},     {"1.25h", "!1h15"},     {"0.5h", "!30m"},    {"2.0h", "!2h"},
      {"1.5m", "!2m"},       {"1.333333h", "!1h20"}, {"99.5h", "!"},      {"99999.5h", "!"},
      {"0x10m", "!"},        {"1e9m", "!"},          {"9999h99", "!"},    {"1h99999999999", "!"},
      {"3.5 h", "!3h30"},    {"25 hours", "!"},      {"1 h 75", "!2h15"},
  };
  for (const auto& test : cases) {
    CAPTURE(test.text);
    CHECK(told(read_minutes(test.text)) == test.expected);
  }
}

TEST_CASE("what is no length of a conversation") {
  for (const auto* const text :
       {"",      "45",   "0",      "m",     "h",         "min",       "h30",     " 45m",  "45m ",
        "-45m",  "+45m", "45s",    "3d",    "2w",        "1y",        "3.5",     "1e9",   "0x10",
        "3.h",   ".5h",  "1h30h",  "1h-30", "2m30",      "1h30m5",    "12hello", "11am",  "٤٥m",
        "４５m", "call", "3d.5m",  "1h 2",  "1h and 30", "20 min 30", "1 2 h",   "1 h h", "hour",
        "an",    "and",  "20 and", "two",   "45 minuts", "half"}) {
    CAPTURE(text);
    CHECK(told(read_minutes(text)) == "-");
  }
}

TEST_CASE("every length up to a day reads back in both forms") {
  for (int minutes = 0; minutes <= 24 * 60; ++minutes) {
    CHECK(told(read_minutes(std::to_string(minutes) + "m")) == std::to_string(minutes));
    const auto hours = std::to_string(minutes / 60) + "h" + std::to_string(minutes % 60) + "m";
    CHECK(told(read_minutes(hours)) == std::to_string(minutes));
  }
}

TEST_CASE("a number alone is minutes from 1 to 600") {
  for (const auto* const text : {"0", "601", "", "20m", "-1", "99999999999"})
    CHECK_FALSE(read_bare_minutes(text));
  CHECK(read_bare_minutes("1") == 1);
  CHECK(read_bare_minutes("600") == 600);
}

TEST_CASE("the words of a length are as many as read as one") {
  struct Words {
    std::vector<std::string> words;
    std::size_t count;
  };
  const std::vector<Words> cases = {{{"45", "min", "call"}, 2},
                                    {{"1", "h", "30", "min", "x"}, 4},
                                    {{"half", "an", "hour", "x"}, 3},
                                    {{"1h", "yesterday"}, 1},
                                    {{"45 min", "x"}, 1},
                                    {{"45", "min call"}, 0},
                                    {{"call"}, 0},
                                    {{}, 0}};
  for (const auto& [words, count] : cases) CHECK(words_of_minutes(words) == count);
}

TEST_CASE("cadences") {
  const Cases cases = {
      {"1d", "1"},     {"10d", "10"},     {"3w", "21"},    {"2m", "60"},        {"1y", "365"},
      {"10y", "3650"}, {"3650d", "3650"}, {"10D", "10"},   {"3W", "21"},        {"daily", "1"},
      {"weekly", "7"}, {"monthly", "30"}, {"Weekly", "7"}, {"quarterly", "90"}, {"YEARLY", "365"},
  };
  for (const auto& test : cases) {
    CAPTURE(test.text);
    CHECK(told(read_days(test.text)) == test.expected);
  }
}

TEST_CASE("cadences that are refused") {
  const Cases cases = {
      {"0d", "!"},
      {"0w", "!"},
      {"0y", "!"},
      {"3651d", "!"},
      {"522w", "!"},
      {"122m", "!"},
      {"11y", "!"},
      {"9999y", "!"},
      {"10000d", "!"},
      {"99999999999d", "!"},
      {"10", "!10d or 3w"},
      {"0", "!10d or 3w"},
      {"99999999999", "!10d or 3w"},
  };
  for (const auto& test : cases) {
    CAPTURE(test.text);
    CHECK(told(read_days(test.text)) == test.expected);
  }
}

TEST_CASE("what is no cadence") {
  for (const auto* const text :
       {"",    "d",   "-3d",  "+3d",   "3.5d", "3 d",    " 3d",      "3d ",  "3h",   "3min",
        "3dd", "1e9", "0x10", "0x10d", "١٢d",  "always", "biweekly", "week", "none", "3d ago"}) {
    CAPTURE(text);
    CHECK(told(read_days(text)) == "-");
  }
}

TEST_CASE("no text gives a number out of bounds") {
  std::mt19937 random{4711};
  const std::string alphabet = "0123459dwmyhins.,xe+- ";
  std::uniform_int_distribution<std::size_t> letter{0, alphabet.size() - 1};
  std::uniform_int_distribution<int> length{0, 12};
  for (int round = 0; round < 100000; ++round) {
    std::string text;
    for (int i = length(random); i > 0; --i) text += alphabet[letter(random)];
    const auto minutes = read_minutes(text);
    const auto days = read_days(text);
    const auto* const minute_count = std::get_if<int>(&minutes);
    const auto* const day_count = std::get_if<int>(&days);
    if (minute_count != nullptr && (*minute_count < 0 || *minute_count > 24 * 60)) FAIL(text);
    if (day_count != nullptr && (*day_count < 1 || *day_count > 3650)) FAIL(text);
  }
}

}  // namespace
