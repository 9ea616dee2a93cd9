// Pages of HTML with pictures: gathered from the file, drawn, and put where the user wants them.
#pragma once

#include <string>
#include <vector>

#include "invocation/invocation.hpp"
#include "render/html_page.hpp"
#include "render/review_view.hpp"

namespace rel::commands {

/// `--html FILE`, as the commands that have it list it.
inline constexpr cli::OptionSpec html_option = {"html",
                                                0,
                                                cli::Arity::one,
                                                "FILE",
                                                "writes a page with pictures instead; - is standard output",
                                                cli::ValueKind::file};

/// What stands below every page: when it was made, and that it is private.
std::string footer_of(const Call& call);

/// Writes a page to the FILE of --html and says so; to standard output where that is `-`. Throws UsageError
/// where something that is no page of rel's is there.
void deliver_page(Call& call, const render::Page& page);

/// The page of a review: the four questions, the year as a calendar and by month, everyone's silence, and the
/// words of the review. `store` is null where there is no file yet.
render::Page review_page(const store::Reader* store, const Call& call, const render::ReviewPage& review);

}  // namespace rel::commands
