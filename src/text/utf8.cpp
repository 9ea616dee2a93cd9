#include "text/utf8.hpp"

#include <utf8proc.h>

#include <array>

namespace rel::text {
namespace {

constexpr char32_t kReplacement = U'\uFFFD';

struct Decoded {
  char32_t code_point = kReplacement;
  std::size_t length = 0;  // in bytes; 0 where the bytes are ill-formed
};

Decoded decode(std::string_view text, std::size_t offset) {
  const auto first = static_cast<unsigned char>(text[offset]);
  if (first < 0x80) return {first, 1};
  utf8proc_int32_t code_point = 0;
  const auto length = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data() + offset),
                                       static_cast<utf8proc_ssize_t>(text.size() - offset), &code_point);
  if (length <= 0) return {};
  return {static_cast<char32_t>(code_point), static_cast<std::size_t>(length)};
}

bool is_ascii(char32_t code_point) {
  return code_point < 0x80;
}

// Unicode lets a few Indic and Arabic characters swallow the ASCII character behind them. A terminal does
// not, and padding would come out one blank short.
bool breaks_before(char32_t code_point) {
  return is_ascii(code_point) && code_point != '\n';
}

bool breaks_between(char32_t left, char32_t right, utf8proc_int32_t& state) {
  if (breaks_before(right)) return true;
  return utf8proc_grapheme_break_stateful(static_cast<utf8proc_int32_t>(left),
                                          static_cast<utf8proc_int32_t>(right), &state);
}

bool is_white_space(char32_t code_point) {
  if (code_point < 0x80) return code_point == ' ' || (code_point >= '\t' && code_point <= '\r');
  if (code_point == U'\u0085') return true;
  const auto category = utf8proc_category(static_cast<utf8proc_int32_t>(code_point));
  return category >= UTF8PROC_CATEGORY_ZS && category <= UTF8PROC_CATEGORY_ZP;
}

// Variation selectors and tags are missing on purpose: at the end of an emoji they are part of it.
bool is_zero_width_or_filler(char32_t code_point) {
  constexpr std::u32string_view characters =
      U"\u00AD\u115F\u1160\u180E\u200B\u200C\u200D\u2060\u2061\u2062\u2063\u2064\u2800\u3164\uFEFF\uFFA0";
  return code_point >= 0x80 && characters.find(code_point) != std::u32string_view::npos;
}

bool is_edge(char32_t code_point) {
  return is_white_space(code_point) || is_zero_width_or_filler(code_point);
}

bool is_invisible(char32_t code_point) {
  if (is_edge(code_point)) return true;
  const auto* property = utf8proc_get_property(static_cast<utf8proc_int32_t>(code_point));
  return property->ignorable || property->category == UTF8PROC_CATEGORY_CC;
}

}  // namespace

std::optional<std::size_t> first_invalid_byte(std::string_view text) {
  for (std::size_t offset = 0; offset < text.size();) {
    const std::size_t length = decode(text, offset).length;
    if (length == 0) return offset;
    offset += length;
  }
  return std::nullopt;
}

std::string well_formed(std::string_view text) {
  std::string out;
  while (const auto bad = first_invalid_byte(text)) {
    append_utf8(out.append(text.substr(0, *bad)), kReplacement);
    text.remove_prefix(*bad + 1);
  }
  return out.append(text);
}

void append_utf8(std::string& out, char32_t code_point) {
  if (code_point < 0x80) {
    out += static_cast<char>(code_point);
    return;
  }
  std::array<utf8proc_uint8_t, 4> bytes{};
  const auto length = utf8proc_encode_char(static_cast<utf8proc_int32_t>(code_point), bytes.data());
  out.append(bytes.begin(), bytes.begin() + length);
}

char32_t next_code_point(std::string_view text, std::size_t& offset) {
  const auto [code_point, length] = decode(text, offset);
  offset += length == 0 ? 1 : length;
  return code_point;
}

std::size_t grapheme_end(std::string_view text, std::size_t offset) {
  const auto byte_at = [&](std::size_t at) { return char32_t{static_cast<unsigned char>(text[at])}; };
  if (is_ascii(byte_at(offset)) && (offset + 1 == text.size() || breaks_before(byte_at(offset + 1))))
    return offset + 1;
  utf8proc_int32_t state = 0;
  char32_t left = next_code_point(text, offset);
  while (offset < text.size()) {
    std::size_t behind = offset;
    const char32_t right = next_code_point(text, behind);
    if (breaks_between(left, right, state)) break;
    left = right;
    offset = behind;
  }
  return offset;
}

std::size_t grapheme_count(std::string_view text) {
  std::size_t count = 0;
  for (std::size_t offset = 0; offset < text.size(); offset = grapheme_end(text, offset)) ++count;
  return count;
}

std::string_view trimmed(std::string_view text) {
  std::size_t begin = text.size();
  std::size_t end = text.size();
  for (std::size_t offset = 0; offset < text.size();) {
    const std::size_t start = offset;
    if (is_edge(next_code_point(text, offset))) continue;
    if (begin == text.size()) begin = start;
    end = offset;
  }
  return text.substr(begin, end - begin);
}

bool blank(std::string_view text) {
  for (std::size_t offset = 0; offset < text.size();) {
    if (!is_invisible(next_code_point(text, offset))) return false;
  }
  return true;
}

}  // namespace rel::text
