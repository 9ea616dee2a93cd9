// Whether a person's tier and target still fit.
#include <algorithm>
#include <cmath>

#include "rel/health.hpp"
#include "rel/measures.hpp"
#include "rel/review.hpp"

namespace rel {

namespace {

constexpr int half_a_year = 183;      // days
constexpr int looked_at_lately = 90;  // days
constexpr int enough_talks = 6;
constexpr double well_off = 1.5;  // times the target, or the target times the rhythm
constexpr double rare = 0.05;

bool has_target(const Person& person) {
  return person.active() && person.tier != Tier::none;
}

// A target that people would name: whole days for two weeks, weeks for two months, then months.
int as_target(double days) {
  const int unit = days < 14 ? 1 : days < 60 ? 7 : 30;
  return std::max(1, static_cast<int>(std::lround(days / unit)) * unit);
}

}  // namespace

bool is_old(const Person& person, Day today) {
  return has_target(person) && days_between(person.considered, today) > half_a_year;
}

std::optional<Day> overdue_from(const Person& person, const Sums& sums, const Settings& settings) {
  if (!has_target(person) || !sums.start) return std::nullopt;
  return day_from_number(static_cast<int>(std::ceil(sums.quiet_since + target_of(person, settings))));
}

std::optional<Suggestion> suggestion(const Person& person, const Sums& sums, const Settings& settings,
                                     Day today) {
  const auto rhythm = own_rhythm(sums);
  if (!has_target(person) || !rhythm || sums.conversations < enough_talks) return std::nullopt;
  if (days_between(person.considered, today) <= looked_at_lately) return std::nullopt;
  const int target = target_of(person, settings);
  const bool another = *rhythm > well_off * target || *rhythm * well_off < target;
  const bool steady = trend_of(trend_ratio(sums, today)) == Trend::steady &&
                      usualness(sums, sums.silence(today).value_or(0)) >= rare;
  const int days = as_target(*rhythm);
  if (!another || !steady || days == target) return std::nullopt;
  return Suggestion{.person = &person, .rhythm = *rhythm, .days = days};
}

}  // namespace rel
