#include "text/grapheme_width.hpp"

#include <utf8proc.h>

#include <algorithm>

#include "text/utf8.hpp"

namespace rel::text {
namespace {

utf8proc_boundclass_t bound_class(char32_t code_point) {
  const auto* property = utf8proc_get_property(static_cast<utf8proc_int32_t>(code_point));
  return static_cast<utf8proc_boundclass_t>(property->boundclass);
}

// Whether U+FE0F behind the code point makes a picture of it.
bool can_be_emoji(char32_t code_point) {
  if (code_point == '#' || code_point == '*' || (code_point >= '0' && code_point <= '9')) return true;
  return bound_class(code_point) == UTF8PROC_BOUNDCLASS_EXTENDED_PICTOGRAPHIC;
}

// Whether two neighbours in one grapheme show as one wide picture although each of them is narrow.
bool is_wide_pair(char32_t left, char32_t right) {
  constexpr char32_t emoji_selector = U'\uFE0F';
  if (right == emoji_selector) return can_be_emoji(left);
  return bound_class(left) == UTF8PROC_BOUNDCLASS_REGIONAL_INDICATOR &&
         bound_class(right) == UTF8PROC_BOUNDCLASS_REGIONAL_INDICATOR;
}

}  // namespace

// The widest part counts, not the sum: the parts are drawn over each other or become one picture.
int grapheme_width(std::string_view grapheme) {
  if (grapheme.size() == 1 && grapheme.front() >= ' ' && grapheme.front() <= '~') return 1;
  int widest = 0;
  char32_t left = 0;
  for (std::size_t offset = 0; offset < grapheme.size();) {
    const char32_t code_point = next_code_point(grapheme, offset);
    if (is_wide_pair(left, code_point)) return 2;
    widest = std::max(widest, utf8proc_charwidth(static_cast<utf8proc_int32_t>(code_point)));
    left = code_point;
  }
  return widest;
}

}  // namespace rel::text
