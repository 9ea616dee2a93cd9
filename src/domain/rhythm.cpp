#include "rel/rhythm.hpp"

#include <algorithm>
#include <cmath>

#include "rel/credit.hpp"

namespace rel {

namespace {

constexpr int looked_at_lately = 90;  // days
constexpr int fewest_talks = 3;
constexpr double noticeably_off = 1 / 3.0;  // of the target

}  // namespace

MeanGap::MeanGap(const Person& person, std::optional<Day> start, Day today)
    : person_(&person),
      today_(today),
      span_(std::clamp(days_between(start.value_or(today), today), 1, days_of_cadence)) {}

Day MeanGap::since() const {
  return plus_days(today_, 1 - days_of_cadence);
}

void MeanGap::take(const Contact& contact) {
  if (contact.on > today_ || contact.on < since()) return;
  talks_ += credit(contact, *person_);
}

std::optional<double> MeanGap::days() const {
  return talks_ >= fewest_talks ? std::optional(span_ / talks_) : std::nullopt;
}

int as_target(double days) {
  const int unit = days < 14 ? 1 : days < 60 ? 7 : 30;
  return std::max(1, static_cast<int>(std::lround(days / unit)) * unit);
}

std::optional<FittingTarget> fitting_target(std::optional<double> mean_gap, int target) {
  if (!mean_gap || std::abs(*mean_gap - target) <= noticeably_off * target) return std::nullopt;
  const int days = as_target(*mean_gap);
  if (days == target) return std::nullopt;
  return FittingTarget{.rhythm = *mean_gap, .days = days};
}

bool may_differ(const Person& person, const Sums& sums, Day today) {
  return person.active() && person.tier != Tier::none && sums.conversations >= fewest_talks &&
         days_between(person.considered, today) > looked_at_lately;
}

}  // namespace rel
