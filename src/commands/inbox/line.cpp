#include "commands/inbox/line.hpp"

#include <algorithm>
#include <optional>

#include "text/utf8.hpp"

namespace rel::commands {

namespace {

bool is_mark(char32_t letter) {
  constexpr std::u32string_view marks = U"\"\u201c\u201d\u201e\u201f\u00ab\u00bb";
  return marks.find(letter) != std::u32string_view::npos;
}

std::size_t word_end(std::string_view line, std::size_t from) {
  return std::min(line.find(' ', from), line.size());
}

/// Where the mark begins and ends that closes the one before `from`: a word may end behind it, or be
/// continued by a comma or a colon.
struct Closing {
  std::size_t begin;
  std::size_t end;
};
std::optional<Closing> closing_mark(std::string_view line, std::size_t from) {
  for (std::size_t at = from; at < line.size();) {
    const std::size_t begin = at;
    const bool closes = is_mark(text::next_code_point(line, at));
    if (closes && (at == line.size() || std::string_view(" ,:").find(line[at]) != std::string_view::npos))
      return Closing{begin, at};
  }
  return std::nullopt;
}

}  // namespace

std::vector<LineWord> words_of_line(std::string_view line) {
  std::vector<LineWord> words;
  for (std::size_t at = line.find_first_not_of(' '); at < line.size(); at = line.find_first_not_of(' ', at)) {
    const std::size_t begin = at;
    const bool opens = is_mark(text::next_code_point(line, at));
    const auto closing = opens ? closing_mark(line, at) : std::nullopt;
    const std::size_t end = word_end(line, closing ? closing->end : begin);
    const std::string text = closing ? std::string(line.substr(at, closing->begin - at)) +
                                           std::string(line.substr(closing->end, end - closing->end))
                                     : std::string(line.substr(begin, end - begin));
    words.push_back({text, begin, closing.has_value()});
    at = end;
  }
  return words;
}

}  // namespace rel::commands
