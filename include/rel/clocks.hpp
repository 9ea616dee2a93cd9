// The six clocks. Each is a ratio; at 1 it rings.
#pragma once

#include <memory>
#include <optional>
#include <string_view>
#include <vector>

#include "rel/entries.hpp"
#include "rel/settings.hpp"
#include "rel/sums.hpp"

namespace rel {

/// What can make a person due.
enum class Clock { silence, reply, promise, ask, agreed, date };

/// The contract's word for a clock.
std::string_view word(Clock clock);

/// Everything about one person that the clocks look at.
struct Facts {
  Person person;
  ClockSums sums;
  std::optional<LastTalk> last_talk;    ///< the latest, if that was read
  std::optional<LastTouch> last_touch;  ///< the latest, if that was read
  std::vector<Contact> replies;         ///< contacts that wait for an answer
  std::vector<Promise> promises;        ///< open, the user's and theirs
  std::vector<Remark> asks;             ///< remarks with an ask that is open
  std::vector<Snooze> meetings;         ///< agreed on, by their days
  /// The newest that the user has not come back to; null where there is none, or it is not shown.
  std::shared_ptr<const Remark> last_remark;
  std::vector<Snooze> postponements;  ///< those that count since the last real conversation, oldest first
};

/// The silence clock without snoozes: r = a/T, times 1.5 − 0.5·2^−k after k counted postponements.
double silence_ratio(double silence_days, int target_days, int postponed);

/// The reply clock: days since they reached out / days in which the tier answers.
double reply_ratio(const Contact& owed, const TierRule& rule, Day today);

/// The promise clock: days since given / days allowed; without a day the target, 7, 14 or 30 days at most.
double promise_ratio(const Promise& promise, Tier tier, int target_days, Day today);

/// The clock of what has a day (ask, agreed, date): 0 before it, 1 on it, then one seventh more for each day.
double day_ratio(Day day, Day today);

/// The occurrence of a yearly date nearest to being due on `today`: the latest one that is at most three days
/// past, else the next one. 29 February falls on 28 February in common years.
Day occurrence(const YearlyDate& date, Day today);

/// The date clock: 1 from `lead` days before the occurrence, more for up to three days after, then 0.
double date_ratio(const YearlyDate& date, int lead_days, std::optional<Day> last_mine, Day today);

/// Urgency U = V·r/(1+r).
double urgency(double worth, double ratio);

/// What remains of urgency `days` after a try without answer: 1 − 2^(−d/max(1, T/10)).
double damping(int days_since_try, int target_days);

}  // namespace rel
