// What to have in mind before a conversation: chosen and put in order from what is known, never invented.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "rel/due.hpp"

namespace rel {

/// The last real conversation, and what came after it.
struct LatestTalks {
  std::optional<Contact> real;  ///< none where there was none, or where only its day is remembered (--last)
  std::vector<Contact> since;   ///< everything later, oldest first; everything where there was none
};

/// A day of the year that is near.
struct NearDate {
  std::string name;
  Day on{};
  int in_days = 0;           ///< negative for up to three days after it
  std::optional<int> years;  ///< how many it will be, where the first year is known; at least 1
};

/// Everything about one person before a call.
struct Brief {
  DueItem now;  ///< what is open and the figures, whether a clock rings or not
  LatestTalks talks;
  std::optional<std::string> last_note;  ///< of the latest conversation, real or not
  std::vector<Remark> remarks;           ///< all that they told, in the order in which to come back to it
  std::vector<Remark> openers;           ///< of these, at most two to begin with
  std::vector<NearDate> dates;           ///< within 30 days, the nearest first
  std::optional<int> minutes;            ///< how long the two usually talk, from three conversations on
};

/// Puts it together. `contacts` holds at least those from the last real conversation on, and the latest
/// conversation.
Brief brief_of(const Facts& facts, const std::vector<Contact>& contacts, std::vector<Remark> remarks,
               const DueRules& rules);

/// Without those that only say what another of that day asks about: `log --heard … --ask …` writes both.
std::vector<Remark> without_repeated(std::vector<Remark> remarks);

/// Whether an ask waits for its day, or for being asked.
bool ask_is_open(const Remark& remark);

/// What to ask: the question of an ask, else what they told.
const std::string& question(const Remark& remark);

/// Whether the user came back to a remark, or its ask was closed.
bool came_back_to(const Remark& remark);

/// Whether a remark was neither heard nor come back to for a year. One whose ask is open never is.
bool stale(const Remark& remark, Day today);

/// In the order in which to come back to them: open asks by their day, then what the user never came back
/// to, the newest first, then the rest, the latest first.
void order_to_tell(std::vector<Remark>& remarks);

/// At most two of them to begin with: the earliest open ask whose day has come, and the newest remark
/// without an ask that the user never came back to; where there is neither, the next ask to come.
std::vector<Remark> openers(const std::vector<Remark>& remarks, Day today);

/// The person's dates from three days ago to `days_ahead` days from today. None of someone who has died.
std::vector<NearDate> near_dates(const Person& person, Day today, int days_ahead);

/// The last `count` of the postponements that count: those since the last real conversation, where `count`
/// is how many the sums have. Oldest first.
std::vector<Snooze> postponements(std::vector<Snooze> snoozes, int count);

}  // namespace rel
