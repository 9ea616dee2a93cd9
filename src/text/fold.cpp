#include "text/fold.hpp"

#include <utf8proc.h>

#include <algorithm>
#include <array>
#include <iterator>
#include <span>

#include "text/letters.hpp"
#include "text/utf8.hpp"

namespace rel::text {
namespace {

using CodePoints = std::vector<utf8proc_int32_t>;
using Decomposition = std::array<utf8proc_int32_t, 32>;  // the longest in Unicode has 18 (U+FDFA)

bool is_ascii(std::string_view text) {
  return std::ranges::all_of(text, [](char byte) { return static_cast<unsigned char>(byte) < 0x80; });
}

template <typename Character>
Character ascii_lowered(Character character) {
  return character >= 'A' && character <= 'Z' ? static_cast<Character>(character + ('a' - 'A')) : character;
}

bool is_ascii_letter(char32_t code_point) {
  const char32_t lowered = ascii_lowered(code_point);
  return lowered >= 'a' && lowered <= 'z';
}

bool is_ascii_alphanumeric(char32_t code_point) {
  return is_ascii_letter(code_point) || (code_point >= '0' && code_point <= '9');
}

std::span<const utf8proc_int32_t> decomposed(utf8proc_int32_t code_point, int options,
                                             Decomposition& buffer) {
  constexpr int always = UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT | UTF8PROC_STRIPMARK | UTF8PROC_IGNORE;
  int boundary_class = 0;
  const auto length =
      utf8proc_decompose_char(code_point, buffer.data(), static_cast<utf8proc_ssize_t>(buffer.size()),
                              static_cast<utf8proc_option_t>(always | options), &boundary_class);
  return std::span(buffer).first(static_cast<std::size_t>(std::max<utf8proc_ssize_t>(length, 0)));
}

void append_spelled(CodePoints& out, utf8proc_int32_t code_point) {
  const std::string_view spelling = ascii_spelling(static_cast<char32_t>(code_point));
  if (spelling.empty()) out.push_back(code_point);
  out.insert(out.end(), spelling.begin(), spelling.end());
}

void append_folded(CodePoints& out, char32_t code_point) {
  if (code_point < 0x80) {
    out.push_back(static_cast<utf8proc_int32_t>(ascii_lowered(code_point)));
    return;
  }
  // Marks go before case folding, which makes a letter of the Greek iota below: NFC and NFD would differ.
  Decomposition letters;
  Decomposition folded;
  for (const auto letter : decomposed(static_cast<utf8proc_int32_t>(code_point), 0, letters)) {
    for (const auto part : decomposed(letter, UTF8PROC_CASEFOLD, folded)) append_spelled(out, part);
  }
}

bool is_apostrophe(char32_t code_point) {
  if (code_point < 0x80) return code_point == '\'' || code_point == '`';
  // Among them the modifier letters that transliterations use, and the Hebrew geresh.
  constexpr std::u32string_view apostrophes =
      U"\u00B4\u02B9\u02BB\u02BC\u02BD\u02BE\u02BF\u05F3\u2018\u2019\u201B\u2032\uA78C";
  return apostrophes.find(code_point) != std::u32string_view::npos;
}

std::string without_apostrophes(std::string_view text) {
  std::string out;
  if (is_ascii(text)) {
    std::ranges::remove_copy_if(text, std::back_inserter(out), is_apostrophe);
    return out;
  }
  for (std::size_t offset = 0; offset < text.size();) {
    const char32_t code_point = next_code_point(text, offset);
    if (!is_apostrophe(code_point)) append_utf8(out, code_point);
  }
  return out;
}

// Between words. ASCII symbols such as `+` and `~` are punctuation to people, though not to Unicode.
bool is_separator(char32_t code_point) {
  if (code_point < 0x80) return !is_ascii_alphanumeric(code_point);
  const auto category = utf8proc_category(static_cast<utf8proc_int32_t>(code_point));
  const bool punctuation = category >= UTF8PROC_CATEGORY_PC && category <= UTF8PROC_CATEGORY_PO;
  const bool space_or_control = category >= UTF8PROC_CATEGORY_ZS && category <= UTF8PROC_CATEGORY_CC;
  return punctuation || space_or_control;
}

}  // namespace

std::string fold(std::string_view text) {
  std::string out;
  if (is_ascii(text)) {
    out.resize(text.size());
    std::ranges::transform(text, out.begin(), ascii_lowered<char>);
    return out;
  }
  CodePoints folded;
  folded.reserve(text.size());
  for (std::size_t offset = 0; offset < text.size();) append_folded(folded, next_code_point(text, offset));
  // Only Hangul is left to compose: its syllables, not its letters, are what people type parts of.
  const auto length =
      utf8proc_normalize_utf32(folded.data(), static_cast<utf8proc_ssize_t>(folded.size()), UTF8PROC_COMPOSE);
  folded.resize(static_cast<std::size_t>(std::max<utf8proc_ssize_t>(length, 0)));
  for (const auto code_point : folded) append_utf8(out, static_cast<char32_t>(code_point));
  return out;
}

namespace {

std::string fold_ascii_name(std::string_view name) {
  std::string out;
  out.reserve(name.size());
  bool between = false;
  for (const char byte : name) {
    const auto code_point = static_cast<unsigned char>(byte);
    if (is_apostrophe(code_point)) continue;
    if (is_separator(code_point)) {
      between = true;
      continue;
    }
    if (between && !out.empty()) out += ' ';
    between = false;
    out += ascii_lowered(byte);
  }
  return out;
}

}  // namespace

std::string fold_name(std::string_view name) {
  if (is_ascii(name)) return fold_ascii_name(name);
  std::string out;
  // Before folding, too: it makes a blank of `´`.
  const std::string folded = fold(without_apostrophes(name));
  bool between = false;
  for (std::size_t offset = 0; offset < folded.size();) {
    const char32_t code_point = next_code_point(folded, offset);
    if (is_apostrophe(code_point)) continue;
    if (is_separator(code_point)) {
      between = true;
      continue;
    }
    if (between && !out.empty()) out += ' ';
    between = false;
    append_utf8(out, code_point);
  }
  return out;
}

std::vector<std::string> words(std::string_view folded_name) {
  std::vector<std::string> found;
  while (!folded_name.empty()) {
    const std::size_t end = std::min(folded_name.find(' '), folded_name.size());
    if (end > 0) found.emplace_back(folded_name.substr(0, end));
    folded_name.remove_prefix(std::min(end + 1, folded_name.size()));
  }
  return found;
}

std::vector<std::string> inner_parts(std::string_view word) {
  std::vector<std::string> parts;
  for (std::size_t offset = 0; offset < word.size();) {
    const std::size_t start = offset;
    const bool begins = is_unspaced_letter(next_code_point(word, offset));
    if (begins && start > 0) parts.emplace_back(word.substr(start));
  }
  return parts;
}

std::string handle_from_name(std::string_view name) {
  std::string handle;
  for (std::string& word : words(fold_name(name))) {
    std::erase_if(word, [](char byte) { return !is_ascii_alphanumeric(static_cast<unsigned char>(byte)); });
    if (word.empty()) continue;
    if (!handle.empty()) handle += '-';
    handle += word;
  }
  if (!handle.empty() && !is_ascii_letter(static_cast<unsigned char>(handle.front()))) handle.insert(0, "p-");
  return handle;
}

}  // namespace rel::text
