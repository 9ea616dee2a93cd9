// Capacity in words and for programs: what the tiers ask of the user's week.
#pragma once

#include <string>
#include <vector>

#include "rel/capacity.hpp"
#include "render/value.hpp"

namespace rel::render {

/// `80 minutes`, and from ten hours on `12 hours`: for what a week holds.
std::string weekly_text(double minutes);

/// What the tiers ask for against what is given, and what would make it fit; one or two sentences.
std::vector<std::string> capacity_sentences(const Capacity& capacity);

/// `asked_minutes_per_week`, `given_minutes_per_week` and `load`; the latter two null where nothing is given.
Object capacity_object(const Capacity& capacity);

}  // namespace rel::render
