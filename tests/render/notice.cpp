#include "render/notice.hpp"

#include <doctest/doctest.h>

#include "text/utf8.hpp"

using namespace rel;
using namespace rel::render;

namespace {

DueItem item(const std::string& name) {
  DueItem item;
  item.facts.person.name = name;
  item.clock = Clock::silence;
  return item;
}

DuePage discreet(std::vector<DueItem> shown, std::vector<DueItem> left = {}) {
  DuePage page{.shown = std::move(shown), .left = std::move(left)};
  page.discreet = true;
  return page;
}

}  // namespace

TEST_CASE("a notice counts and names") {
  CHECK(notice_of(discreet({item("Ann")})).summary == "Someone to talk to");
  CHECK(notice_of(discreet({item("Ann")})).body == "Ann");
  const Notice more = notice_of(discreet({item("Ann"), item("Bo")}, {item("Cy")}));
  CHECK(more.summary == "3 people to talk to");
  CHECK(more.body == "Ann\nBo\n1 more");
}

TEST_CASE("a reason stands behind the name, unless it is discreet") {
  DuePage page = discreet({item("Ann")});
  page.discreet = false;
  CHECK(notice_of(page).body.starts_with("Ann: "));
}

TEST_CASE("what is longer than a program can be given is cut between characters") {
  constexpr std::size_t longest_word = 128 * 1024;  // of a command line, its end included
  for (const char* part : {"&", "王", "e\u0301", "a", "\\"}) {
    CAPTURE(part);
    std::string name;
    while (name.size() < 2 * longest_word) name += part;
    const std::string body = notice_of(discreet({item("Ann"), item(name), item("Bo")})).body;
    CHECK(body.size() < longest_word);
    CHECK(body.size() > longest_word / 2);
    CHECK(body.starts_with("Ann\n"));
    CHECK(body.ends_with("…"));
    CHECK_FALSE(rel::text::first_invalid_byte(body));
  }
  std::string marks = "e";
  while (marks.size() < 2 * longest_word) marks += "\u0301";
  CHECK(notice_of(discreet({item("Ann"), item(marks)})).body == "Ann\n…");
}

TEST_CASE("nothing in a name is markup, an escape or a control character") {
  CHECK(notice_of(discreet({item("<b>A</b> & B")})).body == "&lt;b&gt;A&lt;/b&gt; &amp; B");
  CHECK(notice_of(discreet({item("a\\n&lt;")})).body == "a\\\\n&amp;lt;");
  CHECK(notice_of(discreet({item("a\x1b[2J\u202e")})).body == "a\\\\u{1b}[2J\\\\u{202e}");
}
