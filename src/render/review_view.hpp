// The review: a page to read, and its figures for programs.
#pragma once

#include <functional>
#include <optional>
#include <string>

#include "rel/review.hpp"
#include "render/view.hpp"

namespace rel::render {

/// Everything that a review may have to say.
struct ReviewPage {
  const Material& of;        ///< what was looked at
  const LookBack& back;      ///< what came of it
  int stale_remarks = 0;     ///< not used for a year
  bool can_be_kept = false;  ///< it is of the present: --done and --guided make sense
};

/// The view of a review; `short_id` gives the beginning of an id that is enough to type.
View review_view(const ReviewPage& page, Format format, const std::function<std::string(Id)>& short_id);

}  // namespace rel::render
