// How the silence between the user and one person went, day by day.
#pragma once

#include <vector>

#include "rel/entries.hpp"
#include "rel/period.hpp"
#include "rel/settings.hpp"

namespace rel {

/// A point on the curve of silence. Between two points it grows by a day each day; two points on one day are
/// before and after a conversation.
struct SilencePoint {
  Day on{};
  double days = 0;  ///< a, the silence on that day
  bool operator==(const SilencePoint&) const = default;
};

/// The silence over a period, from all contacts of the person (in any order), by the rules of replay().
/// Begins on the later of the period's first day and the start day; empty if the start day is later than the
/// period, or not known.
std::vector<SilencePoint> course(const Person& person, const std::vector<Contact>& contacts,
                                 const Period& period, const Settings& settings);

}  // namespace rel
