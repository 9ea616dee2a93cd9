// One person of the daily list, for programs.
#pragma once

#include "rel/due.hpp"
#include "render/value.hpp"

namespace rel::render {

/// The item of `due --format json`.
Object due_object(const DueItem& item, Day today);

/// What is open between the two, as in an item.
Object open_object(const OpenItem& item);

/// The last conversation of a person, as in an item; null where there is none.
Value conversation_value(const Facts& facts);

}  // namespace rel::render
