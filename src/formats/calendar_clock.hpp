// Time zones and series of calendars, by libical: loaded when the first calendar is read, so that no other
// command has to carry it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "formats/calendar.hpp"

namespace rel::formats {

/// What libical knows of time.
class CalendarClock {
 public:
  /// With the zones that a calendar brings along. Throws IoError where libical is not there.
  explicit CalendarClock(const std::map<std::string, std::string>& zones);
  ~CalendarClock();
  CalendarClock(const CalendarClock&) = delete;
  CalendarClock& operator=(const CalendarClock&) = delete;

  /// Whether a time can be placed: in UTC, wherever one is, or in a zone that is known.
  bool knows(const CalendarTime& time);

  /// Seconds since 1970, UTC, of a time in UTC or in a zone that is known; of another as if it were in UTC.
  std::int64_t seconds(const CalendarTime& time);

  /// The times of a series from its start to `until`, in the zone of its start; at most `most`. A rule that
  /// comes back more than once a day, or that can't be read, has none.
  std::vector<CalendarTime> series(const CalendarTime& start, const std::string& rule, Day until,
                                   std::size_t most);

 private:
  struct Zones;
  std::unique_ptr<Zones> zones_;
};

}  // namespace rel::formats
