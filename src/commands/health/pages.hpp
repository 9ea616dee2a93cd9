// `rel health --html`: pages with pictures of one relationship, and of all.
#pragma once

#include "invocation/invocation.hpp"
#include "render/health_view.hpp"
#include "render/html_page.hpp"

namespace rel::commands {

/// The page of one relationship: its parts, the silence as it went, the year as a calendar and by month.
render::Page health_person_page(const store::Reader& store, const Call& call,
                                const render::HealthEntry& entry);

/// The page of everyone in `shown`: capacity, silences, and who needs the user most. `store` is null where
/// there is no file yet.
render::Page health_page(const store::Reader* store, const Call& call, const render::HealthPage& shown);

}  // namespace rel::commands
