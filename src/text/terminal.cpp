#include "text/terminal.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>

#include "text/grapheme_width.hpp"
#include "text/utf8.hpp"

namespace rel::text {
namespace {

bool is_printable_ascii(char byte) {
  return byte >= ' ' && byte <= '~';
}

// Without an early end the compiler looks at many bytes at once.
bool all_printable_ascii(std::string_view text) {
  bool other = false;
  for (const char byte : text) other |= !is_printable_ascii(byte);
  return !other;
}

// The offset behind the graphemes that fit into the columns from the beginning.
std::size_t fitting(std::string_view text, int columns) {
  const auto most = static_cast<std::size_t>(std::max(0, columns));
  if (all_printable_ascii(text.substr(0, most + 1))) return std::min(most, text.size());
  std::size_t offset = 0;
  while (offset < text.size()) {
    const std::size_t end = grapheme_end(text, offset);
    columns -= grapheme_width(text.substr(offset, end - offset));
    if (columns < 0) break;
    offset = end;
  }
  return offset;
}

// White space where a line may break; no-break spaces are not among it.
bool is_gap(std::string_view grapheme) {
  if (grapheme.size() == 1) return grapheme == " " || grapheme == "\t";
  constexpr std::u32string_view gaps =
      U"\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2008\u2009\u200A\u205F\u3000";
  std::size_t offset = 0;
  const char32_t code_point = next_code_point(grapheme, offset);
  return offset == grapheme.size() && gaps.find(code_point) != std::u32string_view::npos;
}

struct LineBreak {
  std::size_t end = 0;   // of the line, without the white space behind it
  std::size_t next = 0;  // where the following line begins
};

// Breaks at the last gap that begins behind a word and not behind `fit`; without one, cuts at `fit`. Gaps
// that stand before every word are passed by up to there alone: what is behind belongs to the lines that
// follow.
LineBreak line_break(std::string_view text, std::size_t fit) {
  LineBreak last;
  std::size_t word_end = 0;
  for (std::size_t offset = 0; offset < text.size();) {
    const std::size_t end = grapheme_end(text, offset);
    const bool gap = is_gap(text.substr(offset, end - offset));
    if (offset >= fit && (!gap || word_end == 0)) break;
    if (!gap) word_end = end;
    if (gap && word_end > 0) last = {word_end, end};
    offset = end;
  }
  return last.next > 0 ? last : LineBreak{fit, fit};
}

std::ptrdiff_t blanks_in(const std::string& line) {
  return std::count(line.begin(), line.end(), ' ');
}

// A word or two do not stand alone at the end: the line before gives up some of its own, at most to where a
// clause ends.
void fill_last(std::string& before, std::string& last, int columns) {
  constexpr std::string_view clause_ends = ";:.,";
  while (blanks_in(last) < 2 && blanks_in(before) > 3 &&
         clause_ends.find(before.back()) == clause_ends.npos) {
    const std::size_t blank = before.find_last_of(' ');
    std::string fuller = before.substr(blank + 1) + ' ' + last;
    if (width(fuller) > columns || before.find_last_not_of(' ', blank) == std::string::npos) return;
    last = std::move(fuller);
    before.erase(before.find_last_not_of(' ', blank) + 1);
  }
}

void wrap_line(std::string_view line, int columns, std::vector<std::string>& lines) {
  const std::size_t first = lines.size();
  bool between_words = false;  // the last break
  for (std::size_t fit = fitting(line, columns); fit < line.size(); fit = fitting(line, columns)) {
    // A grapheme wider than the line gets one for itself.
    const auto [end, next] = line_break(line, fit > 0 ? fit : grapheme_end(line, 0));
    lines.emplace_back(line.substr(0, end));
    between_words = next > end;
    line.remove_prefix(next);
    if (line.empty()) return;
  }
  lines.emplace_back(line);
  if (lines.size() - first > 1 && between_words) fill_last(lines[lines.size() - 2], lines.back(), columns);
}

// What an escaping writes for a character instead of its number; empty for nothing special.
using Shorthand = std::string_view (*)(char32_t);

std::string_view no_shorthand(char32_t) {
  return {};
}

std::string_view kept_line_break(char32_t code_point) {
  return code_point == '\n' ? "\n" : "";
}

std::string_view tsv_shorthand(char32_t code_point) {
  switch (code_point) {
    case '\t':
      return "\\t";
    case '\n':
      return "\\n";
    case '\\':
      return "\\\\";
    default:
      return {};
  }
}

void append_number(std::string& out, char kind, std::uint32_t number) {
  std::array<char, 8> digits{};
  const auto result = std::to_chars(digits.begin(), digits.end(), number, 16);
  out.append({'\\', kind, '{'}).append(digits.begin(), result.ptr).append("}");
}

std::string escaped_with(Shorthand shorthand, std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t offset = 0; offset < text.size();) {
    const std::size_t start = offset;
    const char32_t code_point = next_code_point(text, offset);
    const std::string_view bytes = text.substr(start, offset - start);
    // A real U+FFFD takes three bytes; one byte means that it stands for an ill-formed one.
    const bool ill_formed = code_point == U'\uFFFD' && bytes.size() == 1;
    if (const auto special = shorthand(code_point); !special.empty()) {
      out += special;
    } else if (ill_formed) {
      append_number(out, 'x', static_cast<unsigned char>(bytes.front()));
    } else if (is_control(code_point)) {
      append_number(out, 'u', code_point);
    } else {
      out += bytes;
    }
  }
  return out;
}

}  // namespace

