// How often two people talked of late, and what target that would make.
#pragma once

#include <optional>

#include "rel/entries.hpp"
#include "rel/settings.hpp"
#include "rel/sums.hpp"

namespace rel {

/// How far back talks count for a cadence, in days.
inline constexpr int days_of_cadence = 182;

/// The mean gap between the talks of the last half year to today: 182 / Σ w, or the days since the start if
/// these are fewer.
class MeanGap {
 public:
  /// `start` is Sums::start of the same person, who must outlive it.
  MeanGap(const Person& person, std::optional<Day> start, Day today);

  /// Takes a contact, in any order; those outside of the half year don't count.
  void take(const Contact& contact);
  /// In days; std::nullopt if the credits add up to less than three talks.
  std::optional<double> days() const;
  /// The first day of which talks count.
  Day since() const;

 private:
  const Person* person_;
  Day today_;
  int span_;
  double talks_ = 0;
};

/// A number of days as people would name it: whole days for two weeks, weeks for two months, then months of
/// 30 days.
int as_target(double days);

/// A target that fits the rhythm in which two people talk.
struct FittingTarget {
  double rhythm = 0;  ///< the mean gap, in days
  int days = 0;       ///< the same as_target()
};

/// The target that would fit; std::nullopt if the mean gap is not known, or off the target by a third or
/// less.
std::optional<FittingTarget> fitting_target(std::optional<double> mean_gap, int target);

/// Whether a person may be told of another target: active, in a tier, three conversations or more, and the
/// target not looked at for 90 days.
bool may_differ(const Person& person, const Sums& sums, Day today);

}  // namespace rel
