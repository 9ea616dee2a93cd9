// Calendars (iCalendar, RFC 5545) of whole days: nothing in them takes time that others see as taken.
#pragma once

#include <string>

#include "rel/day.hpp"

namespace rel::formats {

/// One event.
struct CalendarEvent {
  std::string uid;  ///< the same whenever it is written
  Day on{};         ///< its day, or the first one
  bool yearly = false;
  Day known{};  ///< when it came to be as it is (DTSTAMP)
  std::string title;
  std::string text;  ///< what stands below; may be empty
};

/// The lines before and behind the events of a calendar.
std::string calendar_begin();
std::string calendar_end();

/// An event's own lines; the same event gives the same bytes. One on 29 February stands on the last day of
/// February where the year has no other. Control characters are left out.
std::string event_lines(const CalendarEvent& event);

}  // namespace rel::formats
