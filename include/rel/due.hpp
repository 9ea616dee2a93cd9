// Whom to call, and why.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "rel/clocks.hpp"

namespace rel {

/// Something open between the user and a person: a reply owed, a promise, an ask, a meeting, a yearly date.
struct OpenItem {
  Clock clock = Clock::promise;
  std::optional<Id> id;   ///< of the entry; std::nullopt for yearly dates
  std::size_t place = 0;  ///< index among the entries of its kind in the facts it was made from
  bool mine = true;       ///< for promises: whether it is the user's
  std::string text;       ///< what it is about; may be empty
  Day on{};               ///< the day it is for; of a reply, and of a promise without a day, when it was made
  int late_days = 0;      ///< days since it was to be done; negative before; 0 for a promise without one
  double ratio = 0;       ///< of its clock; 0 for promises made to the user
};

/// The entry that an item was made from, among the `entries` of its kind; null if it is not there.
template <class Entry>
const Entry* origin(const OpenItem& item, const std::vector<Entry>& entries) {
  const bool there = item.place < entries.size() && entries[item.place].id == item.id;
  return there ? &entries[item.place] : nullptr;
}

/// How the clocks of one person stand on a day.
struct DueItem {
  Facts facts;
  Day due_on{};                   ///< the day looked at: today, or the day ahead on which a clock first rings
  Clock clock = Clock::silence;   ///< the clock with the largest ratio
  double ratio = 0;               ///< its ratio; the person is due from 1 on
  double urgency = 0;             ///< U by urgency(), from 0 to below 4; damped after a try by damping()
  bool silence_due = false;       ///< whether the silence clock rings, whatever `clock` is
  std::optional<double> silence;  ///< a, in days; std::nullopt without a start day
  std::optional<int> target;      ///< T, in days; std::nullopt in tier `none`
  std::optional<double> unusual;  ///< p by usualness(), 0 to 1; std::nullopt without silence or target
  int minutes = 0;                ///< minutes to expect of a conversation
  std::vector<OpenItem> open;     ///< everything open, the largest ratio first
  /// Whether anything but silence rings: such people are always shown.
  bool has_day() const;
};

/// The day and the rules by which people are looked at.
struct DueRules {
  Day today{};
  Settings settings;
  std::optional<Day> away_until;  ///< the user is away: no silence rings before this day
};

/// Everything open with a person that has a clock, and the promises made to the user; the largest ratio
/// first. Meetings that are over and yearly dates that don't ring are left out.
std::vector<OpenItem> open_items(const Facts& facts, const DueRules& rules);

/// The clocks of one person on `rules.today`, whether one rings or not; also for people who are never due.
DueItem look_at(Facts facts, const DueRules& rules);

/// The same; std::nullopt if no clock rings, or if the person is archived or deceased.
std::optional<DueItem> assess(Facts facts, const DueRules& rules);

/// The same for the first day on which a clock rings, from `rules.today` to `days_ahead` days later.
std::optional<DueItem> assess_ahead(Facts facts, const DueRules& rules, int days_ahead);

/// What else begins to ring after the day on which someone is due, until `until`: an item for each such day,
/// earliest first, in which only what begins on that day is open. Its facts hold nothing else, either, unless
/// it is the silence that begins to ring.
std::vector<DueItem> later_items(const DueItem& item, DueRules rules, Day until);

/// Whom to begin with in a ranked list: the first with has_day() among those due on its first day, or else
/// the first. Null if it is empty; points into `ranked`.
const DueItem* first_as_shown(const std::vector<DueItem>& ranked);

/// Whether someone would be due if the user had not tried to reach them today.
bool waits_after_try(const Facts& facts, const DueRules& rules);

/// Sorts by the day they are due, then by falling urgency, longer silence, name.
void rank(std::vector<DueItem>& items);

/// Everyone among `people` who is due within `days_ahead` days, ranked.
std::vector<DueItem> due_list(std::vector<Facts> people, const DueRules& rules, int days_ahead);

/// A ranked list in two parts, each ranked.
struct Fitted {
  std::vector<DueItem> taken;
  std::vector<DueItem> left;
};

/// Takes people in their order while their minutes fit into what is left of `minutes`, skipping those who
/// don't fit. Those with has_day() are taken in any case, and their minutes are not counted.
Fitted fit_minutes(std::vector<DueItem> ranked, int minutes);

/// Takes the first `count` without has_day(), and everyone with it.
Fitted fit_count(std::vector<DueItem> ranked, int count);

/// Keeps only first_as_shown() in what was taken; the others are put before those left already.
void keep_first(Fitted& fitted);

}  // namespace rel
