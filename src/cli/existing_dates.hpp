// Which days the calendar has, and how a day without a year is written.
#pragma once

#include <optional>
#include <string>

#include "cli/reading.hpp"
#include "rel/person.hpp"

namespace rel::cli {

/// A day as typed, which may not exist. The numbers are not negative.
YearlyDate typed_date(std::optional<int> year, int month, int day);

/// The answer to a year outside those that `rel` knows.
Refused unknown_year();

/// The date if it exists; otherwise Refused with the reason: `2025 has no 29 February`.
Reading<YearlyDate> existing(const YearlyDate& date);

/// `2026-11-02`, or without a year `11-02`.
std::string iso_text(const YearlyDate& date);

/// `2 November`, for a month that exists.
std::string day_and_month(const YearlyDate& date);

}  // namespace rel::cli
