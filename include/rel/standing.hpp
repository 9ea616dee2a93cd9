// How one relationship stands on a day, and what changed since an earlier one.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "rel/advice.hpp"
#include "rel/capacity.hpp"

namespace rel {

/// Everything about one person that health looks at.
struct Relationship {
  Facts facts;                  ///< with everything that is open
  std::vector<Promise> closed;  ///< the user's promises that were kept or dropped
};

/// The health of a person in a tier, with what is shown beside it.
struct Standing {
  std::optional<double> silence;  ///< a, in days
  int target = 0;                 ///< T, in days
  HealthParts parts;              ///< from which the health is made
  std::optional<double> health;   ///< H, 0 to 100; std::nullopt without a conversation
  std::string_view weakest;       ///< the name of the weakest part, see weakest()
  std::optional<Clock> rings;     ///< the clock with the largest ratio, if it rings
  bool silence_rings = false;     ///< whether the silence clock rings, whatever `rings` is
  std::optional<Trend> trend;     ///< of how often they talk, as far as it may be said
  std::optional<double> unusual;  ///< p, see usualness(); below 0.05 the silence is unusual
  double they_began = 0.5;        ///< the part of conversations that they begin, see they_began()
  std::vector<OpenItem> overdue;  ///< replies and the user's promises that wait too long, the longest first
  Advice advice;                  ///< what would help most

  /// a in targets; 0 if the silence is not known.
  double silence_in_targets() const { return silence.value_or(0) / target; }
  /// Whether they talked, and nothing is to be done.
  bool fine() const { return health && advice.act == Act::nothing; }
};

/// Whether a person has a health: in a tier, and neither archived nor deceased.
bool has_health(const Person& person);

/// The health of a person for whom has_health() is true.
Standing standing(const Relationship& relationship, const DueRules& rules);

/// Everyone as capacity() takes them; points into `everyone`, which must outlive it.
std::vector<Load> loads_of(const std::vector<Relationship>& everyone);

/// How a relationship changed since an earlier day.
struct ChangeSince {
  std::optional<Trend> talks;  ///< how often they talk, as far as it may be said
  int depth = 0;               ///< 1 deeper, -1 shallower, 0 neither, or not said both times
  int promises = 0;            ///< 1 better kept, -1 less well, 0 neither
};

/// The difference between the sums and parts of two days; std::nullopt if too little was known on the first:
/// fewer than two conversations, or less than a target's days since the start. Depth counts from 0.03,
/// promises from 0.05 on. `now` is the standing on `today`, made from `sums_now`. Ours.
std::optional<ChangeSince> change_since(const Sums& before, const HealthParts& parts_before, Day day_before,
                                        const Sums& sums_now, const Standing& now, Day today);

}  // namespace rel
