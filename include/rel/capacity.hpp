// The user's own minutes: what the tiers ask for a week against what is given.
#pragma once

#include <array>
#include <optional>
#include <vector>

#include "rel/settings.hpp"
#include "rel/sums.hpp"

namespace rel {

/// One person as capacity sees them.
struct Load {
  const Person* person = nullptr;
  const Sums* sums = nullptr;
};

/// What the circle asks for, and what the user gives it. (rel-model: "Capacity")
struct Capacity {
  double asked = 0;             ///< minutes a week: Σ 7/T · expected minutes over active people in a tier
  std::optional<double> given;  ///< minutes a week of conversations, halved for every 56 days past; nothing
                                ///< before the first conversation
  int known_days = 0;           ///< days since the first conversation of anybody
  std::optional<double> load;   ///< asked / given; nothing where less than a minute in a year is given
  /// People that each tier can hold with what is given, in the order of the enumeration (none: 0):
  /// floor(share · given · T / (7 · minutes)), shares .4/.3/.3; with the tier's own target and the mean
  /// minutes expected of its people (the tier's own where nobody is in it).
  std::array<int, 4> sustainable{};
  std::array<int, 4> people{};  ///< active people in each tier
  /// People who would have to move one tier down (from moderate to none) for the circle to fit, by the tier
  /// that they leave: one after the other from the tier that is furthest above what it can hold (of equals
  /// the dearest), each freeing what its people ask for on average above those of the tier below, nobody
  /// moving twice. All 0 where the circle fits, and where even that would not be enough.
  std::array<int, 4> to_move{};
};

/// The capacity of everyone on `today`. Everybody's conversations count as given, also those of people in no
/// tier, archived or deceased.
Capacity capacity(const std::vector<Load>& everyone, const Settings& settings, Day today);

}  // namespace rel