int width(std::string_view text) {
  if (all_printable_ascii(text)) return static_cast<int>(text.size());
  int columns = 0;
  for (std::size_t offset = 0; offset < text.size();) {
    const std::size_t end = grapheme_end(text, offset);
    columns += grapheme_width(text.substr(offset, end - offset));
    offset = end;
  }
  return columns;
}

std::string shortened(std::string_view text, int columns) {
  if (width(text) <= columns) return std::string(text);
  if (columns < 1) return {};
  return std::string(text.substr(0, fitting(text, columns - 1))).append("…");
}

std::string padded(std::string_view text, int columns) {
  const int missing = std::max(0, columns - width(text));
  return std::string(text).append(static_cast<std::size_t>(missing), ' ');
}

std::vector<std::string> wrapped(std::string_view text, int columns) {
  std::vector<std::string> lines;
  for (std::size_t end = text.find('\n'); end != std::string_view::npos; end = text.find('\n')) {
    wrap_line(text.substr(0, end), columns, lines);
    text.remove_prefix(end + 1);
  }
  wrap_line(text, columns, lines);
  return lines;
}

bool is_control(char32_t code_point) {
  const auto within = [code_point](char32_t first, char32_t last) {
    return code_point >= first && code_point <= last;
  };
  if (code_point < 0x2000) return code_point < ' ' || within(0x7F, 0x9F) || code_point == 0x061C;
  return within(0x200E, 0x200F) || within(0x2028, 0x2029) || within(0x202A, 0x202E) || within(0x2066, 0x2069);
}

int escaped_width(std::string_view text) {
  return all_printable_ascii(text) ? static_cast<int>(text.size()) : width(escaped(text));
}

std::string escaped(std::string_view text, bool keep_line_breaks) {
  if (all_printable_ascii(text)) return std::string(text);
  return escaped_with(keep_line_breaks ? kept_line_break : no_shorthand, text);
}

std::string escaped_for_tsv(std::string_view text) {
  return escaped_with(tsv_shorthand, text);
}

std::string named(std::string_view typed) {
  constexpr int widest = 60;
  // Enough bytes for 60 columns of anything written by people; measuring a whole argument would be a waste.
  constexpr std::size_t enough_bytes = 4096;
  const std::string shown = shortened(escaped(typed.substr(0, enough_bytes)), widest);
  return blank(typed) ? '"' + shown + '"' : shown;
}

}  // namespace rel::text
