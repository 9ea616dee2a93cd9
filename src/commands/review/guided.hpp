// The review as a talk: one question at a time, at a terminal.
#pragma once

#include "invocation/invocation.hpp"
#include "rel/period.hpp"

namespace rel::commands {

/// Goes through a review by questions. Every answer is kept at once, as a step of its own; whoever was
/// answered for does not come up again, so that it can be stopped at any question and gone on with later. The
/// review itself is kept at its end, with what the user means to do.
Exit review_guided(Call& call);

/// Keeps a review as done today, and says so.
void keep_review(Call& call, store::File& store, Review review);

}  // namespace rel::commands
