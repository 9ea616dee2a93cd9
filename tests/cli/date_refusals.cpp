#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

#include "cli/dates.hpp"
#include "cli/told.hpp"

namespace {

using namespace rel;
using namespace rel::cli;

Refused refusal(std::string_view text, Tense tense) {
  const auto reading = read_date(text, tense, tuesday);
  const auto* const refused = std::get_if<Refused>(&reading);
  return refused != nullptr ? *refused : Refused{"(not refused)", ""};
}

void told_in_both_tenses(std::string_view expected, const std::vector<std::string>& texts) {
  for (const auto& text : texts) {
    for (const Tense tense : {past, future}) {
      CAPTURE(text);
      const auto reading = read_date(text, tense, tuesday);
      CHECK(told(reading) == expected);
      const auto* const refused = std::get_if<Refused>(&reading);
      CHECK((refused == nullptr || !refused->why.empty()));
    }
  }
}

TEST_CASE("days that the calendar or rel does not have") {
  told_in_both_tenses("!", {"2025-02-29", "02-30", "11-31", "2026-13-01", "2026-00-10", "2026-01-00", "00-10",
                            "11-00", "31 nov", "nov 31 2025", "29 feb 2025", "2025-02-29T19:30"});
  told_in_both_tenses("!", {"0000-01-01", "1899-12-31", "2200-01-01", "9999-12-31", "10000-01-01",
                            "2 nov 1899", "2 nov 10000", "9999y", "200y ago"});
}

TEST_CASE("numbers too large for the type that would hold them") {
  told_in_both_tenses("!", {"260 nov", "256 jan", "258-01-01", "4294967297-01-01", "99999999999-01-01",
                            "10000d", "99999999999d", "99999999999d ago", "+99999d", "99999999999:00"});
}

TEST_CASE("times that are none") {
  told_in_both_tenses(
      "!", {"25:61", "24:00", "9:5", "1:75", "19:30:00", "yesterday 25:61", "yesterday 24:00", "2026-11-02T",
            "13pm", "0am", "7:60 pm", "yesterday 7:5 pm", "at 7", "at 19", "yesterday at 7",
            "2026-11-02T25:00", "2026-11-02Tnoon", "2026-11-02T19:30:00", "2026-11-02T19:30Z"});
}

TEST_CASE("figures that can be read in two ways, or are not in full") {
  told_in_both_tenses("!", {"03/04/2026", "13/04/2026", "3/4", "32/13/2026", "1/2/26", "2026/11/02",
                            "03/04/2026 19:30", "1234567/2"});
  told_in_both_tenses("!", {"02.11.2026", "2.11.26", "02-11-2026", "26-11-02", "2026-11"});
}

TEST_CASE("more than a day") {
  told_in_both_tenses("!", {"last week", "next month", "this week", "last year", "last weekend", "this tue",
                            "last week 19:30"});
}

TEST_CASE("near misses are left to the caller") {
  told_in_both_tenses("-",
                      {"tuseday", "yesteday", "tomorow", "tuesdy", "yester day", "3d agoo", "3dd", "in 3h"});
}

TEST_CASE("numbers and signs are no days") {
  told_in_both_tenses(
      "-", {"5", " 5 ", "45", "2026", "1e9", "0x10", "-3d", "3.5h", "3.14", "١٢", "١٢d", "２０２６-11-02"});
  told_in_both_tenses("-", {"192.168.0.1", "555-1234", "1-2-3-4", "--0412", "1:2:3:4", ":", "19:", ":30",
                            "--", "//", "+", "+d"});
}

TEST_CASE("words are no days") {
  told_in_both_tenses(
      "-", {"",           "call",     "nov",      "last",  "next",  "in",        "ago",      "this",
            "this thing", "last foo", "next foo", "at",    "on",    "pm",        "at lunch", "at 45",
            "d",          "t",        "T19:30",   "2 foo", "foo 2", "nov 2 nov", "2 nov 26", "2026-11-02x"});
}

TEST_CASE("a date among other words is left to words_of_date") {
  told_in_both_tenses("-", {"3d ago call", "last tue 45m", "call 25:61", "call 19:30", "19:30 call yesterday",
                            "yesterday 19:30 19:30", "2026-11-02T19:30 call", "2 nov 2026 x"});
}

TEST_CASE("white space at the ends is not trimmed, and only blanks part words") {
  told_in_both_tenses("-", {" ", " yesterday", "yesterday ", " 19:30", "19:30 ", "last ", "3d\nago"});
  CHECK(told(read_date(std::string_view{"3d\0", 3}, past, tuesday)) == "-");
}

TEST_CASE("a refusal says why and what to type instead") {
  CHECK(refusal("2025-02-29", past).why == "2025 has no 29 February");
  CHECK(refusal("11-31", past).why == "there is no 31 November");
  CHECK(refusal("03/04/2026", past).why == "03/04/2026 can be 3 April or 4 March");
  CHECK(refusal("2026-11-25", past).why == "Wed 25 Nov 2026 is still to come");
  CHECK(refusal("yesterday 9:05", future).why == "yesterday is already past");
  struct Suggestion {
    std::string text;
    std::string instead;
  };
  const std::vector<Suggestion> suggestions = {{"03/04/2026", "2026-04-03 or 2026-03-04"},
                                               {"13/04/2026", "2026-04-13"},
                                               {"04/13/2026", "2026-04-13"},
                                               {"04/04/2026", "2026-04-04"},
                                               {"3/4", "04-03 or 03-04"},
                                               {"24/7", "07-24"},
                                               {"3/4/26", "2026-04-03 or 2026-03-04"},
                                               {"31/02/2026", ""},
                                               {"2026/11/02", "2026-11-02"},
                                               {"02.11.2026", "2026-11-02"},
                                               {"2.11.26", "2026-11-02"},
                                               {"13-04-2026", "2026-04-13"},
                                               {"2026-13-01", "2026-01-13"},
                                               {"last week", "1w ago"},
                                               {"this month", "today"},
                                               {"this tue", "tue"},
                                               {"last weekend", "sat or sun"},
                                               {"sun 2 nov", "2026-11-02"},
                                               {"at 7", "at 7am or at 7pm"},
                                               {"at 19", "at 19:00"},
                                               {"next fri", "last fri"},
                                               {"in 2w", "2w ago"},
                                               {"+3d", "3d ago"},
                                               {"19:30:00", "19:30"}};
  for (const auto& suggestion : suggestions) {
    CAPTURE(suggestion.text);
    CHECK(refusal(suggestion.text, past).instead == suggestion.instead);
  }
  CHECK(refusal("3d ago", future).instead == "in 3d");
  CHECK(refusal("next month", future).instead == "in 1m");
  CHECK(refusal("last tue", future).instead == "next tue");
}

}  // namespace
