// Names and notes: folded to be found, measured and escaped to be shown. The first line is looked for in the
// others.
#include "fuzz/target.hpp"
#include "text/fold.hpp"
#include "text/match.hpp"
#include "text/nearest.hpp"
#include "text/terminal.hpp"
#include "text/utf8.hpp"

using namespace rel;
using namespace rel::test;

namespace {

void check_shown(const std::string& text) {
  const std::string shown = text::escaped(text);
  must(!text::first_invalid_byte(shown), "what is shown is UTF-8");
  for (std::size_t at = 0; at < shown.size();) {
    must(!text::is_control(text::next_code_point(shown, at)), "no control character is shown");
  }
  must(text::width(shown) == text::escaped_width(text), "the width is that of what is shown");
  for (const int columns : {1, 7, 40}) {
    must(text::width(text::shortened(shown, columns)) <= columns, "what is shortened fits");
    must(text::width(text::padded(shown, columns)) >= columns, "what is padded fills");
    must(!text::wrapped(shown, columns).empty(), "there is always a line");
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string all = text_of(data, size);
  check_shown(all);
  const std::vector<std::string> lines = lines_of(all);
  if (lines.empty() || text::first_invalid_byte(all)) return 0;
  text::Wanted wanted(lines.front());
  for (const std::string& line : lines) {
    const std::string folded = text::fold_name(line);
    must(text::fold_name(folded) == folded, "what is folded stays as it is");
    for (const std::string& word : text::words(folded)) text::inner_parts(word);
    const std::string handle = text::handle_from_name(line);
    must(handle.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-") == std::string::npos,
         "a handle is plain");
    if (wanted.empty()) continue;
    const auto part = wanted.where(line);
    must(!part || (part->begin < part->end && part->end <= line.size()), "what is found lies in the text");
    text::excerpt(line, wanted, 20);
  }
  text::nearest(lines.front(), lines, 5);
  text::grapheme_count(all);
  return 0;
}
