// One person of the daily list, for programs.
#pragma once

#include "rel/due.hpp"
#include "render/value.hpp"

namespace rel::render {

/// The item of `due --format json`.
Object due_object(const DueItem& item, Day today);

}  // namespace rel::render
