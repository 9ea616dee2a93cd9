// What the user keeps of the talks that the tiers ask for, and what these take of the user's week.
#pragma once

#include <optional>
#include <vector>

#include "rel/rhythm.hpp"
#include "rel/settings.hpp"
#include "rel/sums.hpp"

namespace rel {

/// One person as capacity sees them. Both pointers must be set and outlive the call.
struct Load {
  const Person* person = nullptr;
  const Sums* sums = nullptr;
};

/// Someone whose rhythm is kept least, and what they could be asked for instead.
struct Late {
  Person person;
  double rhythm = 1;         ///< K, see kept_rhythm()
  std::optional<int> every;  ///< a cadence in days; std::nullopt: the next lower tier
};

/// What all people together ask for, and what the user gives. Ours; man page rel-model(7), "Capacity".
struct Capacity {
  int people = 0;    ///< active people in a tier
  double asked = 0;  ///< minutes a week: Σ 7/T · expected minutes over these
  /// Minutes a week of conversations, each halved for every 56 days since; std::nullopt before the first
  /// conversation.
  std::optional<double> given;
  int known_days = 0;          ///< days since the first conversation with anybody
  std::optional<double> load;  ///< asked / given; std::nullopt if less than a minute a year is given
  /// Σ K/T / Σ 1/T over active people in a tier with a conversation, above 0 to 1: the part of the talks
  /// wanted that took place of late; std::nullopt if there are none of them.
  std::optional<double> kept;
  /// Whose rhythm is kept least, at most three, the least first; empty if there is nothing to advise: `kept`
  /// is 0.8 or more, the first conversation was less than 28 days ago, or the user was away within 28 days.
  std::vector<Late> late;
};

/// The capacity on `today`. Conversations with everybody count as given, including people in tier `none`,
/// archived or deceased. `away_lately`: the user was away within the last 28 days. The cadences of `late` are
/// those of someone of whom no talk is known; see easier_cadence().
Capacity capacity(const std::vector<Load>& everyone, const Settings& settings, Day today, bool away_lately);

/// The days of an absence: so long without an entry.
inline constexpr int days_of_absence = 14;
/// For so many days after an absence, and from the beginning, capacity advises nothing.
inline constexpr int days_without_advice = 28;

/// A cadence in days that someone would have kept who talked at the `mean` gap; where that is not known, or
/// no longer than the target, the next lower tier (std::nullopt), or twice the target for someone with one of
/// their own.
std::optional<int> easier_cadence(const Person& person, std::optional<double> mean, const Settings& settings);

}  // namespace rel
