// The review: a page to read, and its figures for programs.
#pragma once

#include "rel/review.hpp"
#include "render/objects.hpp"
#include "render/view.hpp"

namespace rel::render {

/// Everything that a review may have to say.
struct ReviewPage {
  const Material& of;        ///< what was looked at
  const LookBack& back;      ///< what came of it
  int stale_remarks = 0;     ///< not used for a year
  bool can_be_kept = false;  ///< it is of the present: --done and --guided make sense
};

/// The view of a review.
View review_view(const ReviewPage& page, Format format, const ShortId& short_id);

}  // namespace rel::render
