// What a review looks at: its days, and everything read for them.
#pragma once

#include <vector>

#include "invocation/invocation.hpp"
#include "rel/review.hpp"

namespace rel::commands {

/// The days that --period, --since and --until name, of `reviews`, oldest first, the default begins behind:
/// from the day after the last review to today, else 30 days. Throws UsageError for what can't be a period.
Period reviewed_period(const Call& call, const std::vector<Review>& reviews);

/// The review until `today` that was kept today; null if none was.
const Review* review_of(Day today, const std::vector<Review>& reviews);

/// Everything that a review of these days looks at.
Material review_material(const store::Reader& store, const Call& call, const Period& period,
                         const std::vector<Review>& reviews);

}  // namespace rel::commands
