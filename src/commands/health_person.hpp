// `rel health WHO`: one relationship.
#pragma once

#include <string>

#include "commands/call.hpp"
#include "render/health_view.hpp"

namespace rel::commands {

/// Shows how it stands with the one person that `who` names; `page` has what is the same for everyone. Throws
/// NotFound as find_person does.
void show_health_of(Call& call, store::Store& store, const std::string& who, render::HealthPage page);

/// Reads the weeks of the year up to `today`, and the person's details; returns the contacts in them.
std::vector<Contact> add_year(store::Store& store, render::HealthEntry& entry, Day today);

}  // namespace rel::commands
