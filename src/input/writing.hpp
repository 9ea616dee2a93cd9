// Entries on their way into the file: only what makes sense.
#pragma once

#include "invocation/invocation.hpp"
#include "rel/sense.hpp"

namespace rel::commands {

/// Adds an entry. Throws UsageError where it contradicts itself.
template <class Entry>
void add_entry(store::Change& change, Entry& entry, const Call& call) {
  if (const auto wrong = contradiction(entry, call.today())) throw UsageError(wrong->why, wrong->instead);
  change.add(entry);
}

/// Changes an entry that was `before`. What was wrong with it before, as an import may have brought it, it
/// may keep.
template <class Entry>
void update_entry(store::Change& change, const Entry& before, const Entry& after, const Call& call) {
  const auto wrong = contradiction(after, call.today());
  if (wrong && wrong != contradiction(before, call.today())) throw UsageError(wrong->why, wrong->instead);
  change.update(after);
}

}  // namespace rel::commands
