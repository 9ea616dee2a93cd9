#include "text/match.hpp"

#include <algorithm>
#include <utility>
#include <vector>

#include "text/fold.hpp"
#include "text/terminal.hpp"
#include "text/utf8.hpp"

namespace rel::text {
namespace {

constexpr std::string_view ellipsis = "…";

constexpr std::size_t step = 16;  // bytes

// Writes the text in lower case; false where it is not ASCII throughout. In whole steps without a branch,
// which compilers do at once: a search looks at every byte of the file.
bool lower_ascii(std::string_view text, std::string& out) {
  const std::size_t size = (text.size() / step + 1) * step;
  if (out.size() < size) out.resize(size);
  char* const lowered = out.data();
  std::fill_n(lowered + size - step, step, '\0');
  std::copy(text.begin(), text.end(), lowered);
  unsigned char all = 0;
  for (std::size_t i = 0; i < size; ++i) {
    const auto byte = static_cast<unsigned char>(lowered[i]);
    const auto letter = static_cast<unsigned char>(byte - 'A');
    all = static_cast<unsigned char>(all | byte);
    lowered[i] = static_cast<char>(byte | (letter < 26 ? 0x20 : 0));
  }
  return all < 0x80;
}

std::string on_one_line(std::string_view text) {
  std::string line(text);
  std::ranges::replace_if(
      line, [](char byte) { return byte == '\n' || byte == '\r' || byte == '\t'; }, ' ');
  return line;
}

/// The last columns of a text, `…` before them where it is cut.
std::string ending(std::string_view text, int columns) {
  int left = width(text);
  if (left <= columns) return std::string(text);
  if (columns < 1) return {};
  std::size_t from = 0;
  while (left > columns - 1) {
    const std::size_t end = grapheme_end(text, from);
    left -= width(text.substr(from, end - from));
    from = end;
  }
  return std::string(ellipsis).append(text.substr(from));
}

}  // namespace

Wanted::Wanted(std::string_view text) : folded_(fold(text)) {}

bool Wanted::in(std::string_view text) {
  if (lower_ascii(text, lowered_))
    return std::string_view(lowered_).substr(0, text.size()).find(folded_) != std::string_view::npos;
  return fold(text).find(folded_) != std::string::npos;
}

std::optional<Part> Wanted::where(std::string_view text) const {
  if (empty()) return std::nullopt;
  std::string folded;
  if (lower_ascii(text, folded)) {
    const std::size_t at = std::string_view(folded).substr(0, text.size()).find(folded_);
    return at == std::string::npos ? std::nullopt : std::optional(Part{at, at + folded_.size()});
  }
  folded.clear();
  std::vector<std::size_t> begins;  // for each byte of the folded text, where its grapheme begins in the text
  std::vector<std::size_t> ends;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = grapheme_end(text, begin);
    folded += fold(text.substr(begin, end - begin));
    begins.resize(folded.size(), begin);
    ends.resize(folded.size(), end);
    begin = end;
  }
  const std::size_t at = folded.find(folded_);
  if (at == std::string::npos) return std::nullopt;
  return Part{begins[at], ends[at + folded_.size() - 1]};
}

// Where it fails, the latest `*` takes one grapheme more.
bool fits_pattern(std::string_view text, std::string_view pattern) {
  const std::string held = fold(text);
  const std::string wanted = fold(pattern);
  std::size_t at = 0;
  std::size_t place = 0;
  // Behind it in the pattern, and where its text ends.
  std::optional<std::pair<std::size_t, std::size_t>> star;
  while (at < held.size() || place < wanted.size()) {
    if (place < wanted.size() && wanted[place] == '*') {
      star = {++place, at};
      continue;
    }
    if (at < held.size() && place < wanted.size()) {
      const std::size_t end = grapheme_end(held, at);
      const std::size_t next = grapheme_end(wanted, place);
      const bool any = wanted[place] == '?' && next == place + 1;
      if (any || held.substr(at, end - at) == wanted.substr(place, next - place)) {
        at = end;
        place = next;
        continue;
      }
    }
    if (!star || star->second >= held.size()) return false;
    star->second = grapheme_end(held, star->second);
    place = star->first;
    at = star->second;
  }
  return true;
}

Excerpt excerpt(std::string_view text, const Wanted& wanted, int columns) {
  const std::string line = on_one_line(text);
  const Part match = wanted.where(line).value_or(Part{});
  const std::string before = escaped(std::string_view(line).substr(0, match.begin));
  const std::string after = escaped(std::string_view(line).substr(match.end));
  Excerpt cut;
  cut.match =
      shortened(escaped(std::string_view(line).substr(match.begin, match.end - match.begin)), columns);
  const int room = columns - width(cut.match);
  // What stands behind gets two thirds of the room, and whatever the beginning leaves.
  cut.before = ending(before, std::max(room / 3, room - width(after)));
  cut.after = shortened(after, room - width(cut.before));
  return cut;
}

}  // namespace rel::text
