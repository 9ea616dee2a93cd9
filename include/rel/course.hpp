// How long the user and one person had not talked, day by day.
#pragma once

#include <vector>

#include "rel/entries.hpp"
#include "rel/period.hpp"

namespace rel {

/// A point on the curve of silence. Between two points it grows by a day each day; two points on one day are
/// before and after a conversation.
struct SilencePoint {
  Day on{};
  int days = 0;  ///< since the last conversation, however short
  bool operator==(const SilencePoint&) const = default;
};

/// The days of conversations and Person::last, earliest first.
std::vector<Day> days_of_talks(const Person& person, const std::vector<Contact>& contacts);

/// The days since the two last talked over a period, from all contacts of the person (in any order) and
/// Person::last. Begins on the later of the period's first day and the first conversation; empty if that is
/// later than the period, or not known.
std::vector<SilencePoint> course(const Person& person, const std::vector<Contact>& contacts,
                                 const Period& period);

}  // namespace rel
