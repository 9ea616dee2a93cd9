// How the silence between the user and one person went, day by day.
#pragma once

#include <vector>

#include "rel/entries.hpp"
#include "rel/period.hpp"
#include "rel/settings.hpp"

namespace rel {

/// A turn in a silence: how long it was on that day. From one turn to the next it grows by a day each day;
/// two turns on one day are before and after a conversation.
struct SilencePoint {
  Day on{};
  double days = 0;
  bool operator==(const SilencePoint&) const = default;
};

/// The silence over a period, from all contacts of the person (in any order), by the rules of replay(). It
/// begins with the start day where that lies in the period; empty where it comes later, or is not known.
std::vector<SilencePoint> course(const Person& person, const std::vector<Contact>& contacts,
                                 const Period& period, const Settings& settings);

}  // namespace rel
