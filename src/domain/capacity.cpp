#include "rel/capacity.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <tuple>

#include "rel/health.hpp"
#include "rel/measures.hpp"

namespace rel {

namespace {

constexpr int shortest_span = 7;              // days
constexpr double next_to_nothing = 1 / 52.0;  // a minute in a year
constexpr double kept_well = 0.8;
constexpr std::size_t most_named = 3;

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
  if (*found.given >= next_to_nothing) found.load = found.asked / *found.given;
}

/// K of everyone who has one, and how much of what was wanted that makes.
struct Kept {
  double wanted = 0;
  double kept = 0;
  std::vector<std::pair<double, const Person*>> people;

  void add(const Person& person, int target, double rhythm) {
    wanted += 1.0 / target;
    kept += rhythm / target;
    if (rhythm < kept_well) people.emplace_back(rhythm, &person);
  }
};

std::vector<Late> least_kept(Kept all, const Settings& settings) {
  std::ranges::sort(all.people, {}, [](const auto& one) {
    return std::tuple(one.first, std::string_view(one.second->name), one.second->id);
  });
  if (all.people.size() > most_named) all.people.resize(most_named);
  std::vector<Late> late;
  for (const auto& [rhythm, person] : all.people) {
    late.push_back(
        {.person = *person, .rhythm = rhythm, .every = easier_cadence(*person, std::nullopt, settings)});
  }
  return late;
}

}  // namespace

Capacity capacity(const std::vector<Load>& everyone, const Settings& settings, Day today, bool away_lately) {
  Capacity found;
  Kept all;
  for (const Load& one : everyone) {
    if (!one.person->active() || one.person->tier == Tier::none) continue;
    const int target = target_of(*one.person, settings);
    ++found.people;
    found.asked += weekly_minutes(*one.sums, target, settings.rule(one.person->tier).minutes);
    if (const auto rhythm = kept_rhythm(*one.sums, today)) all.add(*one.person, target, *rhythm);
  }
  fill_given(found, everyone, today);
  if (all.wanted <= 0) return found;
  found.kept = all.kept / all.wanted;
  const bool silent = *found.kept >= kept_well || found.known_days < days_without_advice || away_lately;
  if (!silent) found.late = least_kept(std::move(all), settings);
  return found;
}

std::optional<int> easier_cadence(const Person& person, std::optional<double> mean,
                                  const Settings& settings) {
  const int target = target_of(person, settings);
  if (mean) {
    const int days = as_target(*mean);
    if (days > target) return days;
  }
  // A target of their own would hold in any tier.
  return person.every_days ? std::optional(as_target(2.0 * target)) : std::nullopt;
}

}  // namespace rel
