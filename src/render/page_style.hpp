// How pages look: one style sheet, and the patterns that bars are filled with.
#pragma once

#include <string_view>

namespace rel::render {

extern const std::string_view page_style;

/// Stands once in every page; the style sheet names the patterns in it.
extern const std::string_view page_patterns;

}  // namespace rel::render
