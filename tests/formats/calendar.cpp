#include "formats/calendar.hpp"

#include <doctest/doctest.h>

using namespace rel;
using namespace rel::formats;

namespace {

/// The one event of a calendar that has these lines.
Meeting only(const std::string& lines) {
  const Calendar calendar = read_calendar("BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART:20261029T190000Z\r\n" +
                                          lines + "\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n");
  REQUIRE(calendar.meetings.size() == 1);
  return calendar.meetings.front();
}

const Day october_29 = date::year{2026} / 10 / 29;

CalendarTime at(int hour, int minute, const std::string& zone) {
  return {october_29, TimeOfDay{hour * 60 + minute}, zone};
}

}  // namespace

TEST_CASE("what a calendar looks like") {
  CHECK(looks_like_calendar("BEGIN:VCALENDAR\r\n"));
  CHECK(looks_like_calendar("\xEF\xBB\xBF\n begin:vcalendar\n"));
  CHECK_FALSE(looks_like_calendar("BEGIN:VCALENDARS\n"));
  CHECK_FALSE(looks_like_calendar("BEGIN:VCARD\n"));
}

TEST_CASE("times") {
  CHECK(only("DTSTART:20261029T193000").start == at(19, 30, ""));
  CHECK(only("DTSTART:20261029T193000Z").start == at(19, 30, "UTC"));
  CHECK(only("DTSTART;TZID=Europe/Berlin:20261029T193000").start == at(19, 30, "Europe/Berlin"));
  CHECK(only("DTSTART;VALUE=DATE:20261029").start == CalendarTime{october_29, {}, ""});
  for (const char* broken : {"2026102", "20261329", "20260230", "20261029T250000", "20261029T1930",
                             "20261029X193000", "2026102aT193000", "20261029T19a000"}) {
    const Calendar calendar =
        read_calendar("BEGIN:VEVENT\nDTSTART:" + std::string(broken) + "\nEND:VEVENT\n");
    CHECK(calendar.meetings.empty());
    CHECK(calendar.unreadable == 1);
  }
}

TEST_CASE("lengths") {
  for (const auto& [text, minutes] : {std::pair{"PT45M", 45},
                                      {"PT1H30M", 90},
                                      {"+PT1H", 60},
                                      {"P1D", 1440},
                                      {"P1DT2H", 1560},
                                      {"P2W", 20160},
                                      {"PT30S", 0}})
    CHECK(only("DURATION:" + std::string(text)).minutes == minutes);
  for (const char* broken : {"45M", "-PT45M", "PTM", "PT1234567M", "P"}) {
    CAPTURE(broken);
    CHECK(only("DURATION:" + std::string(broken)).minutes.value_or(0) == 0);
  }
}

TEST_CASE("who was asked, each once, rooms and whoever is only told are nobody") {
  const Meeting meeting = only(
      "ORGANIZER;CN=Me:MAILTO:me@x.example\r\n"
      "ATTENDEE;CN=\"Lee; Ann\";PARTSTAT=ACCEPTED:mailto:ann@x.example\r\n"
      "ATTENDEE;PARTSTAT=DECLINED:mailto:bo%40x.example\r\n"
      "ATTENDEE;CUTYPE=ROOM:mailto:room@x.example\r\nATTENDEE;CUTYPE=RESOURCE:mailto:car@x.example\r\n"
      "ATTENDEE;ROLE=NON-PARTICIPANT:mailto:boss@x.example\r\n"
      "ATTENDEE;EMAIL=cy@x.example:urn:uuid:1\r\nATTENDEE:mailto:ME@x.example");
  REQUIRE(meeting.attendees.size() == 4);
  CHECK(meeting.attendees[0].email == "me@x.example");
  CHECK(meeting.attendees[1].email == "ann@x.example");
  CHECK_FALSE(meeting.attendees[1].declined);
  CHECK(meeting.attendees[2].email == "bo@x.example");
  CHECK(meeting.attendees[2].declined);
  CHECK(meeting.attendees[3].email == "cy@x.example");
}

TEST_CASE("a series and what differs from it") {
  const Meeting series = only(
      "UID:u\r\nSUMMARY:Lunch\\, at last\r\nRRULE:FREQ=WEEKLY\r\nEXDATE:20261105T190000Z,20261112T190000Z\r\n"
      "RDATE;VALUE=PERIOD:20261030T190000Z/PT1H");
  CHECK(series.uid == "u");
  CHECK(series.title == "Lunch, at last");
  CHECK(series.rules == std::vector<std::string>{"FREQ=WEEKLY"});
  CHECK(series.not_on.size() == 2);
  REQUIRE(series.also_on.size() == 1);
  CHECK(series.also_on[0].day == plus_days(october_29, 1));
  CHECK(only("RECURRENCE-ID:20261029T190000Z").instead_of == at(19, 0, "UTC"));
  CHECK(only("STATUS:cancelled").cancelled);
}

TEST_CASE("alarms are no part of an event, and events after a broken one are read") {
  const Meeting meeting =
      only("SUMMARY:a\r\nBEGIN:VALARM\r\nSUMMARY:b\r\nDURATION:PT5M\r\nEND:VALARM\r\nLOCATION:here");
  CHECK(meeting.title == "a");
  CHECK_FALSE(meeting.minutes);
  CHECK(meeting.place == "here ");
  CHECK(read_calendar("BEGIN:VEVENT\nEND:VEVENT\nBEGIN:VEVENT\nDTSTART:20261029\nEND:VEVENT\n")
            .meetings.size() == 1);
  CHECK(read_calendar("").meetings.empty());
  CHECK(read_calendar("BEGIN:VEVENT\nDTSTART:20261029\n").meetings.empty());
  CHECK(read_calendar("BEGIN:VTIMEZONE\nTZID:x\n").zones.empty());
}

TEST_CASE("zones are kept as they stand there") {
  const std::string zone =
      "BEGIN:VTIMEZONE\r\nTZID:My\r\n  "
      "Zone\r\nBEGIN:STANDARD\r\nDTSTART:16010101T000000\r\nTZOFFSETFROM:+0200\r\n"
      "TZOFFSETTO:+0200\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\n";
  const Calendar calendar = read_calendar("BEGIN:VCALENDAR\r\n" + zone + "END:VCALENDAR\r\n");
  REQUIRE(calendar.zones.contains("My Zone"));
  CHECK(calendar.zones.at("My Zone") == zone);
}

TEST_CASE("a calendar that is cut off says where") {
  const std::string whole =
      "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20261029\nEND:VEVENT\nBEGIN:VEVENT\nDTSTART:20261030\nEND:"
      "VEVENT\n"
      "END:VCALENDAR\n";
  CHECK_FALSE(read_calendar(whole).cut_off);
  const Calendar within = read_calendar(whole.substr(0, whole.find("20261030")));
  CHECK(within.meetings.size() == 1);
  REQUIRE(within.cut_off);
  CHECK(within.cut_off->line == 6);
  REQUIRE(read_calendar(whole.substr(0, whole.rfind("END:"))).cut_off);
  CHECK(read_calendar(whole.substr(0, whole.rfind("END:"))).cut_off->line == 7);
  CHECK_FALSE(read_calendar("BEGIN:VEVENT\nDTSTART:20261029\nEND:VEVENT\n").cut_off);
}
