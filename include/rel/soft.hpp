// What is worth a word without being due: soft signs, and those who have been quiet for long.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "rel/due.hpp"

namespace rel {

/// Why someone is worth a word: a silence that is unusual for the two, many messages and no talk, a promise
/// of theirs that is late.
enum class Sign { cooling, messages, owed };

/// The name of a sign as JSON has it: `cooling`, `messages`, `owed`.
std::string_view word(Sign sign);

/// Someone who is not due, and what is worth a word.
struct SoftSign {
  Facts facts;
  Sign sign = Sign::cooling;
  std::optional<double> unusual;    ///< p by usualness()
  std::optional<OpenItem> promise;  ///< theirs, for Sign::owed
};

/// For how many days a sign is told: of a silence from the day on which it became unusual, of messages after
/// the latest, of a promise after its day.
inline constexpr int days_of_sign = 7;
/// How many signs a day has at most.
inline constexpr std::size_t most_signs = 2;

/// The sign of one person, the first of Sign that they have; std::nullopt for whoever is due or has none, or
/// is archived or deceased. In tier `none` only promises count. Ours.
std::optional<SoftSign> soft_sign(const Facts& facts, const DueRules& rules);

/// All signs of the day in the order of their worth: the higher tier, the smaller p, more messages, the older
/// promise.
std::vector<SoftSign> soft_signs(const std::vector<Facts>& people, const DueRules& rules);

/// Whether someone has been due by silence for more than 60 days and more than two targets, and nothing with
/// a day rings. `item` is of today.
bool quiet_for_long(const DueItem& item);

/// Who of those quiet for long is named on a day: each in turn, by name. Null if there are none; points into
/// `ranked`.
const DueItem* named_of_long(const std::vector<DueItem>& ranked, Day today);

/// A day of this week that is worth a word: a yearly date or a meeting agreed on, after today.
struct WeekDay {
  Day on{};
  Facts facts;
  OpenItem item;
};

/// How many days the week ahead has, after today.
inline constexpr int days_of_week = 6;

/// Those of the six days after today, earliest first, then by name.
std::vector<WeekDay> week_ahead(const std::vector<Facts>& people, const DueRules& rules);

}  // namespace rel
