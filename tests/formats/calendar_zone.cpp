#include "formats/calendar_zone.hpp"

#include <doctest/doctest.h>

using rel::formats::plain_zone;

namespace {

std::string zone(const std::string& lines, int parts = 1) {
  std::string text = "BEGIN:VTIMEZONE\r\nTZID:Somewhere\r\nX-LIC-LOCATION:Mars\r\n";
  for (int part = 0; part < parts; ++part)
    text += "BEGIN:STANDARD\r\nDTSTART:19701025T030000\r\nTZOFFSETFROM:+0200\r\nTZOFFSETTO:+0100\r\n" +
            lines + "END:STANDARD\r\n";
  return text + "END:VTIMEZONE\r\n";
}

bool known(const std::string& lines, int parts = 1) {
  std::size_t left = 10;
  return plain_zone(zone(lines, parts), left).has_value();
}

}  // namespace

TEST_CASE("of a zone only what is reckoned with is left") {
  std::size_t left = 10;
  CHECK(plain_zone(zone("TZNAME:CET\r\nCOMMENT:x\r\nRRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU\r\n"), left) ==
        "BEGIN:VTIMEZONE\r\nTZID:zone\r\nBEGIN:STANDARD\r\nDTSTART:19701025T030000\r\nTZOFFSETFROM:+0200\r\n"
        "TZOFFSETTO:+0100\r\nRRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\n");
  CHECK(left == 9);
}

TEST_CASE("rules of zones are yearly, in a month, and come to pass") {
  for (const char* rule :
       {"FREQ=YEARLY;BYMONTH=3;BYDAY=2SU", "FREQ=YEARLY;UNTIL=20061029T010000Z;BYDAY=-1SU;BYMONTH=10",
        "FREQ=YEARLY;BYMONTH=4;BYMONTHDAY=1,2,3,4,5,6,7;BYDAY=SU", "FREQ=YEARLY;BYMONTH=9",
        "FREQ=YEARLY;WKST=MO;INTERVAL=1;BYMONTH=2;BYMONTHDAY=29"}) {
    CAPTURE(rule);
    CHECK(known("RRULE:" + std::string(rule) + "\r\n"));
  }
  for (const char* rule : {"FREQ=SECONDLY", "FREQ=MINUTELY", "FREQ=HOURLY", "FREQ=DAILY", "FREQ=WEEKLY",
                           "FREQ=MONTHLY", "FREQ=YEARLY", "FREQ=YEARLY;BYDAY=MO,TU,WE,TH,FR,SA,SU",
                           "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", "x", "FREQ=YEARLY;BYMONTH=10;BYHOUR=1,2,3",
                           "FREQ=YEARLY;BYMONTH=10;BYSECOND=1,2,3", "FREQ=YEARLY;BYMONTH=10;INTERVAL=2",
                           "FREQ=YEARLY;BYMONTH=10;BYSETPOS=2", "FREQ=YEARLY;BYMONTH=10;BYYEARDAY=1"}) {
    CAPTURE(rule);
    CHECK_FALSE(known("RRULE:" + std::string(rule) + "\r\n"));
  }
}

TEST_CASE("what is no time or offset, other components, and too many parts are not reckoned with") {
  CHECK(known("RDATE:19800101T000000,19810101T000000\r\n"));
  CHECK_FALSE(known("RDATE:19800101T000000,soon\r\n"));
  CHECK_FALSE(known("TZOFFSETTO:+1\r\n"));
  CHECK_FALSE(known("BEGIN:VEVENT\r\nEND:VEVENT\r\n"));
  CHECK(known("", 10));
  CHECK_FALSE(known("", 11));
  std::size_t left = 10;
  CHECK_FALSE(plain_zone("BEGIN:VTIMEZONE\r\nTZID:x\r\nEND:VTIMEZONE\r\n", left));
  CHECK_FALSE(plain_zone("nothing", left));
}

TEST_CASE("no line hides in another") {
  std::size_t left = 10;
  const auto hidden =
      plain_zone(zone("X-A;ENCODING=QUOTED-PRINTABLE:=0D=0ARRULE:FREQ=SECONDLY=\r\nRRULE:FREQ=SECONDLY\r\n"
                      "TZNAME:x\rCOMMENT:y\r\n"),
                 left);
  CHECK((!hidden || hidden->find("SECONDLY") == std::string::npos));
}
