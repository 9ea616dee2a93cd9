// The columns of each kind of row, and how they are read.
#pragma once

#include <algorithm>
#include <array>
#include <limits>
#include <utility>

#include "rel/entries.hpp"
#include "rel/limits.hpp"
#include "rel/settings.hpp"
#include "rel/sums.hpp"
#include "store/database.hpp"

namespace rel::store {

#define CONTACT_COLUMNS "id, note, " CONTACT_AFTER_NOTE
#define CONTACT_FIGURES "id, NULL, " CONTACT_AFTER_NOTE  // for contacts without their notes
#define CONTACT_AFTER_NOTE                                                                                   \
  "person, companions, others, day, time, channel, minutes, began, depth, counts, kind, answered, guessed, " \
  "source"
#define REMARK_COLUMNS "id, person, text, heard, ask_on, ask, used, done"
#define PROMISE_COLUMNS "id, person, mine, text, given, due, kept, dropped"
#define SNOOZE_COLUMNS "id, person, day, until, counted, agreed, why"

/// A target of one's own, in days.
inline constexpr Range cadence{1, longest_target};

/// Beside the sums: what the daily list shows and ranks people by.
#define RANKED_COLUMNS "person, handle, name, tier, every_days, "
/// The sums that clocks look at, what is said of the last talk and touch, and all sums: the fewer columns,
/// the quicker the daily list. Before them stands the day on which they ring, which must be what they say.
#define CLOCK_COLUMNS                                                                                    \
  "due_on, start, quiet_since, count, gaps, minutes, updated, conversations, last_real, brief_minutes, " \
  "touches, last_try, last_mine, postponed, snoozed_until, replies"
#define LAST_COLUMNS \
  ", last_talk, talk_channel, talk_minutes, talk_credit, last_touch, touch_on, touch_channel"
#define SUMS_COLUMNS \
  CLOCK_COLUMNS LAST_COLUMNS ", first_talk, depth, recent, lasting, given, began_known, began_them, latest"

inline constexpr int clock_columns = 16;

/// The bounds of what is read. Where nothing bounds it, what is beyond all days is met, and refused.
inline std::int64_t from_day(Day since) {
  return since == earliest_day() ? std::numeric_limits<std::int64_t>::min() : day_number(since);
}
inline std::int64_t to_day(Day until) {
  return until == latest_day() ? std::numeric_limits<std::int64_t>::max() : day_number(until);
}

/// Entries by their day, and on one day in the order in which they were made. An ORDER BY costs every command
/// more, before the first row, than there is to sort.
template <class Entry>
void put_in_order(std::vector<Entry>& entries, Day Entry::*day) {
  std::ranges::sort(entries, {}, [day](const Entry& entry) { return std::pair(entry.*day, entry.id); });
}

/// The day by which sums lie in their table: the first on which silence may ring, or the last of all days.
Day rings_on(const ClockSums& sums, const Person& person);

/// Ids as a text, parted by commas; nothing where there are none.
std::optional<std::string> comma_joined(const std::vector<Id>& ids);

/// A contact's values in CONTACT_COLUMNS, which are all that its table has, in their order; the texts are the
/// contact's.
std::array<Cell, 16> contact_row(const Contact& contact);
/// A contact with the others of a group, which are read from `database`.
Contact contact_from(const Rows& rows, Database& database);
/// A contact with its first person alone; the others are counted among those who are not in the file.
Contact contact_counting_others(const Rows& rows);
Contact counting_others(Contact contact);
/// Such a contact with one of its people beside the first, as that person's figures see it.
Contact seen_by(Id person, Contact counting);
Remark remark_from(const Rows& rows);
Promise promise_from(const Rows& rows);
Snooze snooze_from(const Rows& rows);
/// A yearly date whose name, month, day and year stand from column `first` on.
YearlyDate date_from(const Rows& rows, int first);
/// The sums in CLOCK_COLUMNS, which stand in the row from column `first` on. Like the next three it throws
/// ValueError if nothing adds up to them: then they are to be made anew.
ClockSums clock_sums_from(const Rows& rows, int first, const Person& person, const Settings& settings);
/// What is said of the last talk and touch in LAST_COLUMNS, the first of which is column `first`.
std::optional<LastTalk> last_talk_from(const Rows& rows, int first);
std::optional<LastTouch> last_touch_from(const Rows& rows, int first);
/// The sums in SUMS_COLUMNS, likewise.
Sums sums_from(const Rows& rows, int first, const Person& person, const Settings& settings);

}  // namespace rel::store
