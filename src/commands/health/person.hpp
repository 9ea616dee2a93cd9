// `rel health WHO`: one relationship.
#pragma once

#include <string>

#include "invocation/invocation.hpp"
#include "render/health_view.hpp"

namespace rel::commands {

/// Shows how it stands with the one person that `who` names; `page` has what is the same for everyone. Throws
/// NotFound as find_person does.
void show_health_of(Call& call, store::Reader& store, const std::string& who, render::HealthPage page);

constexpr int weeks_of_year = 52;  ///< how far the pictures of a year go back

}  // namespace rel::commands
