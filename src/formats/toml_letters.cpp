#include "formats/toml_letters.hpp"

#include "text/utf8.hpp"

namespace rel::formats {

namespace {

constexpr char32_t first_moved = 0x80;
constexpr char32_t last_moved = 0xFEFF;
constexpr char32_t empty_plane = 0xD0000;

template <class Change>
std::string changed(std::string_view text, Change change) {
  std::string result;
  for (std::size_t at = 0; at < text.size();)
    text::append_utf8(result, change(text::next_code_point(text, at)));
  return result;
}

}  // namespace

std::string letters_away(std::string_view text) {
  return changed(text, [](char32_t c) { return c >= first_moved && c <= last_moved ? c + empty_plane : c; });
}

std::string letters_back(std::string_view text) {
  return changed(text, [](char32_t c) {
    return c >= empty_plane + first_moved && c <= empty_plane + last_moved ? c - empty_plane : c;
  });
}

}  // namespace rel::formats
