// Calendars (iCalendar, RFC 5545) as programs write them: the events that had people in them.
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "formats/problem.hpp"
#include "rel/day.hpp"

namespace rel::formats {

/// A time as it stands in a calendar.
struct CalendarTime {
  Day day{};
  std::optional<TimeOfDay> time;  ///< none: the whole day
  std::string zone;               ///< `UTC`, the name of a zone, or empty: wherever one is
  bool operator==(const CalendarTime&) const = default;
};

/// Reads `20261029`, `20261029T190000` or `20261029T190000Z`, in a zone where it is not in UTC.
std::optional<CalendarTime> calendar_time_from(std::string_view text, std::string_view zone);

/// Someone who was asked to come. Rooms and whoever is only told of it are none.
struct Attendee {
  std::string email;
  std::string name;  ///< may be empty
  bool declined = false;
};

/// One event, or all of a series, or one of a series that differs from the others.
struct Meeting {
  std::size_t line = 0;  ///< where it begins in its file, from 1
  std::string uid;
  CalendarTime start;
  std::optional<CalendarTime> end;
  std::optional<int> minutes;  ///< where its length stands there instead of its end
  std::string title;
  std::string place;  ///< where it is, and addresses of conferences
  bool cancelled = false;
  std::vector<Attendee> attendees;  ///< with whoever called it, each once
  std::vector<std::string> rules;   ///< how it comes back (RRULE)
  std::vector<CalendarTime> also_on;
  std::vector<CalendarTime> not_on;
  std::optional<CalendarTime> instead_of;  ///< which of its series it stands for
};

/// What a calendar holds.
struct Calendar {
  std::vector<Meeting> meetings;
  std::map<std::string, std::string> zones;  ///< the VTIMEZONE of each, as it stands there, by its name
  std::size_t unreadable = 0;                ///< events without a start that can be read
  std::optional<Problem> cut_off;            ///< where it ends, if before its end
};

/// Whether the bytes look like a calendar.
bool looks_like_calendar(std::string_view beginning);

/// Reads every event of a file. Never throws for its content.
Calendar read_calendar(std::string_view bytes);

}  // namespace rel::formats
