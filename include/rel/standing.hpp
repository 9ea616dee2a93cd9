// How one relationship stands on a day, and what changed since an earlier one.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "rel/advice.hpp"
#include "rel/capacity.hpp"

namespace rel {

/// What health looks at, of one person.
struct Relationship {
  Facts facts;
  Sums sums;                    ///< all of those whose part for the clocks is in the facts
  std::vector<Promise> closed;  ///< the user's promises that were kept or dropped
};

/// The health of a person in a tier, with what is shown beside it.
struct Standing {
  double silence = 0;  ///< a, in days
  int target = 0;      ///< T, in days
  HealthParts parts;
  double health = 0;         ///< H, 0 to 100
  std::string_view weakest;  ///< the name of the weakest part
  Trend trend = Trend::steady;
  double unusual = 1;             ///< p; below 0.05 the silence is unusual
  double they_began = 0.5;        ///< which part of the talks they begin
  std::vector<OpenItem> overdue;  ///< replies and the user's promises that wait too long, the longest first
  Advice advice;

  /// A silence unusual for these two, who talked often enough to know.
  bool cooling(const ClockSums& sums) const;
};

/// Whether a person has health at all: active, and in a tier.
bool has_health(const Person& person);

/// How it stands with a person who has health.
Standing standing(const Relationship& relationship, const DueRules& rules);

/// Everyone as capacity sees them; points into `everyone`, which must outlive it.
std::vector<Load> loads_of(const std::vector<Relationship>& everyone);

/// What became of a relationship since an earlier day.
struct ChangeSince {
  Trend talks = Trend::steady;
  int depth = 0;     ///< 1 deeper, -1 shallower
  int promises = 0;  ///< 1 better kept, -1 less well
};

/// The difference between the sums and parts of two days; nothing where too little was known on the first:
/// less than two conversations, or not a whole target since the start.
std::optional<ChangeSince> change(const Sums& before, const HealthParts& parts_before, Day day_before,
                                  const Sums& now, const HealthParts& parts_now, Day today);

}  // namespace rel
