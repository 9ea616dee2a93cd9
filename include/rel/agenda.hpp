// Entries for a calendar: every day on which one person needs something of the user.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "rel/due.hpp"

namespace rel {

/// One thing on one day.
struct AgendaItem {
  Clock clock = Clock::silence;
  std::optional<Id> id;            ///< of the entry; std::nullopt for silence and yearly dates
  std::size_t place = 0;           ///< index among the promises or asks of the facts; 0 for other kinds
  bool mine = true;                ///< for promises: whether it is the user's
  std::string text;                ///< what it is about; empty for silence
  Day on{};                        ///< `meant`, or today if that is past
  Day meant{};                     ///< the day it is for
  Day known{};                     ///< when it was made; for silence, when the two last talked
  std::optional<YearlyDate> date;  ///< set for yearly dates; `meant` is then the occurrence nearest to today
};

/// Everything open with a person that has a day: the day on which the silence clock rings, replies, the
/// user's promises (those without a day on the day when they become late), their promises if they have a day,
/// asks, meetings agreed on that are not over, and yearly dates. For tier `none` without silence and yearly
/// dates; empty for people who are archived or deceased. The silence comes first; the rest is in the order of
/// the facts.
std::vector<AgendaItem> agenda(const Facts& facts, const DueRules& rules);

/// The day on which a yearly date began; in the year 2000 if its year is not known (a leap year: every day
/// exists).
Day first_day(const YearlyDate& date);

}  // namespace rel
