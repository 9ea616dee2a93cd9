// The six clocks. Each is a ratio, 0 or more, and rings from 1 on. The formulas are ours, except for the
// source named at silence_ratio().
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "rel/entries.hpp"
#include "rel/settings.hpp"
#include "rel/sums.hpp"

namespace rel {

/// What can make a person due: a long silence, a reply owed, a promise of the user's, an ask, a meeting
/// agreed on, a yearly date.
enum class Clock { silence, reply, promise, ask, agreed, date };

/// A birthday and a meeting agreed on still count for this many days after their own.
inline constexpr int days_of_grace = 3;

/// The name of a clock as files and JSON have it: `silence`, `reply`, …
std::string_view word(Clock clock);

/// Everything about one person that the clocks look at. For the silence clock `person` and `sums` are enough.
struct Facts {
  Person person;
  Sums sums;                          ///< of replay(), with the same person and settings
  std::vector<Contact> replies;       ///< the contacts of Sums::replies, which wait for an answer
  std::vector<Promise> promises;      ///< open, the user's and theirs
  std::vector<Remark> asks;           ///< remarks with an open ask; each has `ask_on`
  std::vector<Snooze> meetings;       ///< snoozes with `agreed`, by their days
  std::vector<Snooze> put_off;        ///< snoozes of a reply or promise, in the order in which they were made
  std::optional<Remark> last_remark;  ///< the newest that the user has not come back to, if it is to be shown
  std::vector<Snooze> postponements;  ///< those that count since the last real conversation, oldest first
};

/// The day until which the reply or promise of that id is put off; std::nullopt if it never was. Of several
/// snoozes of one the newest counts.
std::optional<Day> put_off_until(const Facts& facts, Id item);

/// The silence clock, not held back by any snooze: r = a/T, times 1.5 − 0.5·2^−k after k counted
/// postponements. `target_days` is at least 1. That silence in units of a rhythm shows whether a tie fades:
/// E. Gilbert and K. Karahalios, "Predicting tie strength with social media", 2009; H. Navarro et al.,
/// "Temporal patterns behind the strength of persistent ties", 2017. The factor is ours.
double silence_ratio(double silence_days, int target_days, int postponed);

/// The reply clock: days since they reached out / TierRule::respond_days.
double reply_ratio(const Contact& owed, const TierRule& rule, Day today);

/// The promise clock: days since given / days allowed, and at least 1 from its day on. Without a day the
/// target is allowed, but at most 7, 14 or 30 days, from the highest tier down.
double promise_ratio(const Promise& promise, Tier tier, int target_days, Day today);

/// The clock of what has a day (ask, agreed, date): 0 before it, 1 on it, one seventh more for each day
/// after.
double day_ratio(Day day, Day today);

/// Whether the calendar has this day in its year, from 1900 to 2199. Without a year there is a 29 February.
bool exists(const YearlyDate& date);

/// The occurrence of a yearly date to look at on `today`: the latest one that is at most three days past, or
/// else the next one. 29 February falls on 28 February in common years.
Day occurrence(const YearlyDate& date, Day today);

/// The date clock: 1 from `lead_days` before the occurrence to its day, one seventh more for each of the
/// three days after, then 0. Also 0 if the user was in touch since the first of these days (`last_mine`).
double date_ratio(const YearlyDate& date, int lead_days, std::optional<Day> last_mine, Day today);

/// Urgency U = V·r/(1+r), from 0 to below V = `worth`. At r = 1 it is V/2, which no lower tier can reach:
/// someone due in a higher tier is always more urgent than anyone of a lower one.
double urgency(double worth, double ratio);

/// The factor of urgency after a try without an answer, 0 to 1: 1 − 2^(−d/max(1, T/10)), with d the days
/// since.
double damping(int days_since_try, int target_days);

}  // namespace rel
