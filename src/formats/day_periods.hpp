// Words for the halves and parts of a day, in many languages.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace rel::formats {

/// A word that stands beside a time of twelve hours.
struct DayPeriod {
  std::string_view word;  ///< in lower case, without blanks and dots
  std::uint32_t hours;    ///< a bit for each hour of the day that some language calls so
};

/// All of them.
std::span<const DayPeriod> day_periods();

}  // namespace rel::formats
