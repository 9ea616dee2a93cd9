#include "rel/measures.hpp"

#include <algorithm>
#include <cmath>

namespace rel {

double usualness(const ClockSums& sums, double silence_days) {
  const double target = sums.target;
  const double usual_gap = (2 * target + sums.gaps) / (2 + sums.count);
  const double b = 2 * std::min(target, usual_gap) + sums.gaps;
  return std::pow(b / (b + silence_days), 3 + sums.count);
}

std::optional<double> own_rhythm(const ClockSums& sums) {
  if (sums.conversations < 3 || sums.count <= 0) return std::nullopt;
  return sums.gaps / sums.count;
}

double they_began(const Sums& sums) {
  return (sums.began_them + 2.0) / (sums.began_known + 4.0);
}

double expected_minutes(const ClockSums& sums, int tier_minutes) {
  return (2 * tier_minutes + sums.minutes) / (2 + sums.count);
}

double weekly_minutes(const ClockSums& sums, int target_days, int tier_minutes) {
  return 7.0 / target_days * expected_minutes(sums, tier_minutes);
}

}  // namespace rel
