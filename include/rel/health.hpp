// The health of one relationship from its sums: four parts, led by the weakest.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "rel/entries.hpp"
#include "rel/sums.hpp"

namespace rel {

/// The parts of health, each 0 to 1, in the order in which ties for the weakest are decided.
struct HealthParts {
  double recency = 1;              ///< R = 6/(6 + a/T)
  std::optional<double> promises;  ///< P; none while there is nothing promised or owed
  double depth = 1;                ///< D = (1.8 + D̂)/(2 + N)
  double trend = 1;                ///< Tr
};

/// Whether conversations have become more or less frequent.
enum class Trend { less_often, steady, more_often };

/// q: the recent frequency of conversations in units of the lasting one; 1 where nothing is known.
double trend_ratio(const Sums& sums, Day today);

/// Conversations a day of late, S/s: full ones, by the credit of each; 0 where nothing is known.
double recent_frequency(const Sums& sums, Day today);

/// "more often" above q = 1.33, "less often" below 0.67, else "steady".
Trend trend_of(double ratio);
std::string_view word(Trend trend);

/// P of the user's own promises, with `overdue` promises and replies (ratio above 1) weighing 1 each:
/// (kept+2)/(kept + dropped + overdue + 2), kept and dropped each weighing 2^(−days since/365).
std::optional<double> promise_part(const std::vector<Promise>& promises, int overdue, Day today);

/// R, Tr and D of a person with a target, and the given promises part.
HealthParts health_parts(const Sums& sums, std::optional<double> promises, Day today);

/// The name of the weakest part: `recency`, `promises`, `depth` or `trend`, the first of equals.
std::string_view weakest(const HealthParts& parts);

/// H = 100·(weakest + 3·mean)/4, 0 to 100.
double health(const HealthParts& parts);

}  // namespace rel
