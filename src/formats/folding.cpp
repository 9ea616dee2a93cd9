#include "formats/folding.hpp"

namespace rel::formats {
namespace {

// Takes away the soft line break at the end of `out`, whose last line begins at `line`.
void drop_soft_break(std::string& out, std::size_t line) {
  if (ends_with_soft_break(std::string_view(out).substr(line))) out.resize(out.rfind('='));
}

constexpr std::size_t longest_line = 75;      // bytes, without its end
constexpr std::size_t longest_character = 4;  // bytes

bool inside_character(std::string_view text, std::size_t offset) {
  return offset < text.size() && (static_cast<unsigned char>(text[offset]) & 0xC0) == 0x80;
}

}  // namespace

std::size_t break_length(std::string_view text, std::size_t offset) {
  const std::string_view rest = text.substr(offset, 3);
  if (rest == "\r\r\n") return 3;
  if (rest.starts_with("\r\n")) return 2;
  return rest.starts_with('\n') || rest.starts_with('\r') ? 1 : 0;
}

std::size_t fold_length(std::string_view text, std::size_t offset) {
  const std::size_t length = break_length(text, offset);
  if (length == 0) return 0;
  const std::string_view rest = text.substr(offset + length, 1);
  return length + (rest == " " || rest == "\t" ? 1 : 0);
}

bool ends_with_soft_break(std::string_view line) {
  const std::size_t last = line.find_last_not_of(" \t");
  return last != std::string_view::npos && line[last] == '=';
}

std::string unfolded(std::string_view folded) {
  std::string out;
  out.reserve(folded.size());
  for (std::size_t i = 0; i < folded.size();) {
    const std::size_t fold = fold_length(folded, i);
    if (fold == 0) out += folded[i];
    i += fold == 0 ? 1 : fold;
  }
  return out;
}

std::string unfolded_quoted_printable(std::string_view folded) {
  std::string out;
  out.reserve(folded.size());
  std::size_t line = 0;
  for (std::size_t i = 0; i < folded.size();) {
    const std::size_t fold = fold_length(folded, i);
    if (fold == 0) {
      out += folded[i++];
      continue;
    }
    drop_soft_break(out, line);
    line = out.size();
    i += fold;
  }
  drop_soft_break(out, line);
  return out;
}

std::string folded(std::string_view line) {
  std::string out;
  std::size_t room = longest_line;
  while (line.size() > room) {
    std::size_t length = room;
    while (length + longest_character > room && inside_character(line, length)) --length;
    out.append(line.substr(0, length)).append("\r\n ");
    line.remove_prefix(length);
    room = longest_line - 1;  // the blank counts
  }
  return out.append(line).append("\r\n");
}

}  // namespace rel::formats
