// A stretch of days, as a review looks at it.
#pragma once

#include "rel/day.hpp"

namespace rel {

/// From one day to another, both included.
struct Period {
  Day since{};
  Day until{};
  bool operator==(const Period&) const = default;

  int days() const { return days_between(since, until) + 1; }
  bool holds(Day day) const { return since <= day && day <= until; }
  /// As many days just before.
  Period before() const { return {plus_days(since, -days()), plus_days(since, -1)}; }
};

}  // namespace rel
