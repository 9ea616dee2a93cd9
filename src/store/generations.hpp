// Which of many copies are kept: pure.
#pragma once

#include <cstddef>
#include <vector>

#include "rel/day.hpp"

namespace rel::store {

/// What is kept of automatic copies: the three newest, the newest of each of the last seven days that have
/// one, and the newest of each of the last four weeks (Monday to Sunday) that have one.
inline constexpr std::size_t newest_kept = 3;
inline constexpr std::size_t days_kept = 7;
inline constexpr std::size_t weeks_kept = 4;

/// For the days of all copies, newest copy first: whether each is kept.
std::vector<bool> kept_generations(const std::vector<Day>& newest_first);

}  // namespace rel::store
