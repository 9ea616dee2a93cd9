// The one act that would help a relationship most.
#pragma once

#include <optional>
#include <vector>

#include "rel/due.hpp"
#include "rel/health.hpp"

namespace rel {

/// An act of the user's.
enum class Act {
  nothing,        ///< nothing needs mending
  first_talk,     ///< no conversation is logged yet
  answer,         ///< give the answer that is owed
  keep_promise,   ///< keep a promise
  small_promise,  ///< promise something small, and keep it
  keep_day,       ///< be there on the day that is agreed
  call,           ///< talk
  fixed_day,      ///< propose a day that comes back
  longer_talk     ///< take time for a longer talk
};

/// One act, as concrete as the entries allow.
struct Advice {
  Act act = Act::nothing;
  std::optional<OpenItem> open;      ///< the reply, promise, ask or meeting it is about, or begins with
  std::optional<Remark> remark;      ///< what they told, to come back to; never beside `open`
  std::optional<Day> day;            ///< fixed_day: the first one, on the weekday of the last conversation
  bool instead_of_messages = false;  ///< call: there were many touches since the last real conversation

  /// The entry that it names.
  std::optional<Id> entry() const;
};

/// From this number of touches on since the last real conversation, a call is proposed instead of messages.
inline constexpr int many_touches = 5;

/// From this on a part needs no mending.
inline constexpr double well = 0.85;

/// Whether no part needs mending.
bool all_well(const HealthParts& parts);

/// The act that the weakest part calls for. `open` is all that is open with the person, the furthest along
/// first (open_items); nothing is proposed against a meeting that is agreed already.
Advice advise(const Facts& facts, const std::vector<OpenItem>& open, const HealthParts& parts, Day today);

}  // namespace rel
