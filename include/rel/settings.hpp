// The numbers of the model that a user may change. The defaults are ours.
#pragma once

#include <array>
#include <cstddef>

#include "rel/day.hpp"
#include "rel/person.hpp"
#include "rel/vocabulary.hpp"

namespace rel {

/// What a tier asks of the user. All at least 1.
struct TierRule {
  int target_days;   ///< T: days that a silence may last
  int minutes;       ///< minutes that a conversation is expected to take
  int respond_days;  ///< days in which the user answers
};

/// The settings of the model.
struct Settings {
  TimeOfDay day_starts{4 * 60};  ///< before this time it is still the day before
  int default_minutes = 30;      ///< what a conversation logged without a length gets; see minutes_of()
  int date_lead = 0;             ///< days before a birthday from which it reminds
  /// Indexed by Tier. Tier `none` has no silence clock; its target is for its sums alone.
  std::array<TierRule, 4> tiers = {{{90, 30, 7}, {90, 30, 7}, {30, 45, 3}, {7, 60, 1}}};

  /// The rule of a tier.
  const TierRule& rule(Tier tier) const { return tiers[static_cast<std::size_t>(tier)]; }
};

/// T, the target in days of a person: `every_days`, or else that of their tier.
int target_of(const Person& person, const Settings& settings);

/// The worth V of a tier in urgency: 4, 2, 1, and 1 for none.
double worth(Tier tier);

}  // namespace rel
