// Time zones of calendars, by libical, and series in them: loaded when the first calendar is read, so that no
// other command has to carry it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "formats/calendar.hpp"
#include "formats/recurrence.hpp"

namespace rel::formats {

/// What libical knows of time.
class CalendarClock {
 public:
  /// With the zones that a calendar brings along. Throws IoError where libical is not there.
  explicit CalendarClock(const std::map<std::string, std::string>& zones);
  ~CalendarClock();
  CalendarClock(const CalendarClock&) = delete;
  CalendarClock& operator=(const CalendarClock&) = delete;

  /// Whether a time can be placed: in UTC, wherever one is, or in a zone that is known. One that a calendar
  /// brings along is only where its rules are yearly; of a file's, a thousand summers and winters are read.
  bool knows(const CalendarTime& time);

  /// Seconds since 1970, UTC, of a time in UTC or in a zone that is known; of another as if it were in UTC.
  std::int64_t seconds(const CalendarTime& time);

  /// The times of a series from its start to `until`, in the zone of its start; fewer where the effort is
  /// spent. A rule that comes back more than daily, or that can't be read, has none.
  std::vector<CalendarTime> series(const CalendarTime& start, const std::string& rule, Day until,
                                   Effort& effort);

 private:
  struct Zones;
  std::unique_ptr<Zones> zones_;
};

}  // namespace rel::formats
