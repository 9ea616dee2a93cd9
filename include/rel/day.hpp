// Civil days and times of day: the only notion of time the domain has.
#pragma once

#include <date/date.h>

#include <chrono>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace rel {

/// A civil day in the user's own zone, without a time and without a zone.
using Day = date::sys_days;

/// Minutes since midnight, 0 to 1439.
using TimeOfDay = std::chrono::minutes;

/// A day, with the time of day if it is known.
struct Moment {
  Day day{};
  std::optional<TimeOfDay> time;
  bool operator==(const Moment&) const = default;
};

/// Whole days from `from` to `to`; negative when `to` comes first.
constexpr int days_between(Day from, Day to) {
  return static_cast<int>((to - from).count());
}

/// The day `n` days after `day` (before it, for negative `n`).
constexpr Day plus_days(Day day, int n) {
  return day + date::days{n};
}

/// A day from its number of days since 1970-01-01, as the file stores it.
constexpr Day day_from_number(int number) {
  return Day{date::days{number}};
}

/// Days since 1970-01-01.
constexpr int day_number(Day day) {
  return day.time_since_epoch().count();
}

/// The first and the last day that `rel` understands: 1900-01-01 and 2199-12-31.
Day earliest_day();
Day latest_day();

/// `2026-11-02`.
std::string iso(Day day);

/// `19:30`.
std::string clock_text(TimeOfDay time);

/// `2026-11-02T19:30`; the day alone if the time is not known.
std::string iso(const Moment& moment);

/// The civil day and time, in UTC, at so many seconds since 1970-01-01.
Moment utc(std::int64_t seconds);

/// Reads `2026-11-02` exactly; std::nullopt for any other text, for a day that does not exist, and outside
/// earliest_day() to latest_day().
std::optional<Day> day_from_iso(std::string_view text);

/// Reads `19:30` or `9:05` exactly; std::nullopt for any other text.
std::optional<TimeOfDay> time_from_text(std::string_view text);

}  // namespace rel
