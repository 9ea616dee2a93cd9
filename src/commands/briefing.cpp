#include "commands/briefing.hpp"

namespace rel::commands {

Brief brief_for(store::Store& store, Id person, const Call& call) {
  const DueRules rules{call.today(), call.settings, store.away_until(call.today())};
  const Facts facts = store.facts(person);
  // Nothing before the last real conversation is looked at.
  const Day since = facts.sums.last_real.value_or(earliest_day());
  return brief_of(facts, store.contacts_of(person, since), store.remarks_of(person), rules);
}

}  // namespace rel::commands
