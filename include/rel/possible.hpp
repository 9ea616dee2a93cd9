// Checks of sums that were kept somewhere and may be damaged.
#pragma once

#include "rel/sums.hpp"

namespace rel {

/// Whether any replay() could give those figures that the clocks look at.
bool clocks_are_possible(const Sums& sums);

/// Whether any replay() for this person could give these sums.
bool are_possible(const Sums& sums, const Person& person);

}  // namespace rel
