#include "formats/calendar_writer.hpp"

#include <algorithm>

#include "formats/folding.hpp"
#include "formats/vcard_values.hpp"

namespace rel::formats {
namespace {

std::string basic(Day day) {
  std::string text = iso(day);
  std::erase(text, '-');
  return text;
}

bool forbidden(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return (byte < 0x20 && c != '\n' && c != '\r' && c != '\t') || byte == 0x7F;
}

std::string text_value(std::string text) {
  std::erase_if(text, forbidden);
  return escaped(text);
}

std::string rule(Day first) {
  const date::year_month_day day{first};
  const bool leap_day = day.month() == date::February && day.day() == date::day{29};
  return std::string("RRULE:FREQ=YEARLY") + (leap_day ? ";BYMONTH=2;BYMONTHDAY=-1" : "");
}

}  // namespace

std::string calendar_begin() {
  return "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//rel//rel//EN\r\nCALSCALE:GREGORIAN\r\n";
}

std::string calendar_end() {
  return "END:VCALENDAR\r\n";
}

std::string event_lines(const CalendarEvent& event) {
  std::string out = "BEGIN:VEVENT\r\n";
  const auto line = [&](const std::string& text) { out += folded(text); };
  line("UID:" + text_value(event.uid));
  line("DTSTAMP:" + basic(event.known) + "T000000Z");
  line("DTSTART;VALUE=DATE:" + basic(event.on));
  line("DTEND;VALUE=DATE:" + basic(plus_days(event.on, 1)));
  if (event.yearly) line(rule(event.on));
  line("SUMMARY:" + text_value(event.title));
  if (!event.text.empty()) line("DESCRIPTION:" + text_value(event.text));
  line("TRANSP:TRANSPARENT");
  line("CLASS:PRIVATE");
  return out + "END:VEVENT\r\n";
}

}  // namespace rel::formats
