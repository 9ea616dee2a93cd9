// A review for programs.
#pragma once

#include <vector>

#include "render/review_view.hpp"
#include "render/value.hpp"

namespace rel::render {

/// The keys of its JSON.
Object review_head(const ReviewPage& page);

/// Its figures one a row, with the keys of review_columns: what it is about, whom, which figure, in the
/// period and in the one before.
std::vector<Object> review_rows(const ReviewPage& page);
inline constexpr std::string_view review_columns[] = {"about", "handle", "name", "figure",
                                                      "now",   "before", "text"};

}  // namespace rel::render
