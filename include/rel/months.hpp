// Months of the calendar, and how people talked in them.
#pragma once

#include <array>
#include <string_view>
#include <vector>

#include "rel/entries.hpp"
#include "rel/period.hpp"
#include "rel/talks.hpp"

namespace rel {

/// `count` calendar months, oldest first; the last one is that of `until` and ends with it.
std::vector<Period> months_until(Day until, int count);

/// From the first day of the first month to the last day of the last. `months` is not empty.
Period whole(const std::vector<Period>& months);

/// Coarse kinds of channels: everything but `met`, `call` and `video` is `other`.
enum class Way { met, call, video, other };

/// All of them, in the order of the enumeration.
inline constexpr std::array all_ways = {Way::met, Way::call, Way::video, Way::other};

/// The kind of a channel.
Way way_of(Channel channel);
/// `met`, `by phone`, `by video`, `otherwise`.
std::string_view word(Way way);

/// A month of conversations.
struct MonthOfTalks {
  Period month;
  std::array<int, all_ways.size()> minutes{};  ///< of conversations, indexed by Way; a group counts once

  /// Minutes of all ways.
  int total() const;
};

/// The minutes of conversations in each month. Contacts without anyone of `people`, and those outside of the
/// months, do not count.
std::vector<MonthOfTalks> talks_by_month(const std::vector<Period>& months,
                                         const std::vector<Contact>& contacts, const PeopleById& people);

}  // namespace rel
