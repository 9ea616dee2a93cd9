#include "rel/measures.hpp"

#include <algorithm>
#include <cmath>

#include "domain/whole.hpp"

namespace rel {

namespace {

// So that of the silences that end one in twenty is called unusual, as `rare` says.
constexpr double cautious = 0.7;
constexpr double enough_to_know = 3;  // N

double exponent(const Sums& sums) {
  return cautious * (3 + sums.count);
}

double usual_silence(const Sums& sums) {
  const double target = sums.target;
  const double usual_gap = (2 * target + sums.gaps) / (2 + sums.count);
  return 2 * std::min(target, usual_gap) + sums.gaps;
}

}  // namespace

double usualness(const Sums& sums, double silence_days) {
  const double b = usual_silence(sums);
  return std::pow(b / (b + silence_days), exponent(sums));
}

bool is_cooling(const Sums& sums, double silence_days) {
  return sums.count >= enough_to_know && usualness(sums, silence_days) < rare;
}

std::optional<Day> cooling_from(const Sums& sums) {
  if (!sums.start || sums.count < enough_to_know) return std::nullopt;
  const double silence = usual_silence(sums) * (std::pow(rare, -1 / exponent(sums)) - 1);
  Day day = day_from_number(rounded_down(sums.quiet_since + silence));
  while (!is_cooling(sums, *sums.silence(day))) day = plus_days(day, 1);
  return day;
}

std::optional<double> own_rhythm(const Sums& sums) {
  if (sums.conversations < 3 || sums.count <= 0) return std::nullopt;
  return sums.gaps / sums.count;
}

double they_began(const Sums& sums) {
  return (sums.began_them + 2.0) / (sums.began_known + 4.0);
}

double expected_minutes(const Sums& sums, int tier_minutes) {
  const double tier_counts = std::max(0.0, 2 - sums.count);
  return (tier_counts * tier_minutes + sums.minutes) / (tier_counts + sums.count);
}

double weekly_minutes(const Sums& sums, int target_days, int tier_minutes) {
  return 7.0 / target_days * expected_minutes(sums, tier_minutes);
}

}  // namespace rel
