// The clocks of what is open with one person, and how it is told what is open.
#pragma once

#include <vector>

#include "rel/due.hpp"

namespace rel {

/// The clock of something open. There may be thousands, on each of many days: texts are left where they are.
struct Ticking {
  Clock clock = Clock::promise;
  std::size_t place = 0;  ///< among those of its kind in the facts
  double ratio = 0;
};

/// All that is open on the day, in the order of the facts.
std::vector<Ticking> all_open(const Facts& facts, const DueRules& rules);

/// The same as items, the loudest first.
std::vector<OpenItem> loudest_first(std::vector<Ticking> all, const Facts& facts, const DueRules& rules);

/// Fills the day, and the clock that rings the loudest on it.
void find_loudest(DueItem& item, const Facts& facts, const DueRules& rules);

/// Fills the figures of the day and the clock by which the item is due.
void fill_figures(DueItem& item, const Settings& settings);

}  // namespace rel
