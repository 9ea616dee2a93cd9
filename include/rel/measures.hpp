// Figures shown beside the clocks: how unusual a silence is, and how long these two usually talk.
#pragma once

#include <optional>

#include "rel/sums.hpp"

namespace rel {

/// p: how likely a silence of this length is between these two, 0 to 1. Below 0.05 it is unusual.
/// p = (b/(b+a))^(3+N), b = 2·min(T, (2T+G)/(2+N)) + G.
double usualness(const ClockSums& sums, double silence_days);

/// Their own rhythm in days, G/N, from three conversations on.
std::optional<double> own_rhythm(const ClockSums& sums);

/// Which part of their talks they begin, 0 to 1, from those of which it is known: (they+2)/(all+4).
double they_began(const Sums& sums);

/// Minutes to expect of the next conversation: (2·m_tier + M)/(2 + N).
double expected_minutes(const ClockSums& sums, int tier_minutes);

/// Minutes a week that a person in a tier asks for: 7/T · expected_minutes.
double weekly_minutes(const ClockSums& sums, int target_days, int tier_minutes);

}  // namespace rel
