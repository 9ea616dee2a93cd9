// How an event comes back (RRULE of RFC 5545): by days, weeks, months or years. What rules cost is counted,
// so that no file, whatever it asks for, takes long.
#pragma once

#include <bitset>
#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "formats/calendar.hpp"
#include "rel/day.hpp"

namespace rel::formats {

/// How much may still be done for the rules of a file.
struct Effort {
  std::size_t days;   ///< that are looked at
  std::size_t times;  ///< that are found
  bool spent() const { return days == 0 || times == 0; }
};

/// Whole numbers as rules list them: days of a year and the like, below zero counted from the end.
class Numbers {
 public:
  static constexpr int most = 366;

  bool any() const { return bits_.any(); }
  bool has(int number) const {
    return number >= -most && number <= most && bits_[static_cast<std::size_t>(number + most)];
  }
  /// Whether the place is listed, counted from the beginning or, of so many, from the end; both from 1.
  bool has_place(int place, int of) const { return has(place) || has(place - of - 1); }
  void add(int number) { bits_.set(static_cast<std::size_t>(number + most)); }

 private:
  std::bitset<2 * most + 1> bits_;
};

struct RecurrenceRule {
  enum class Every { day, week, month, year };

  Every every = Every::day;
  int interval = 1;
  std::optional<std::size_t> count;
  std::optional<CalendarTime> until;
  date::weekday week_begins = date::Monday;
  Numbers months;
  Numbers weeks;
  Numbers days_of_year;
  Numbers days_of_month;
  Numbers weekdays;                                         ///< 0 for Sunday
  std::vector<Numbers> numbered = std::vector<Numbers>(7);  ///< of each weekday, which of the month or year
  Numbers hours;
  Numbers minutes;
  Numbers places;  ///< among all times of a day, week, month or year
};

/// Nothing for what can't be read, and for what comes back more than daily.
std::optional<RecurrenceRule> recurrence_from(std::string_view text);

/// When it comes back, from its start on until a day at most, earliest first. Ends sooner where the effort is
/// spent. Where the end of the rule is a time, times of the day after it may be among them: zones are not
/// known here.
std::vector<CalendarTime> occurrences(RecurrenceRule rule, const CalendarTime& start, Day until,
                                      Effort& effort);

}  // namespace rel::formats
