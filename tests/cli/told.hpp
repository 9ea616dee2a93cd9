// What the tests of dates share: a fixed present, and readings as text.
#pragma once

#include <string>
#include <string_view>

#include "cli/dates.hpp"

namespace rel::cli {

constexpr Tense past = Tense::past;
constexpr Tense future = Tense::future;

/// Noon on a day.
inline Now noon_on(std::string_view day) {
  return {.today = day_from_iso(day).value(),
          .time = std::chrono::hours{12},
          .day_starts = std::chrono::hours{4}};
}

/// The present of most tests.
inline const Now tuesday = noon_on("2026-11-24");

/// The day and its time, `-` for what is not this, `!` for what is refused.
inline std::string told(const Reading<Moment>& reading) {
  if (const auto* moment = std::get_if<Moment>(&reading))
    return iso(moment->day) + (moment->time ? " " + clock_text(*moment->time) : "");
  return std::holds_alternative<Refused>(reading) ? "!" : "-";
}

/// The same for a date that comes back every year.
inline std::string told_yearly(std::string_view text) {
  const auto reading = read_yearly_date(text);
  if (std::holds_alternative<Refused>(reading)) return "!";
  const auto* const date = std::get_if<YearlyDate>(&reading);
  if (date == nullptr) return "-";
  const std::string year = date->year ? std::to_string(*date->year) + " " : "";
  return date->name + year + std::to_string(date->month) + " " + std::to_string(date->day);
}

}  // namespace rel::cli
