#include "render/html_blocks.hpp"

#include <doctest/doctest.h>

using namespace rel::render;

TEST_CASE("lines are paragraphs and headings, empty ones are nothing") {
  CHECK(blocks_html({Line("one <two>"), Line(), Line("  "), Line("Head", Style::heading)}) ==
        "<p>one &lt;two&gt;</p>\n<h3>Head</h3>\n");
}

TEST_CASE("what stands out in a line stands out in a page") {
  CHECK(blocks_html({Line({{"Ann & Bo", Style::strong}, {" soft", Style::dim}, {" plain"}})}) ==
        "<p><strong>Ann &amp; Bo</strong><span class=\"soft\"> soft</span> plain</p>\n");
}

TEST_CASE("tables are tables, a cell that stands alone goes across") {
  Table table{.columns = {{}, {}}, .rows = {}};
  CHECK(blocks_html({table}).empty());
  table.rows.push_back({Cell("a"), Cell(std::vector<Line>{"b", "<c>"})});
  table.rows.push_back({Cell("alone")});
  table.rows.push_back({Cell("", Style::dim), Cell("d")});
  CHECK(blocks_html({table}) ==
        "<table>\n<tbody>\n<tr><td>a</td><td>b<br>&lt;c&gt;</td></tr>\n"
        "<tr><td colspan=\"2\">alone</td></tr>\n<tr><td></td><td>d</td></tr>\n</tbody>\n</table>\n");
}
