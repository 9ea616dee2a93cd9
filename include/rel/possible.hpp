// Checks of sums that were kept somewhere and may be damaged.
#pragma once

#include "rel/sums.hpp"

namespace rel {

/// Whether a replay of anything can add up to them.
bool are_possible(const Sums& sums);
/// The same for what is known of the person.
bool are_possible(const Sums& sums, const Person& person);

}  // namespace rel
