// Whom to call, and why.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "rel/clocks.hpp"

namespace rel {

/// Something open between the two that can be acted on.
struct OpenItem {
  Clock clock = Clock::promise;
  std::optional<Id> id;   ///< none for yearly dates
  std::size_t place = 0;  ///< among the entries of its kind in the facts that it was made from
  bool mine = true;       ///< for promises: the user's
  std::string text;
  Day on{};           ///< the day it is or was for
  int late_days = 0;  ///< days past that day; negative before it
  double ratio = 0;
};

/// What an item of its kind was made from; nothing where that is not in `entries`.
template <class Entry>
const Entry* origin(const OpenItem& item, const std::vector<Entry>& entries) {
  const bool there = item.place < entries.size() && entries[item.place].id == item.id;
  return there ? &entries[item.place] : nullptr;
}

/// One person who is due.
struct DueItem {
  Facts facts;
  Day due_on{};                   ///< today, or the day ahead on which a clock first rings
  Clock clock = Clock::silence;   ///< the clock furthest along
  double ratio = 0;               ///< its ratio
  double urgency = 0;             ///< U, damped after tries
  bool silence_due = false;       ///< the silence clock rings, too
  std::optional<double> silence;  ///< a, in days
  std::optional<int> target;      ///< T, in days; none in tier none
  std::optional<double> unusual;  ///< p
  int minutes = 0;                ///< to expect of a talk
  std::vector<OpenItem> open;     ///< all that is open, the ringing first
  /// Something that has a day rings: always shown, never cut.
  bool has_day() const;
};

/// The day and the rules by which people are looked at.
struct DueRules {
  Day today{};
  Settings settings;
  std::optional<Day> away_until;  ///< the user is away: no silence rings before this day
};

/// All that is open with a person and has a clock, and the promises made to the user: the ringing first.
std::vector<OpenItem> open_items(const Facts& facts, const DueRules& rules);

/// The clocks of one person on `rules.today`, whether one rings or not, and whether they are ever due or not.
DueItem look_at(Facts facts, const DueRules& rules);

/// The same; nothing where none rings.
std::optional<DueItem> assess(Facts facts, const DueRules& rules);

/// The same for the first day from today to `days_ahead` days later on which a clock rings.
std::optional<DueItem> assess_ahead(Facts facts, const DueRules& rules, int days_ahead);

/// What else begins to ring after the day on which someone is due, until `until`: an item for each such day,
/// with that alone open, earliest first. Where it is not the silence, its facts list nothing else, either.
std::vector<DueItem> later_items(const DueItem& item, DueRules rules, Day until);

/// The one to begin with in a ranked list: on the first day in it, whoever has a day stands before the
/// others. Nobody where it is empty.
const DueItem* first_as_shown(const std::vector<DueItem>& ranked);

/// Whether a clock that would ring waits until tomorrow because the user tried today.
bool waits_after_try(const Facts& facts, const DueRules& rules);

/// Best first: the day they are due, then falling urgency, longer silence, name.
void rank(std::vector<DueItem>& items);

/// Everyone among `people` who is due within `days_ahead` days, best first.
std::vector<DueItem> due_list(std::vector<Facts> people, const DueRules& rules, int days_ahead);

/// Splits a ranked list into those who fit into `minutes` and those who do not. Whoever has a day always
/// fits.
struct Fitted {
  std::vector<DueItem> taken;
  std::vector<DueItem> left;
};
Fitted fit_minutes(std::vector<DueItem> ranked, int minutes);

/// The same by number of people.
Fitted fit_count(std::vector<DueItem> ranked, int count);

/// Leaves only the first as shown in what was taken; whoever else was stands before those left already.
void keep_first(Fitted& fitted);

}  // namespace rel
