#include "render/html_page.hpp"

#include <doctest/doctest.h>

using namespace rel::render;

namespace {

bool has(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("a page begins as rel knows its own, and forbids everything but its style") {
  const std::string page = render_page({.title = "Ann"});
  CHECK(page.starts_with(page_beginning));
  CHECK(has(page, "content=\"default-src 'none'; style-src 'unsafe-inline'\""));
  CHECK(!has(page, "<script"));
  CHECK(!has(page, "src="));
  CHECK(!has(page, "href="));
  CHECK(page.ends_with("</html>\n"));
}

TEST_CASE("titles, sentences and headings are text") {
  const std::string page = render_page({.title = "<b>",
                                        .subtitle = "\"s\"",
                                        .leads = {"</p>", ""},
                                        .sections = {{"<h>", "<i>", "<p>kept</p>\n"}},
                                        .footer = "</body>"});
  CHECK(has(page, "<title>&lt;b&gt;</title>"));
  CHECK(has(page,
            "<h1>&lt;b&gt;</h1>\n<p class=\"days\">&quot;s&quot;</p>\n<p "
            "class=\"lead\">&lt;/p&gt;</p>\n</header>"));
  CHECK(has(page, "<h2>&lt;h&gt;</h2>\n<p>&lt;i&gt;</p>\n<p>kept</p>\n</section>"));
  CHECK(has(page, "<footer>\n<p>&lt;/body&gt;</p>\n</footer>"));
}

TEST_CASE("a figure has its legend and its meaning") {
  CHECK(figure("<svg></svg>", legend({{"<i></i>", "a & b"}}), "it <is>") ==
        "<figure>\n<svg></svg>\n<ul class=\"legend\">\n<li><i></i> a &amp; b</li>\n</ul>\n"
        "<figcaption>it &lt;is&gt;</figcaption>\n</figure>\n");
}
