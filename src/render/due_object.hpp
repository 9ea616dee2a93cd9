// One person of the daily list, for programs.
#pragma once

#include "rel/soft.hpp"
#include "render/value.hpp"

namespace rel::render {

/// The item of `due --format json`.
Object due_object(const DueItem& item, Day today);

/// Days since the two last talked, however briefly; null if not known.
Value last_talk_days(const Sums& sums, Day today);

/// An entry of `soft`.
Object soft_object(const SoftSign& sign, Day today);

/// An entry of `week`.
Object week_object(const WeekDay& day);

/// What is open between the two, as in an item.
Object open_object(const OpenItem& item);

/// The last conversation of a person, as in an item; null where there is none.
Value conversation_value(const Sums& sums);

}  // namespace rel::render
