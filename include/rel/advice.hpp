// The one act that would help a relationship most.
#pragma once

#include <optional>
#include <vector>

#include "rel/due.hpp"
#include "rel/health.hpp"

namespace rel {

/// Something the user can do.
enum class Act {
  nothing,        ///< nothing is overdue
  first_talk,     ///< have a first conversation: none is logged yet
  answer,         ///< give the answer that is owed
  keep_promise,   ///< keep a promise
  ask,            ///< ask about what they told the user
  greet,          ///< send a greeting on their birthday, or another date
  small_promise,  ///< promise something small, and keep it
  keep_day,       ///< be there on the day that is agreed
  call,           ///< talk
  fixed_day,      ///< propose a fixed weekday for talking
  longer_talk     ///< take time for a longer talk
};

/// One act, as concrete as the entries allow.
struct Advice {
  Act act = Act::nothing;
  std::optional<OpenItem> open;  ///< the reply, promise, ask, meeting or date it is about or begins with
  std::optional<Remark> remark;  ///< what they told the user, to come back to; never set if `open` is
  std::optional<Day> day;        ///< for `fixed_day`: the first one, on the weekday of the last conversation
  bool instead_of_messages = false;  ///< for `call`: five or more touches since the last conversation

  /// The id of the entry in `open` or `remark`; std::nullopt if neither is set, and for yearly dates.
  std::optional<Id> entry() const;
};

/// From this number of touches on since the last conversation, a call is proposed instead of messages.
inline constexpr int many_touches = 5;

/// A part of health from this value on needs no mending.
inline constexpr double needs_no_mending_from = 0.85;

/// Whether no known part needs mending.
bool all_well(const HealthParts& parts);

/// The act of the clock that rings, if one does (`rings`); or else the act that mends the weakest known part.
/// If a meeting is agreed on, keeping it is the act in place of a talk, longer or not, or a fixed day. `open`
/// is what open_items() returns for the same facts and day. Ours.
Advice advise(const Facts& facts, const std::vector<OpenItem>& open, const HealthParts& parts,
              std::optional<Clock> rings, Day today);

}  // namespace rel
