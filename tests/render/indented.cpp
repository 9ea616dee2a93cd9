#include "render/indented.hpp"

#include <doctest/doctest.h>

using namespace rel::render;

TEST_CASE("words are wrapped under their indent, no words are no line") {
  std::vector<Block> text;
  add_indented(text, "", 4, 30);
  CHECK(text.empty());
  add_indented(text, "one two three four five six seven", 4, 24);
  CHECK(render_text(text, {.columns = 80}) == "    one two three four\n    five six seven\n");
  text.clear();
  add_indented(text, "a\x1b[2Jb", 2, 80);
  CHECK(render_text(text, {}) == "  a\\u{1b}[2Jb\n");
}
