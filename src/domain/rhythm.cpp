// Whether a person's tier and target still fit.
#include <algorithm>
#include <cmath>

#include "domain/whole.hpp"
#include "rel/credit.hpp"
#include "rel/health.hpp"
#include "rel/measures.hpp"
#include "rel/review.hpp"

namespace rel {

namespace {

constexpr int half_a_year = 183;      // days
constexpr int looked_at_lately = 90;  // days
constexpr double longer = 4.0 / 3;    // than the target: well off it
constexpr double shorter = 3.0 / 4;
constexpr double talk = 0.5;  // credit

bool has_target(const Person& person) {
  return person.active() && person.tier != Tier::none;
}

// A target that people would name: whole days for two weeks, weeks for two months, then months.
int as_target(double days) {
  const int unit = days < 14 ? 1 : days < 60 ? 7 : 30;
  return std::max(1, static_cast<int>(std::lround(days / unit)) * unit);
}

bool well_off(double rhythm, int target) {
  return rhythm >= longer * target || rhythm <= shorter * target;
}

}  // namespace

bool is_old(const Person& person, Day today) {
  return has_target(person) && days_between(person.considered, today) > half_a_year;
}

std::optional<Day> overdue_from(const Person& person, const Sums& sums, const Settings& settings) {
  if (!has_target(person) || !sums.start) return std::nullopt;
  return day_from_number(-rounded_down(-sums.quiet_since - target_of(person, settings)));
}

bool may_differ(const Person& person, const Sums& sums, const Settings& settings, Day today) {
  const auto rhythm = own_rhythm(sums);
  if (!has_target(person) || !rhythm || sums.conversations < talks_of_a_rhythm) return false;
  if (days_between(person.considered, today) <= looked_at_lately) return false;
  return well_off(*rhythm, target_of(person, settings)) &&
         trend_of(trend_ratio(sums, today)) == Trend::steady &&
         usualness(sums, sums.silence(today).value_or(0)) >= rare;
}

OwnRhythm::OwnRhythm(const Person& person, const Settings& settings)
    : person_(&person), target_(target_of(person, settings)) {}

bool OwnRhythm::take(const Contact& contact) {
  if (credit(contact, *person_) < talk) return true;
  if (days_.empty()) return days_.push_back(contact.on), true;
  const int stretch = days_between(contact.on, days_.back());
  if (stretch == 0) return true;
  if (days_.size() == 1) longer_ = stretch > target_;
  steady_ = steady_ && stretch != target_ && (stretch > target_) == longer_;
  days_.push_back(contact.on);
  return steady_ && days_.size() < talks_of_a_rhythm;
}

std::optional<FittingTarget> OwnRhythm::fitting() const {
  if (!steady_ || days_.size() < talks_of_a_rhythm) return std::nullopt;
  const double rhythm =
      static_cast<double>(days_between(days_.back(), days_.front())) / (talks_of_a_rhythm - 1);
  const int fitting = as_target(rhythm);
  if (!well_off(rhythm, target_) || fitting == target_) return std::nullopt;
  return FittingTarget{.rhythm = rhythm, .days = fitting};
}

}  // namespace rel
