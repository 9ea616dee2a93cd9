// Which sums there can be at all: a cache may be damaged, and nothing is to be made of what it says then.
#pragma once

#include "rel/sums.hpp"

namespace rel {

/// Whether a replay of anything can add up to them.
bool are_possible(const Sums& sums);
/// The same for what is known of the person.
bool are_possible(const Sums& sums, const Person& person);

}  // namespace rel
