#include "text/line_escapes.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>

#include "text/terminal.hpp"
#include "text/utf8.hpp"

namespace rel::text {
namespace {

std::string number_of(std::string_view character) {
  std::size_t offset = 0;
  std::array<char, 8> digits{};
  const std::uint32_t number = next_code_point(character, offset);
  const auto end = std::to_chars(digits.begin(), digits.end(), number, 16).ptr;
  return std::string("\\u{").append(digits.begin(), end).append("}");
}

// The first character of a text that is not empty; a reader takes away what is invisible in its place.
std::size_t first_end(std::string_view text) {
  std::size_t end = 0;
  next_code_point(text, end);
  return end;
}

std::size_t last_begin(std::string_view text) {
  std::size_t begin = 0;
  for (std::size_t end = 0; end < text.size();) {
    begin = end;
    next_code_point(text, end);
  }
  return begin;
}

std::string middle(std::string_view text, bool lines) {
  std::string escaped;
  for (std::size_t feed = lines ? text.find('\n') : std::string_view::npos; feed != std::string_view::npos;
       feed = text.find('\n')) {
    escaped += escaped_for_tsv(text.substr(0, feed)) + '\n';
    text.remove_prefix(feed + 1);
  }
  return escaped + escaped_for_tsv(text);
}

/// The character with this number in `digits`; nothing where there is none.
std::optional<std::string> numbered(char kind, std::string_view digits) {
  std::uint32_t number = 0;
  const auto [end, problem] = std::from_chars(digits.data(), digits.data() + digits.size(), number, 16);
  if (problem != std::errc{} || end != digits.data() + digits.size()) return std::nullopt;
  if (kind == 'x')
    return number <= 0xff ? std::optional(std::string(1, static_cast<char>(number))) : std::nullopt;
  const bool surrogate = number >= 0xd800 && number <= 0xdfff;
  if (number > 0x10ffff || surrogate) return std::nullopt;
  std::string character;
  append_utf8(character, number);
  return character;
}

}  // namespace

bool changes_on_a_line(std::string_view text, bool lines) {
  if (trimmed(text).size() != text.size()) return true;
  for (std::size_t offset = 0; offset < text.size();) {
    const std::size_t begin = offset;
    const char32_t code_point = next_code_point(text, offset);
    if (is_control(code_point) && !(lines && code_point == '\n')) return true;
    if (code_point == U'\uFFFD' && offset - begin == 1) return true;
  }
  return false;
}

std::string escaped_line(std::string_view text, bool lines) {
  const std::string_view kept = trimmed(text);
  if (kept.size() == text.size()) return middle(text, lines);
  std::string front;
  std::string back;
  if (const std::size_t end = first_end(text); trimmed(text.substr(0, end)).empty()) {
    front = number_of(text.substr(0, end));
    text.remove_prefix(end);
  }
  if (const std::size_t begin = last_begin(text); !text.empty() && trimmed(text.substr(begin)).empty()) {
    back = number_of(text.substr(begin));
    text = text.substr(0, begin);
  }
  return front + middle(text, lines) + back;
}

std::optional<std::string> unescaped_line(std::string_view line) {
  std::string text;
  while (!line.empty()) {
    const std::size_t slash = std::min(line.find('\\'), line.size());
    text += line.substr(0, slash);
    line.remove_prefix(slash);
    if (line.empty()) break;
    const char kind = line.size() > 1 ? line[1] : ' ';
    if (kind == 'n' || kind == 't' || kind == '\\') {
      text += kind == 'n' ? '\n' : kind == 't' ? '\t' : '\\';
      line.remove_prefix(2);
      continue;
    }
    const std::size_t brace = line.find('}');
    if ((kind != 'u' && kind != 'x') || line.size() < 3 || line[2] != '{' || brace == line.npos)
      return std::nullopt;
    const auto character = numbered(kind, line.substr(3, brace - 3));
    if (!character) return std::nullopt;
    text += *character;
    line.remove_prefix(brace + 1);
  }
  return text;
}

}  // namespace rel::text
