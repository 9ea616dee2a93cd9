#include "cli/dates.hpp"

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

#include "cli/told.hpp"

namespace {

using namespace rel;
using namespace rel::cli;
using namespace std::chrono_literals;
using namespace date::literals;

void reads_as(std::string_view expected, const std::vector<std::string>& texts, Tense tense,
              const Now& now = tuesday) {
  for (const auto& text : texts) {
    CAPTURE(text);
    CHECK(told(read_date(text, tense, now)) == expected);
  }
}

TEST_CASE("words for days in the past") {
  reads_as("2026-11-24", {"today", "TODAY", "tue", "Tuesday"}, past);
  reads_as("2026-11-23", {"yesterday", "Yesterday", "mon", "monday", "last mon"}, past);
  reads_as("2026-11-18", {"wed", "wednesday", "last Wednesday"}, past);
  reads_as("2026-11-19", {"thu", "THURSDAY"}, past);
  reads_as("2026-11-20", {"fri", "friday"}, past);
  reads_as("2026-11-21", {"sat", "saturday"}, past);
  reads_as("2026-11-22", {"sun", "sunday", "last  sun"}, past);
  reads_as("2026-11-17", {"last tue", "LAST TUE", "last\ttue"}, past);
}

TEST_CASE("words for days in the future") {
  reads_as("2026-11-24", {"today"}, future);
  reads_as("2026-11-25", {"tomorrow", "Tomorrow", "wed"}, future);
  reads_as("2026-11-30", {"mon", "next Monday"}, future);
  reads_as("2026-12-01", {"tue", "tuesday", "next tue"}, future);
  reads_as("2026-11-29", {"sun"}, future);
  reads_as("2026-11-27", {"next fri"}, future);
}

TEST_CASE("stretches back and ahead") {
  reads_as("2026-11-21", {"3d ago", "3D AGO", "3d", "0003d"}, past);
  reads_as("2026-11-10", {"2w", "2w ago"}, past);
  reads_as("2026-10-24", {"1m"}, past);
  reads_as("2025-11-24", {"12m ago", "1y"}, past);
  reads_as("2026-11-24", {"0d"}, past);
  reads_as("1999-07-10", {"9999d"}, past);
  reads_as("1900-11-24", {"126y"}, past);
  reads_as("2026-12-08", {"in 2w", "2w"}, future);
  reads_as("2026-11-27", {"+3d", "3d"}, future);
  reads_as("2027-01-24", {"in 2m"}, future);
  reads_as("2027-11-24", {"+1y"}, future);
  reads_as("2026-11-25", {"In 1D"}, future);
  reads_as("2026-11-24", {"+0d"}, future);
}

TEST_CASE("the end of a month stays its end") {
  reads_as("2026-02-28", {"1m ago"}, past, noon_on("2026-03-31"));
  reads_as("2026-01-31", {"2m"}, past, noon_on("2026-03-31"));
  reads_as("2025-11-30", {"4m ago"}, past, noon_on("2026-03-31"));
  reads_as("2024-02-29", {"1m ago"}, past, noon_on("2024-03-31"));
  reads_as("2023-02-28", {"1y ago"}, past, noon_on("2024-02-29"));
  reads_as("2020-02-29", {"4y ago"}, past, noon_on("2024-02-29"));
  reads_as("2026-02-28", {"in 1m"}, future, noon_on("2026-01-31"));
  reads_as("2027-02-28", {"in 13m"}, future, noon_on("2026-01-31"));
}

TEST_CASE("days of the calendar in the past") {
  reads_as("2026-11-02", {"11-02", "2 nov", "nov 2", "02 Nov", "2 November", "NOVEMBER 2", "2026-11-02"},
           past);
  reads_as("2026-11-02",
           {"nov 2nd", "2nd nov", "Nov 2nd, 2026", "on 2 nov", "mon 2 nov", "Monday, November 2, 2026"},
           past);
  reads_as("!", {"sun 2 nov", "tue 2 nov 2026"}, past);
  reads_as("2026-11-24", {"11-24", "2026-11-24"}, past);
  reads_as("2025-11-25", {"11-25"}, past);
  reads_as("2025-12-31", {"12-31"}, past);
  reads_as("2025-12-12", {"12 december"}, past);
  reads_as("2025-11-02", {"2 nov 2025", "nov 2 2025", "2  nov\t2025"}, past);
  reads_as("1900-01-01", {"1900-01-01"}, past);
  reads_as("2024-02-29", {"02-29", "29 feb"}, past);
  reads_as("2020-02-29", {"29 feb 2020"}, past);
  reads_as("2026-05-05", {"may 5"}, past);
}

TEST_CASE("days of the calendar in the future") {
  reads_as("2026-11-24", {"11-24"}, future);
  reads_as("2027-11-23", {"11-23"}, future);
  reads_as("2026-11-25", {"11-25"}, future);
  reads_as("2027-11-02", {"2 nov", "2027-11-02", "2 nov 2027"}, future);
  reads_as("2026-12-01", {"dec 1"}, future);
  reads_as("2199-12-31", {"2199-12-31"}, future);
  reads_as("2028-02-29", {"02-29"}, future);
}

TEST_CASE("29 February across a century without one") {
  reads_as("2104-02-29", {"02-29"}, future, noon_on("2097-03-01"));
  reads_as("2096-02-29", {"02-29"}, past, noon_on("2103-12-31"));
  reads_as("2024-02-29", {"02-29"}, past, noon_on("2024-02-29"));
  reads_as("2024-02-29", {"02-29"}, future, noon_on("2024-02-29"));
  reads_as("!", {"02-29"}, past, noon_on("1903-12-31"));
}

TEST_CASE("every month and day of the week has a short and a full name") {
  const std::vector<std::string> months = {"january",   "february", "march",    "april",
                                           "may",       "june",     "july",     "august",
                                           "september", "october",  "november", "december"};
  for (unsigned i = 0; i < months.size(); ++i) {
    const auto expected = iso(date::year{2025} / date::month{i + 1} / 3);
    reads_as(expected, {"3 " + months[i] + " 2025", months[i].substr(0, 3) + " 3 2025"}, past);
  }
  for (const auto& word : date_words()) {
    CAPTURE(word);
    CHECK(told(read_date(word, word == "tomorrow" ? future : past, tuesday)).size() == 10);
  }
  CHECK(date_words().size() == 10);
  CHECK(date_words()[3] == "monday");
  CHECK(date_words()[9] == "sunday");
}

TEST_CASE("days with a time") {
  reads_as("2026-11-23 19:30", {"yesterday 19:30"}, past);
  reads_as("2026-11-02 09:05", {"2 nov 9:05", "2026-11-02t9:05"}, past);
  reads_as("2026-11-02 19:30", {"2026-11-02T19:30", "2026-11-02 19:30", "11-02 19:30"}, past);
  reads_as("2026-11-17 19:30", {"last tue 19:30"}, past);
  reads_as("2026-11-21 00:00", {"3d ago  00:00"}, past);
  reads_as("2025-11-02 23:59", {"nov 2 2025 23:59"}, past);
  reads_as("2026-11-24 11:30", {"11:30"}, past);
  reads_as("2026-11-24 12:00", {"12:00"}, past);
  reads_as("2026-11-24 09:05", {"today 9:05"}, past);
  reads_as("2026-11-24 19:30", {"19:30"}, future);
  reads_as("2026-11-24 09:05", {"9:05"}, future);
  reads_as("2026-12-08 19:30", {"in 2w 19:30"}, future);
  reads_as("2026-11-25 07:00", {"tomorrow 7:00"}, future);
  reads_as("2026-12-01 08:00", {"2026-12-01T08:00"}, future);
  reads_as("2026-11-23 19:30",
           {"yesterday 7:30pm", "yesterday 7:30 pm", "yesterday at 7.30 p.m.", "7:30 pm yesterday",
            "at 19:30 yesterday", "19:30 on monday"},
           past);
  reads_as("2026-11-24 12:00", {"noon", "at noon", "12pm", "today 12 PM"}, past);
  reads_as("2026-11-23 00:05", {"yesterday 12:05am"}, past);
  reads_as("2026-11-24 19:00", {"7pm", "at 7 pm"}, future);
}

TEST_CASE("the wrong side of today") {
  reads_as("!",
           {"tomorrow", "+3d", "in 2w", "next fri", "2026-11-25", "2 nov 2027", "12:01", "today 19:30",
            "tue 19:30", "2026-11-24T12:01", "11-24 13:00", "2026-11-25T00:10", "in 0d"},
           past);
  reads_as("!", {"yesterday", "3d ago", "last tue", "2026-11-23", "2 nov 2026", "yesterday 19:30", "2w ago"},
           future);
}

TEST_CASE("in the morning, a time of the night is that of the night before, a day given with it stays") {
  reads_as("2026-11-23 03:59", {"3:59"}, past);
  reads_as("2026-11-23 00:30", {"0:30"}, past);
  reads_as("2026-11-24 02:30", {"today 2:30", "2026-11-24T02:30", "tue 2:30"}, past);
}

TEST_CASE("days, weeks, months and years may be written out") {
  reads_as("2026-11-21", {"3 days ago", "3 days"}, past);
  reads_as("2026-11-17", {"a week ago", "1 week ago", "one week ago"}, past);
  reads_as("2026-09-24", {"2 months ago"}, past);
  reads_as("2026-12-08", {"in 2 weeks", "2 weeks"}, future);
  reads_as("2027-11-24", {"in a year"}, future);
  reads_as("2026-11-21 19:30", {"3 days ago 19:30"}, past);
  reads_as("2026-11-21", {"three days ago", "Three Days Ago", "3 d ago"}, past);
  reads_as("2026-09-01", {"twelve weeks ago"}, past);
  reads_as("2026-12-08", {"in two weeks", "two weeks", "in 2 w"}, future);
  reads_as("-", {"thirteen days ago", "two weeks", "a week", "3 dogs ago", "day ago", "3 d"}, past);
}

TEST_CASE("days of a week that is named") {
  reads_as("2026-11-22", {"the day before yesterday", "day before yesterday", "on the day before yesterday"},
           past);
  reads_as("2026-11-26", {"the day after tomorrow"}, future);
  reads_as("2026-11-22", {"on sunday", "on sun", "sunday night"}, past);
  reads_as("2026-11-08", {"sun 2 weeks ago", "sunday two weeks ago", "sun 2w ago", "on sun 2 weeks ago"},
           past);
  reads_as("2026-11-10", {"tue 2 weeks ago"}, past);
  reads_as("2026-11-16", {"mon a week ago"}, past);
  reads_as("-", {"sun 2 days ago", "sun 2 weeks", "tue ago"}, past);
  reads_as("2026-11-24", {"tues", "tuesd"}, past);
  reads_as("2026-11-26", {"thurs"}, future);
}

TEST_CASE("parts of a day belong to their day, and the night to the day before it") {
  reads_as("2026-11-24", {"this morning", "this afternoon", "this evening", "tonight"}, past);
  reads_as("2026-11-23", {"last night", "last evening", "yesterday evening"}, past);
  reads_as("2026-11-23 23:00", {"last night 23:00", "last night at 11pm"}, past);
  reads_as("2026-11-24", {"this evening", "tonight"}, future);
  reads_as("2026-11-25", {"tomorrow morning"}, future);
  reads_as("!", {"last night"}, future);
  reads_as("-", {"morning", "night", "last morning", "this night"}, past);
}

TEST_CASE("a length of time ago is a moment") {
  reads_as("2026-11-24 11:40", {"20 min ago", "20min ago"}, past);
  reads_as("2026-11-24 11:00", {"an hour ago", "1h ago", "1 hour ago"}, past);
  reads_as("2026-11-23 18:00", {"18 hours ago"}, past);
  reads_as("2026-11-23 00:00", {"12 hours ago"}, past);  // the night belongs to the day before
  reads_as("2026-09-24", {"2m ago", "2 m ago"}, past);   // m is a month in dates
  reads_as("!", {"25h ago"}, past);
  reads_as("-", {"an hour ago"}, future);
}

TEST_CASE("the night belongs to the day before") {
  const Now night{.today = day_from_iso("2026-11-21").value(), .time = 30min, .day_starts = 4h};
  reads_as("2026-11-21", {"today"}, past, night);
  reads_as("2026-11-20", {"yesterday"}, past, night);
  reads_as("2026-11-21 23:30", {"23:30"}, past, night);
  reads_as("2026-11-21 00:10", {"00:10"}, past, night);
  reads_as("2026-11-21 00:30", {"0:30"}, past, night);
  reads_as("2026-11-21 04:00", {"4:00"}, past, night);
  reads_as("!", {"00:31", "01:00", "3:59", "2026-11-22", "2026-11-22T00:10"}, past, night);
  // A date given is never shifted: that night was a day ago.
  reads_as("2026-11-21 01:00", {"2026-11-21T01:00", "today 1:00"}, past, night);
  reads_as("2026-11-20 01:00", {"2026-11-20T01:00"}, past, night);
  CHECK(since_day_start(4h, 4h) == 0min);
  CHECK(since_day_start(3h + 59min, 4h) == 1439min);
  CHECK(since_day_start(0min, 4h) == 1200min);
  CHECK(since_day_start(13h, 0min) == 780min);
}

void reads_as_yearly(std::string_view expected, const std::vector<std::string>& texts) {
  for (const auto& text : texts) {
    CAPTURE(text);
    CHECK(told_yearly(text) == expected);
  }
}

TEST_CASE("yearly dates") {
  reads_as_yearly("4 12", {"04-12", "4-12", "12 apr", "apr 12", "12 April"});
  reads_as_yearly("1980 4 12", {"1980-04-12", "1980-4-12", "12 apr 1980", "apr 12 1980"});
  reads_as_yearly("2 29", {"02-29", "29 feb"});
  reads_as_yearly("1980 2 29", {"1980-02-29"});
  reads_as_yearly("1900 1 1", {"1900-01-01"});
  reads_as_yearly("2199 12 31", {"2199-12-31"});
  reads_as_yearly("!", {"02-30", "1981-02-29", "1899-12-31", "2200-01-01", "13-01", "12/04", "12/04/1980",
                        "12.04.1980", "31 nov"});
  reads_as_yearly("-", {"268-04", "--0412", "", "yesterday", "tue", "3d ago", "04-12 19:30",
                        "1980-04-12T10:00", "apr", "12", "12 apr 80", " 04-12", "04-12 "});
}

TEST_CASE("a day is echoed with its names and without a leading zero") {
  CHECK(echoed({2026_y / 11 / 24, std::nullopt}) == "Tue 24 Nov 2026");
  CHECK(echoed({2026_y / 11 / 2, std::nullopt}) == "Mon 2 Nov 2026");
  CHECK(echoed({2026_y / 11 / 24, 19h + 30min}) == "Tue 24 Nov 2026, 19:30");
  CHECK(echoed({2024_y / 2 / 29, 9h + 5min}) == "Thu 29 Feb 2024, 09:05");
}

}  // namespace
