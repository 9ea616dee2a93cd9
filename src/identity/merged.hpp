// What two records of one person come to.
#pragma once

#include <string>
#include <vector>

#include "rel/person.hpp"

namespace rel::commands {

/// The one person, and what to tell the user about it.
struct Merged {
  Person person;
  std::vector<std::string> gained;   ///< what comes from the other: `phone +49 30 1`
  std::vector<std::string> differs;  ///< what both had and differs: `tier stays very high; ann-2 was in high`
};

/// `keep` with all that `other` has more: lists are united; `keep`'s tier, cadence and purpose win where it
/// has any; the earlier beginning and the later talk count. `other`'s name and handle become aliases.
/// Deceased if either is; archived if both are.
Merged merged(const Person& keep, const Person& other);

}  // namespace rel::commands
