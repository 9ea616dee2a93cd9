// A person's contacts, week by week.
#pragma once

#include <vector>

#include "rel/entries.hpp"

namespace rel {

/// Seven days with one person.
struct Week {
  Day first{};            ///< its first day
  int conversations = 0;  ///< contacts with credit
  double credit = 0;      ///< of all of them together; 1 is a real conversation
  int minutes = 0;        ///< of conversations
  int touches = 0;        ///< contacts without credit that took place
  bool operator==(const Week&) const = default;
};

/// `count` weeks, oldest first, the last of which ends with `until`. Contacts before and after them do not
/// count; tries and missed calls are neither conversations nor touches.
std::vector<Week> weeks_until(Day until, int count, const Person& person,
                              const std::vector<Contact>& contacts);

}  // namespace rel
