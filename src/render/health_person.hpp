// One relationship: its parts, a picture of its last year, what changed, and what would help most.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "render/health_view.hpp"
#include "render/objects.hpp"

namespace rel::render {

/// What is told of one person.
struct PersonHealth {
  HealthEntry entry;                  ///< with the weeks of the last year
  std::vector<bool> within_target;    ///< for each week, whether the silence at its end was
  std::optional<ChangeSince> change;  ///< since `before`
  Day before{};                       ///< three months ago
};

/// The view of one person; `page.people` is not looked at.
View person_health_view(const PersonHealth& person, const HealthPage& page, Format format,
                        const ShortId& short_id);

}  // namespace rel::render
