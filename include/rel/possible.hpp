// Which sums there can be at all: a cache may be damaged, and nothing is to be made of what it says then.
#pragma once

#include "rel/sums.hpp"

namespace rel {

/// Whether a replay of anything can add up to what the clocks look at.
bool clocks_are_possible(const ClockSums& sums);

/// Whether a replay of anything that is known of the person can add up to all of it.
bool are_possible(const Sums& sums, const Person& person);

}  // namespace rel
