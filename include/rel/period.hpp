// A period of days.
#pragma once

#include "rel/day.hpp"

namespace rel {

/// From `since` to `until`, both included; `until` is not before `since`.
struct Period {
  Day since{};
  Day until{};
  bool operator==(const Period&) const = default;

  /// How many days.
  int days() const { return days_between(since, until) + 1; }
  /// Whether the day is in it.
  bool holds(Day day) const { return since <= day && day <= until; }
  /// The period of as many days just before.
  Period before() const { return {plus_days(since, -days()), plus_days(since, -1)}; }
};

}  // namespace rel
