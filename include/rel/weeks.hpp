// A person's contacts, week by week.
#pragma once

#include <vector>

#include "rel/entries.hpp"
#include "rel/settings.hpp"

namespace rel {

/// Seven days with one person.
struct Week {
  Day first{};            ///< its first day
  int conversations = 0;  ///< contacts with credit above 0
  double credit = 0;      ///< sum of their credits
  int minutes = 0;        ///< of conversations
  int touches = 0;        ///< contacts without credit that took place
  bool operator==(const Week&) const = default;
};

/// `count` weeks (0 or more), oldest first, the last of which ends with `until`. Contacts before and after
/// them do not count; tries and missed calls are neither conversations nor touches.
std::vector<Week> weeks_until(Day until, int count, const Person& person,
                              const std::vector<Contact>& contacts);

/// For each week, whether the two had talked at its end no longer ago than the person's target; false before
/// the first conversation. `contacts` are all of the person, in any order.
std::vector<bool> within_target(const std::vector<Week>& weeks, const Person& person,
                                const std::vector<Contact>& contacts, const Settings& settings);

}  // namespace rel
