#include "formats/recurrence.hpp"

#include <doctest/doctest.h>

using namespace rel;
using namespace rel::formats;

namespace {

constexpr Effort plenty{1'000'000, 100'000};

/// The days of a rule from a Thursday on, `MMDD` where they are of its year.
std::string days(const std::string& rule, Day until, Day start = date::year{2026} / 10 / 22) {
  const auto read = recurrence_from(rule);
  if (!read) return "none";
  Effort effort = plenty;
  std::string text;
  for (const CalendarTime& time : occurrences(*read, {start, TimeOfDay{19 * 60}, "UTC"}, until, effort)) {
    const std::string day = iso(time.day);
    text += (text.empty() ? "" : " ") + (day.starts_with(iso(start).substr(0, 4)) ? day.substr(5) : day);
  }
  return text;
}

const Day new_year = date::year{2027} / 1 / 1;

}  // namespace

TEST_CASE("days, weeks, months and years, each so many apart") {
  CHECK(days("FREQ=DAILY;COUNT=3", new_year) == "10-22 10-23 10-24");
  CHECK(days("FREQ=DAILY;INTERVAL=30", new_year) == "10-22 11-21 12-21");
  CHECK(days("FREQ=WEEKLY;INTERVAL=4", new_year) == "10-22 11-19 12-17");
  CHECK(days("FREQ=MONTHLY", new_year) == "10-22 11-22 12-22");
  CHECK(days("FREQ=MONTHLY", new_year, date::year{2026} / 8 / 31) == "08-31 10-31 12-31");
  CHECK(days("FREQ=YEARLY", date::year{2028} / 12 / 31) == "10-22 2027-10-22 2028-10-22");
  CHECK(days("freq=yearly;interval=4", date::year{2040} / 1 / 1, date::year{2024} / 2 / 29) ==
        "02-29 2028-02-29 2032-02-29 2036-02-29");
}

TEST_CASE("weekdays, by themselves and counted in their month or year") {
  CHECK(days("FREQ=WEEKLY;BYDAY=TU,TH;COUNT=4", new_year) == "10-22 10-27 10-29 11-03");
  CHECK(days("FREQ=DAILY;BYDAY=SA,SU;COUNT=3", new_year) == "10-24 10-25 10-31");
  CHECK(days("FREQ=MONTHLY;BYDAY=-1FR", new_year) == "10-30 11-27 12-25");
  CHECK(days("FREQ=MONTHLY;BYDAY=2TU,1MO;COUNT=4", new_year) == "11-02 11-10 12-07 12-08");
  CHECK(days("FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1", new_year) == "10-30 11-30 12-31");
  CHECK(days("FREQ=YEARLY;BYDAY=20MO", date::year{2028} / 1 / 1) == "2027-05-17");
  CHECK(days("FREQ=YEARLY;BYMONTH=11;BYDAY=4TH", date::year{2027} / 12 / 1) == "11-26 2027-11-25");
  CHECK(days("FREQ=YEARLY;BYDAY=-1SU", date::year{2027} / 12 / 31) == "12-27 2027-12-26");
  CHECK(days("FREQ=WEEKLY;INTERVAL=2;BYDAY=SU,TH;WKST=SU;COUNT=3", new_year) == "10-22 11-01 11-05");
  CHECK(days("FREQ=WEEKLY;INTERVAL=2;BYDAY=SU,TH;WKST=MO;COUNT=3", new_year) == "10-22 10-25 11-05");
}

TEST_CASE("days of months and years, weeks of years, from either end") {
  CHECK(days("FREQ=MONTHLY;BYMONTHDAY=-1,1", new_year) == "10-31 11-01 11-30 12-01 12-31 2027-01-01");
  CHECK(days("FREQ=MONTHLY;BYMONTHDAY=13;BYDAY=FR", date::year{2027} / 12 / 31) == "11-13 2027-08-13");
  CHECK(days("FREQ=YEARLY;BYMONTHDAY=15", new_year) == "11-15 12-15");
  CHECK(days("FREQ=YEARLY;BYYEARDAY=1,-1", date::year{2027} / 12 / 31) == "12-31 2027-01-01 2027-12-31");
  CHECK(days("FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO", date::year{2027} / 12 / 31) == "2027-05-17");
  CHECK(days("FREQ=YEARLY;BYWEEKNO=53", date::year{2027} / 12 / 31) == "12-31");
  CHECK(days("FREQ=YEARLY;BYWEEKNO=-1;BYDAY=MO", date::year{2027} / 12 / 31) == "12-28 2027-12-27");
}

TEST_CASE("several times a day, and an end") {
  Effort effort = plenty;
  const CalendarTime start{date::year{2026} / 10 / 22, TimeOfDay{9 * 60}, "UTC"};
  const auto rule = recurrence_from("FREQ=DAILY;BYHOUR=9,17;BYMINUTE=0,30;COUNT=5");
  REQUIRE(rule);
  const auto times = occurrences(*rule, start, new_year, effort);
  REQUIRE(times.size() == 5);
  CHECK(times[1].time == TimeOfDay{9 * 60 + 30});
  CHECK(times[4] == CalendarTime{date::year{2026} / 10 / 23, TimeOfDay{9 * 60}, "UTC"});
  CHECK(days("FREQ=DAILY;UNTIL=20261024", new_year) == "10-22 10-23 10-24");
  CHECK(days("FREQ=WEEKLY;UNTIL=99991231T235959Z", date::year{2026} / 10 / 30) == "10-22 10-29");
}

TEST_CASE("what can't be read, and what comes back more than daily, is none") {
  for (const char* rule :
       {"", "x", "FREQ=HOURLY", "FREQ=SECONDLY", "FREQ=NEVER", "INTERVAL=2", "FREQ=DAILY;INTERVAL=0",
        "FREQ=DAILY;COUNT=0", "FREQ=DAILY;BYMONTH=13", "FREQ=DAILY;BYDAY=XX", "FREQ=DAILY;BYDAY=0MO",
        "FREQ=DAILY;BYMONTHDAY=0", "FREQ=DAILY;BYSETPOS=400", "FREQ=DAILY;UNTIL=soon", "FREQ=DAILY;WKST=X",
        "FREQ=DAILY;BYDAY", "RSCALE=CHINESE;FREQ=YEARLY"}) {
    CAPTURE(rule);
    CHECK_FALSE(recurrence_from(rule));
  }
}

TEST_CASE("whatever a rule asks for, its cost is counted and has an end") {
  const CalendarTime start{date::year{1900} / 1 / 1, TimeOfDay{0}, "UTC"};
  for (const char* never : {"FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30,31;BYDAY=MO,TU,WE,TH,FR,SA,SU",
                            "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30", "FREQ=YEARLY;BYYEARDAY=1;BYMONTH=12",
                            "FREQ=MONTHLY;BYDAY=5MO;BYMONTHDAY=1;COUNT=1000000", "FREQ=DAILY;BYSETPOS=2",
                            "FREQ=YEARLY;INTERVAL=32767;BYMONTH=2;BYMONTHDAY=30"}) {
    CAPTURE(never);
    Effort effort = plenty;
    CHECK(occurrences(*recurrence_from(never), start, latest_day(), effort).empty());
    CHECK(plenty.days - effort.days < 250'000);
  }
  std::string every_hour = "0";
  for (int hour = 1; hour < 24; ++hour) every_hour += ',' + std::to_string(hour);
  Effort hours{10'000, 10'000};
  const auto rule = recurrence_from("FREQ=YEARLY;BYDAY=MO;BYSETPOS=1;BYHOUR=" + every_hour);
  CHECK(occurrences(*rule, start, latest_day(), hours).size() ==
        6);  // of 365 days and 52 times 24 hours each
  CHECK(hours.days == 0);
  Effort little{1'000'000, 10};
  CHECK(occurrences(*recurrence_from("FREQ=DAILY"), start, latest_day(), little).size() == 10);
  CHECK(little.spent());
  CHECK(occurrences(*recurrence_from("FREQ=DAILY"), start, latest_day(), little).empty());
  Effort few_days{100, 1000};
  CHECK(occurrences(*recurrence_from("FREQ=WEEKLY"), start, latest_day(), few_days).size() == 12);
  CHECK(few_days.spent());
}
