#include "render/indented.hpp"

#include <algorithm>

#include "text/terminal.hpp"

namespace rel::render {

namespace {

constexpr int least_room = 20;  // columns; on anything narrower lines are wrapped once more

}  // namespace

void add_indented(std::vector<Block>& text, const std::string& words, int indent, int columns, Style style) {
  if (words.empty()) return;
  const std::string blanks(static_cast<std::size_t>(indent), ' ');
  for (const std::string& line : text::wrapped(text::escaped(words), std::max(least_room, columns - indent)))
    text.emplace_back(Line(blanks + line, style));
}

}  // namespace rel::render
