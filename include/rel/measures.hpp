// Figures shown beside the clocks, which rank nobody: how unusual a silence is, how long the two usually
// talk.
#pragma once

#include <optional>

#include "rel/sums.hpp"

namespace rel {

/// p: how likely a silence of this length is between these two, above 0 to 1. Below `rare` it is unusual.
/// p = (b/(b+a))^(0.7·(3+N)), b = 2·min(T, (2T+G)/(2+N)) + G. Ours; the form is the predictive distribution
/// of exponential gaps under a gamma prior (K. S. Lomax, "Business failures", 1954), with the prior's mean
/// the usual gap, T at most; 0.7 was fitted to public logs of calls.
double usualness(const Sums& sums, double silence_days);
inline constexpr double rare = 0.05;
/// Whether a silence is unusual for these two; false before three conversations (N).
bool is_cooling(const Sums& sums, double silence_days);
/// The first day on which it is, if nothing is logged until then; std::nullopt if there are fewer.
std::optional<Day> cooling_from(const Sums& sums);

/// Their own rhythm G/N, in days; std::nullopt before three conversations.
std::optional<double> own_rhythm(const Sums& sums);

/// The part of conversations that they begin, above 0 and below 1, from those of which it is known:
/// (they+2)/(all+4). A. Agresti and B. A. Coull, "Approximate is better than 'exact'", 1998.
double they_began(const Sums& sums);

/// Minutes to expect of the next conversation: (c·m_tier + M)/(c + N), c = max(0, 2 − N). Ours: the tier
/// counts until there are two conversations.
double expected_minutes(const Sums& sums, int tier_minutes);

/// Minutes a week that a person in a tier asks for: 7/T · expected_minutes.
double weekly_minutes(const Sums& sums, int target_days, int tier_minutes);

}  // namespace rel
