// The user's own minutes: what the tiers ask for a week against what is given.
#pragma once

#include <array>
#include <optional>
#include <vector>

#include "rel/settings.hpp"
#include "rel/sums.hpp"

namespace rel {

/// One person as capacity sees them. Both pointers must be set and outlive the call.
struct Load {
  const Person* person = nullptr;
  const Sums* sums = nullptr;
};

/// What all people together ask for, and what the user gives. Ours; man page rel-model(7), "Capacity".
struct Capacity {
  double asked = 0;  ///< minutes a week: Σ 7/T · expected minutes over active people in a tier
  /// Minutes a week of conversations, each halved for every 56 days since; std::nullopt before the first
  /// conversation.
  std::optional<double> given;
  int known_days = 0;          ///< days since the first conversation with anybody
  std::optional<double> load;  ///< asked / given; std::nullopt if less than a minute a year is given
  /// How many people each tier can hold with what is given, indexed by Tier (0 for `none`):
  /// floor(share · given · T / (7 · minutes)) with shares .4, .3, .3 from the highest tier down, the tier's
  /// own target, and the mean minutes expected of its people (those of the tier's rule if it is empty).
  std::array<int, 4> sustainable{};
  std::array<int, 4> people{};  ///< active people, indexed by Tier
  /// How many people would have to move one tier down for the rest to fit, indexed by the tier they leave.
  /// They move one by one from the tier that is furthest above `sustainable` (of equals the highest), each
  /// freeing the difference between the mean minutes a week of the two tiers; nobody moves twice. All 0 if
  /// everybody fits, or if even that is not enough.
  std::array<int, 4> to_move{};
};

/// The capacity on `today`. Conversations with everybody count as given, including people in tier `none`,
/// archived or deceased.
Capacity capacity(const std::vector<Load>& everyone, const Settings& settings, Day today);

}  // namespace rel
