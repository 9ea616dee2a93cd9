// The columns of one grapheme.
#pragma once

#include <string_view>

namespace rel::text {

/// Columns that a single grapheme takes on a terminal: 0, 1 or 2.
int grapheme_width(std::string_view grapheme);

}  // namespace rel::text
