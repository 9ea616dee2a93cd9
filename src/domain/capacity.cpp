#include "rel/capacity.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "domain/whole.hpp"
#include "rel/measures.hpp"

namespace rel {

namespace {

constexpr int shortest_span = 7;                     // days
constexpr std::array shares = {0.0, 0.3, 0.3, 0.4};  // of the minutes given, by tier
constexpr double next_to_nothing = 1 / 52.0;         // a minute in a year

void fill_given(Capacity& found, const std::vector<Load>& everyone, Day today) {
  std::optional<Day> first;
  double minutes = 0;
  for (const Load& one : everyone) {
    const Sums& sums = *one.sums;
    if (!sums.first_talk || !sums.updated) continue;
    first = std::min(first.value_or(*sums.first_talk), *sums.first_talk);
    minutes += sums.given * std::exp2(-std::max(0, days_between(*sums.updated, today)) / given_half_life);
  }
  if (!first) return;
  found.known_days = days_between(*first, today);
  const int span = std::max(shortest_span, found.known_days);
  found.given = minutes * 7 * std::numbers::ln2 / given_half_life / (1 - std::exp2(-span / given_half_life));
}

/// What one tier asks for.
struct Demand {
  double weekly = 0;   // minutes a week of all its people
  double minutes = 0;  // of one conversation with each of them
};
using Demands = std::array<Demand, 4>;

constexpr std::size_t place(Tier tier) {
  return static_cast<std::size_t>(tier);
}

double mean_minutes(Tier tier, const Capacity& found, const Demands& demands, const Settings& settings) {
  const int people = found.people[place(tier)];
  return people > 0 ? demands[place(tier)].minutes / people : settings.rule(tier).minutes;
}

// What one person of the tier asks for a week; in tier none nothing.
double mean_weekly(Tier tier, const Capacity& found, const Demands& demands, const Settings& settings) {
  if (tier == Tier::none) return 0;
  const int people = found.people[place(tier)];
  if (people > 0) return demands[place(tier)].weekly / people;
  const TierRule& rule = settings.rule(tier);
  return 7.0 / rule.target_days * rule.minutes;
}

/// Moves people down, one by one, until the circle fits.
std::array<int, 4> people_to_move(const Capacity& found, const std::array<double, 4>& weekly) {
  std::array<int, 4> moved{};
  std::array<int, 4> people = found.people;
  for (double asked = found.asked; asked > *found.given;) {
    std::size_t from = 0;
    for (std::size_t tier = place(Tier::very_high); tier > 0; --tier) {
      if (moved[tier] == found.people[tier] || weekly[tier] <= weekly[tier - 1]) continue;
      const auto excess = [&](std::size_t i) { return people[i] - found.sustainable[i]; };
      if (from == 0 || excess(tier) > excess(from)) from = tier;
    }
    if (from == 0) return {};
    asked -= weekly[from] - weekly[from - 1];
    ++moved[from];
    --people[from];
    ++people[from - 1];
  }
  return moved;
}

}  // namespace

Capacity capacity(const std::vector<Load>& everyone, const Settings& settings, Day today) {
  Capacity found;
  Demands demands;
  for (const Load& one : everyone) {
    if (!one.person->active() || one.person->tier == Tier::none) continue;
    const std::size_t tier = place(one.person->tier);
    const int minutes = settings.rule(one.person->tier).minutes;
    demands[tier].weekly += weekly_minutes(*one.sums, target_of(*one.person, settings), minutes);
    demands[tier].minutes += expected_minutes(*one.sums, minutes);
    ++found.people[tier];
  }
  for (const Demand& demand : demands) found.asked += demand.weekly;
  fill_given(found, everyone, today);
  if (!found.given || *found.given < next_to_nothing) return found;
  found.load = found.asked / *found.given;
  std::array<double, 4> weekly{};
  for (const Tier tier : {Tier::moderate, Tier::high, Tier::very_high}) {
    const double needed = 7 * mean_minutes(tier, found, demands, settings) / settings.rule(tier).target_days;
    found.sustainable[place(tier)] = rounded_down(shares[place(tier)] * *found.given / needed);
    weekly[place(tier)] = mean_weekly(tier, found, demands, settings);
  }
  found.to_move = people_to_move(found, weekly);
  return found;
}

}  // namespace rel
