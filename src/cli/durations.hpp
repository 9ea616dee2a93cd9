// Lengths of time as people type them.
#pragma once

#include <string_view>

#include "cli/reading.hpp"

namespace rel::cli {

/// Reads the length of a conversation in minutes: `45m`, `90min`, `1h`, `1h30`, `2h30m`, `0m`. Refuses more
/// than 24 hours and what has the shape but can't be told (`3.5h`, `0x10m`).
Reading<int> read_minutes(std::string_view text);

/// Reads a cadence in days: `10d`, `3w`, `2m` (months of 30 days), `1y` (365 days). Refuses 0, more than 10
/// years, and a bare number.
Reading<int> read_days(std::string_view text);

}  // namespace rel::cli
