// What becomes of asks where a talk is logged, changed or taken away.
#pragma once

#include <optional>
#include <vector>

#include "answer/confirm.hpp"

namespace rel::commands {

/// Asks that a change of talks closed, and those that are open again.
struct AskChanges {
  std::vector<Remark> closed;
  std::vector<Remark> reopened;
};

/// Follows a contact that was `before` and is `after` (nothing where there was or is none), once the file
/// holds it so: a talk closes the asks of its people whose day has come, and where it goes, those that no
/// other talk closes are open again.
AskChanges follow_talk(store::Change& change, const std::optional<Contact>& before,
                       const std::optional<Contact>& after);

/// Says and tells what became of them.
void report(Confirmation& answer, const AskChanges& changes);

}  // namespace rel::commands
