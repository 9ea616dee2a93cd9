#include "render/svg.hpp"

#include <doctest/doctest.h>

using namespace rel::render;

TEST_CASE("markup from people is text, and what a page can't hold is written out") {
  CHECK(markup_text("</svg><script>alert('x')</script>") ==
        "&lt;/svg&gt;&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;");
  CHECK(markup_text("\" onload=\"x & y") == "&quot; onload=&quot;x &amp; y");
  CHECK(markup_text("a\u202Eb") == "a\\u{202e}b");
  CHECK(markup_text(std::string_view("\x1B[31m\0\x7F", 7)) == "\\u{1b}[31m\\u{0}\\u{7f}");
  CHECK(markup_text("\xFF") == "\\x{ff}");
  CHECK(markup_text("王小明 Zoë") == "王小明 Zoë");
}

TEST_CASE("coordinates have at most one decimal") {
  CHECK(number(0) == "0");
  CHECK(number(12.04) == "12");
  CHECK(number(12.35) == "12.4");
  CHECK(number(-0.52) == "-0.5");
  CHECK(number(-0.01) == "0");
  CHECK(number(1234567) == "1234567");
}

TEST_CASE("a picture says what it shows, and is closed") {
  Svg svg(10, 20, "A & B", "all of <it>");
  svg.begin("a \"day\"");
  svg.rect({1, 2}, 3, 4, "now");
  svg.end();
  svg.text({0, 9.5}, "end", "Mia's");
  CHECK(
      svg.str() ==
      "<svg viewBox=\"0 0 10 20\" role=\"img\" aria-label=\"A &amp; B\"><title>A &amp; B</title><desc>all of "
      "&lt;it&gt;</desc><g><title>a &quot;day&quot;</title><rect class=\"now\" x=\"1\" y=\"2\" width=\"3\" "
      "height=\"4\"/></g><text x=\"0\" y=\"9.5\" text-anchor=\"end\">Mia&#39;s</text></svg>");
}

TEST_CASE("every kind of mark has a shape of its own") {
  const auto shape = [](std::size_t kind) {
    Svg svg(9, 9, "", "");
    mark(svg, kind, {4, 4}, 2, "x");
    return svg.str();
  };
  CHECK(shape(0).find("<circle") != std::string::npos);
  CHECK(shape(1).find("4 1.6 6.4 4 4 6.4 1.6 4") != std::string::npos);
  CHECK(shape(2).find("<rect") != std::string::npos);
  CHECK(shape(3).find("<polygon") != std::string::npos);
  CHECK(shape(3) != shape(1));
}
