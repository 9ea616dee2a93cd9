#include "rel/capacity.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "rel/measures.hpp"

namespace rel {

namespace {

constexpr double half_life = 56;                     // days
constexpr int shortest_span = 7;                     // days
constexpr std::array shares = {0.0, 0.3, 0.3, 0.4};  // of the minutes given, by tier

std::optional<double> given_minutes(const std::vector<Load>& everyone, Day today) {
  std::optional<Day> first;
  double minutes = 0;
  for (const Load& one : everyone) {
    const Sums& sums = *one.sums;
    if (!sums.first_talk || !sums.updated) continue;
    first = std::min(first.value_or(*sums.first_talk), *sums.first_talk);
    minutes += sums.given * std::exp2(-days_between(*sums.updated, today) / half_life);
  }
  if (!first) return std::nullopt;
  const int span = std::max(shortest_span, days_between(*first, today));
  return minutes * 7 * std::numbers::ln2 / half_life / (1 - std::exp2(-span / half_life));
}

}  // namespace

Capacity capacity(const std::vector<Load>& everyone, const Settings& settings, Day today) {
  Capacity found;
  std::array<double, 4> expected{};  // minutes of one conversation, summed over the people of a tier
  for (const Load& one : everyone) {
    if (!one.person->active() || one.person->tier == Tier::none) continue;
    const auto tier = static_cast<std::size_t>(one.person->tier);
    const int minutes = settings.rule(one.person->tier).minutes;
    found.asked += weekly_minutes(*one.sums, target_of(*one.person, settings), minutes);
    expected[tier] += expected_minutes(*one.sums, minutes);
    ++found.people[tier];
  }
  found.given = given_minutes(everyone, today);
  if (!found.given || *found.given <= 0) return found;
  found.load = found.asked / *found.given;
  for (const Tier tier : {Tier::moderate, Tier::high, Tier::very_high}) {
    const auto i = static_cast<std::size_t>(tier);
    const TierRule& rule = settings.rule(tier);
    const double minutes = found.people[i] > 0 ? expected[i] / found.people[i] : rule.minutes;
    found.sustainable[i] =
        static_cast<int>(std::floor(shares[i] * *found.given * rule.target_days / (7 * minutes)));
  }
  return found;
}

}  // namespace rel
