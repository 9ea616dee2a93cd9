// What an import says when it is done.
#pragma once

#include "commands/import/importing.hpp"

namespace rel::commands {

/// What came, what was here already, and what was left out or only offered, with why; of a trial what would
/// be. Call while the store still holds what was imported.
render::View summary(const Import& import);

}  // namespace rel::commands
