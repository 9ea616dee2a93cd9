// Telling the user on their desktop.
#pragma once

#include "invocation/invocation.hpp"
#include "render/due_view.hpp"

namespace rel::commands {

/// Shows whoever is due through notify-send; nothing where nobody is. Where notify-send is not installed a
/// warning says so. Throws IoError where it fails.
void notify(Call& call, const render::DuePage& page);

}  // namespace rel::commands
