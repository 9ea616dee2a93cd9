// Lengths of time as people type them.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "cli/reading.hpp"

namespace rel::cli {

/// Reads the length of a conversation in minutes: `45m`, `45 min`, `1h`, `1 h 30`, `1h30`, `2h30m`, `two
/// hours`, `half an hour`, `0m`. Refuses more than 24 hours and what has the shape but can't be told (`3.5h`,
/// `0x10m`).
Reading<int> read_minutes(std::string_view text);

/// A number alone as minutes, 1 to 600: where it can be nothing else, behind a channel.
std::optional<int> read_bare_minutes(std::string_view word);

/// How many of the words at the front make the longest text that has the shape of a length, read or refused;
/// 0 where none has.
std::size_t words_of_minutes(std::span<const std::string> words);

/// Reads a cadence in days: `10d`, `3w`, `2m` (months of 30 days), `1y` (365 days). Refuses 0, more than 10
/// years, and a bare number.
Reading<int> read_days(std::string_view text);

}  // namespace rel::cli
