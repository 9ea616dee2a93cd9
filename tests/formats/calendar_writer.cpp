#include "formats/calendar_writer.hpp"

#include <doctest/doctest.h>

using namespace rel;
using namespace rel::formats;

namespace {

CalendarEvent event() {
  return {.uid = "u@rel",
          .on = date::year{2026} / 12 / 31,
          .known = date::year{2026} / 11 / 4,
          .title = "Ann: a, b; c"};
}

bool has_line(const std::string& lines, const std::string& line) {
  return lines.find("\r\n" + line + "\r\n") != std::string::npos;
}

}  // namespace

TEST_CASE("an event of a whole day takes no time") {
  CHECK(event_lines(event()) ==
        "BEGIN:VEVENT\r\nUID:u@rel\r\nDTSTAMP:20261104T000000Z\r\nDTSTART;VALUE=DATE:20261231\r\n"
        "DTEND;VALUE=DATE:20270101\r\nSUMMARY:Ann: a\\, b\\; c\r\nTRANSP:TRANSPARENT\r\nCLASS:PRIVATE\r\n"
        "END:VEVENT\r\n");
}

TEST_CASE("a yearly event comes back, on the last of February where the year has no 29th") {
  CalendarEvent yearly = event();
  yearly.yearly = true;
  CHECK(has_line(event_lines(yearly), "RRULE:FREQ=YEARLY"));
  yearly.on = date::year{2000} / 2 / 29;
  CHECK(has_line(event_lines(yearly), "RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-1"));
  yearly.on = date::year{2000} / 2 / 28;
  CHECK(has_line(event_lines(yearly), "RRULE:FREQ=YEARLY"));
}

TEST_CASE("hostile texts stay texts") {
  CalendarEvent hostile = event();
  hostile.title = "x\x1b[2J\x07y\nEND:VCALENDAR\r\nz\\n";
  hostile.text = std::string(200, 'x');
  const std::string lines = event_lines(hostile);
  CHECK(has_line(lines, "SUMMARY:x[2Jy\\nEND:VCALENDAR\\nz\\\\n"));
  CHECK(has_line(lines, "DESCRIPTION:" + std::string(63, 'x') + "\r\n " + std::string(74, 'x') + "\r\n " +
                            std::string(63, 'x')));
}
