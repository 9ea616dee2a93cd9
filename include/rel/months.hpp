// Months of the calendar, and how people talked in them.
#pragma once

#include <array>
#include <string_view>
#include <vector>

#include "rel/entries.hpp"
#include "rel/period.hpp"
#include "rel/talks.hpp"

namespace rel {

/// Calendar months, oldest first; the last one ends with `until`.
std::vector<Period> months_until(Day until, int count);

/// From the first to the last day of several months.
Period whole(const std::vector<Period>& months);

/// The ways of talking that a picture tells apart: letters and the like are `other`.
enum class Way { met, call, video, other };

inline constexpr std::array all_ways = {Way::met, Way::call, Way::video, Way::other};

Way way_of(Channel channel);
/// `met`, `by phone`, `by video`, `otherwise`.
std::string_view word(Way way);

/// A month of conversations.
struct MonthOfTalks {
  Period month;
  std::array<int, all_ways.size()> minutes{};  ///< by way; a group counts once

  int total() const;
};

/// The conversations of each month. People who are not in `people` do not count.
std::vector<MonthOfTalks> talks_by_month(const std::vector<Period>& months,
                                         const std::vector<Contact>& contacts, const PeopleById& people);

}  // namespace rel
