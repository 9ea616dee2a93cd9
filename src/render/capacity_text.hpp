// Capacity in words and for programs: what the tiers ask of the user's week.
#pragma once

#include <string>
#include <vector>

#include "rel/capacity.hpp"
#include "render/value.hpp"

namespace rel::render {

/// `80 minutes`, and from ten hours on `12 hours`: for what a week holds.
std::string weekly_text(double minutes);

/// How much of what was wanted took place, and with whom the least; empty if there is nothing to advise.
std::string capacity_sentence(const Capacity& capacity);

/// What to type to ask for less, for each of those whom the sentence names.
std::vector<std::string> easier_commands(const Capacity& capacity);

/// `asked_minutes_per_week`, `given_minutes_per_week`, `load` and `kept`; null where it is not known.
Object capacity_object(const Capacity& capacity);

}  // namespace rel::render
