// What to know before a conversation, chosen from the entries and put in order.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "rel/due.hpp"

namespace rel {

/// The last conversation, and what came after it.
struct LatestTalks {
  std::optional<Contact> last;  ///< however short; std::nullopt if absent, or if only its day is known
                                ///< (Person::last)
  std::optional<Contact> full;  ///< the last real conversation, if that was an earlier one
  std::vector<Contact> since;   ///< every contact after `last`, oldest first; all contacts if it is absent
};

/// A yearly date that is near.
struct NearDate {
  std::string name;          ///< "birthday", "wedding", …
  Day on{};                  ///< its occurrence
  int in_days = 0;           ///< days until then; -3 to -1 after it
  std::optional<int> years;  ///< how many it will be, at least 1; std::nullopt if not known
};

/// Everything about one person before a call.
struct Brief {
  DueItem now;                           ///< what is open, and the figures, whether a clock rings or not
  LatestTalks talks;                     ///< the last conversation and what came after it
  std::optional<std::string> last_note;  ///< note of the latest conversation, real or not
  std::vector<Remark> remarks;           ///< all remarks, ordered by order_to_tell()
  std::vector<Remark> openers;           ///< at most two of them to begin with
  std::vector<NearDate> dates;           ///< from 3 days ago to 30 days ahead, earliest first
  std::optional<int> minutes;  ///< how long the two usually talk; std::nullopt before three conversations
};

/// Puts it together. `contacts`, in any order, holds at least those from the day of the last real
/// conversation on, and the latest conversation; `remarks` are all of the person.
Brief brief_of(const Facts& facts, const std::vector<Contact>& contacts, std::vector<Remark> remarks,
               const DueRules& rules);

/// Drops each remark without an ask if an ask has the same person, day and text: `log --heard … --ask …`
/// writes both.
std::vector<Remark> without_repeated(std::vector<Remark> remarks);

/// Whether the remark has an ask that is not closed.
bool ask_is_open(const Remark& remark);

/// What to ask: the question of an ask, or else the text of the remark. Valid as long as `remark`.
const std::string& question(const Remark& remark);

/// Whether the user came back to a remark, or its ask was closed.
bool came_back_to(const Remark& remark);

/// The latest day that a text names, in English: `12 Dec`, `December 2nd`, `2026-12-12`, `tomorrow`,
/// `Friday`; days without a year, and weekdays, are the first from `heard` on. std::nullopt if it names none.
std::optional<Day> named_day(std::string_view text, Day heard);

/// Whether a remark is worth beginning with: no fact, without an open ask, never come back to, and not about
/// a day that has passed.
bool is_news(const Remark& remark, Day today);

/// Whether the user neither heard of it nor came back to it for 365 days. Never true for an open ask.
bool stale(const Remark& remark, Day today);

/// Sorts in the order in which to come back to them: open asks, earliest day first; then those that the user
/// never came back to, newest first; then the rest, latest use first.
void order_to_tell(std::vector<Remark>& remarks);

/// At most two remarks to begin with: the earliest open ask whose day has come, and the newest that
/// is_news(). If neither exists, the next ask to come.
std::vector<Remark> openers(const std::vector<Remark>& remarks, Day today);

/// The person's dates from three days ago to `days_ahead` days from today, earliest first; empty for someone
/// deceased.
std::vector<NearDate> near_dates(const Person& person, Day today, int days_ahead);

/// The last `count` counted snoozes, oldest first; with Sums::postponed as `count` these are the ones since
/// the last real conversation.
std::vector<Snooze> postponements(std::vector<Snooze> snoozes, int count);

}  // namespace rel
