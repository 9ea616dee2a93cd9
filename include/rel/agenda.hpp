// What belongs into a calendar: the days that one person asks something of.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "rel/due.hpp"

namespace rel {

/// One thing on one day.
struct AgendaItem {
  Clock clock = Clock::silence;
  std::optional<Id> id;            ///< of the entry; none for silence and yearly dates
  std::size_t place = 0;           ///< among the entries of its kind in the facts
  bool mine = true;                ///< for promises: the user's
  std::string text;                ///< what it is about; empty for silence
  Day on{};                        ///< its day, but today where that is past: it still waits
  Day meant{};                     ///< its day
  Day known{};                     ///< when it was made or, for silence, when the two last talked
  std::optional<YearlyDate> date;  ///< comes back every year; `on` is its next day
};

/// Everything with an active person that has a day: silence once its clock rings, replies, the user's
/// promises (without a day, when they are too late) and theirs that have a day, asks, meetings agreed on that
/// are not past, and yearly dates. What the person has no clock for (tier none) is left out.
std::vector<AgendaItem> agenda(const Facts& facts, const DueRules& rules);

/// The day on which a yearly date began; where that is not known, in a leap year, so that every day exists.
Day first_day(const YearlyDate& date);

}  // namespace rel
