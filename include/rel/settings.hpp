// What the user may set; the defaults are those of the model.
#pragma once

#include <array>
#include <cstddef>

#include "rel/day.hpp"
#include "rel/person.hpp"
#include "rel/vocabulary.hpp"

namespace rel {

/// What a tier asks of the user.
struct TierRule {
  int target_days;   ///< how long a silence may last
  int minutes;       ///< how long a conversation is expected to be
  int respond_days;  ///< how soon a reply is given
};

/// The settings in force.
struct Settings {
  TimeOfDay day_starts{4 * 60};  ///< before this time it is still the day before
  int default_minutes = 30;      ///< of a conversation logged without a duration
  int date_lead = 0;             ///< days before a birthday from which it reminds
  /// By tier, in the order of the enumeration. Tier none has no clock of silence; its sums use its target.
  std::array<TierRule, 4> tiers = {{{90, 30, 7}, {90, 30, 7}, {30, 45, 3}, {7, 60, 1}}};

  const TierRule& rule(Tier tier) const { return tiers[static_cast<std::size_t>(tier)]; }
};

/// The target in days that a person's figures are made with: their own cadence, else their tier's.
int target_of(const Person& person, const Settings& settings);

/// The worth V of a tier in urgency: 4, 2, 1, and 1 for none.
double worth(Tier tier);

}  // namespace rel
