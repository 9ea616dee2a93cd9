#include "formats/calendar_clock.hpp"

#include <doctest/doctest.h>

using namespace rel;
using namespace rel::formats;

namespace {

CalendarTime at(Day day, int hour, const std::string& zone) {
  return {day, TimeOfDay{hour * 60}, zone};
}

const Day october_22 = date::year{2026} / 10 / 22;  // a Thursday; summer time ends on the 25th
const Day next_year = date::year{2027} / 1 / 1;

/// The times of a series, of which there may be so many.
std::vector<CalendarTime> series(CalendarClock& clock, const CalendarTime& start, const char* rule, Day until,
                                 std::size_t most = 1000) {
  Effort effort{1'000'000, most};
  return clock.series(start, rule, until, effort);
}

std::int64_t utc(Day day, int hour) {
  return std::int64_t{day_number(day)} * 86'400 + hour * 3'600;
}

}  // namespace

TEST_CASE("zones of the system, with summer and winter") {
  CalendarClock clock({});
  CHECK(clock.seconds(at(october_22, 19, "UTC")) == utc(october_22, 19));
  CHECK(clock.seconds(at(october_22, 19, "Europe/Berlin")) == utc(october_22, 17));
  CHECK(clock.seconds(at(plus_days(october_22, 7), 19, "Europe/Berlin")) ==
        utc(plus_days(october_22, 7), 18));
  CHECK(clock.seconds(at(october_22, 19, "")) == utc(october_22, 19));
  CHECK(clock.knows(at(october_22, 19, "Asia/Tokyo")));
  CHECK(clock.knows(at(october_22, 19, "")));
  for (const char* unknown : {"Mars/Olympus", "../../etc/passwd", "/etc/passwd", "\x1b[2J"})
    CHECK_FALSE(clock.knows(at(october_22, 19, unknown)));
}

TEST_CASE("zones that a calendar brings along, and such as are none") {
  const std::string begin = "BEGIN:VTIMEZONE\r\nTZID:W. Europe\r\n";
  CalendarClock clock(
      {{"W. Europe", begin + "BEGIN:STANDARD\r\nDTSTART:16010101T000000\r\nTZOFFSETFROM:+0300\r\n"
                             "TZOFFSETTO:+0300\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\n"},
       {"Empty", "BEGIN:VTIMEZONE\r\nEND:VTIMEZONE\r\n"},
       {"Broken", "nothing"}});
  CHECK(clock.seconds(at(october_22, 19, "W. Europe")) == utc(october_22, 16));
  CHECK_FALSE(clock.knows(at(october_22, 19, "Broken")));
  CHECK_FALSE(clock.knows(at(october_22, 19, "Empty")));
}

TEST_CASE("a zone whose rules never end is not known") {
  const std::map<std::string, std::string> zones = {
      {"Seconds",
       "BEGIN:VTIMEZONE\r\nTZID:Seconds\r\nBEGIN:STANDARD\r\nDTSTART:19700101T000000\r\n"
       "RRULE:FREQ=SECONDLY\r\nTZOFFSETFROM:+0200\r\nTZOFFSETTO:+0100\r\n"
       "END:STANDARD\r\nEND:VTIMEZONE\r\n"}};
  CalendarClock clock(zones);
  CHECK_FALSE(clock.knows(at(october_22, 19, "Seconds")));
}

TEST_CASE("a series keeps its time of day in its own zone, until the day asked for") {
  CalendarClock clock({});
  const CalendarTime start = at(october_22, 19, "Europe/Berlin");
  const auto times = series(clock, start, "FREQ=WEEKLY", date::year{2026} / 11 / 6);
  CHECK(times == std::vector{start, at(plus_days(october_22, 7), 19, "Europe/Berlin"),
                             at(plus_days(october_22, 14), 19, "Europe/Berlin")});
  CHECK(series(clock, start, "FREQ=MONTHLY;BYDAY=-1FR;COUNT=2", next_year) ==
        std::vector{at(date::year{2026} / 10 / 30, 19, "Europe/Berlin"),
                    at(date::year{2026} / 11 / 27, 19, "Europe/Berlin")});
  // The end of a series stands in UTC: 19:00 in Berlin on 5 November is 18:00.
  CHECK(series(clock, start, "FREQ=WEEKLY;UNTIL=20261105T180000Z", next_year).size() == 3);
  CHECK(series(clock, start, "FREQ=WEEKLY;UNTIL=20261105T175900Z", next_year).size() == 2);
}

TEST_CASE("what never ends is bounded") {
  CalendarClock clock({});
  const CalendarTime start = at(october_22, 19, "UTC");
  CHECK(series(clock, start, "FREQ=DAILY", latest_day()).size() == 1000);
  for (const char* rule : {"FREQ=SECONDLY", "FREQ=MINUTELY", "FREQ=HOURLY;COUNT=3", "FREQ=NEVER", "", "x",
                           "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30", "FREQ=YEARLY;INTERVAL=0"}) {
    CAPTURE(rule);
    CHECK(series(clock, start, rule, next_year).empty());
  }
}
