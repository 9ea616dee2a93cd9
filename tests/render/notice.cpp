#include "render/notice.hpp"

#include <doctest/doctest.h>

using namespace rel;
using namespace rel::render;

namespace {

DueItem item(const std::string& name) {
  DueItem item;
  item.facts->person.name = name;
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
  CHECK(more.body == "Ann\nBo\n1 more can wait a little");
}

TEST_CASE("a reason stands behind the name, unless it is discreet") {
  DuePage page = discreet({item("Ann")});
  page.discreet = false;
  CHECK(notice_of(page).body.starts_with("Ann: "));
}

TEST_CASE("nothing in a name is markup, an escape or a control character") {
  CHECK(notice_of(discreet({item("<b>A</b> & B")})).body == "&lt;b&gt;A&lt;/b&gt; &amp; B");
  CHECK(notice_of(discreet({item("a\\n&lt;")})).body == "a\\\\n&amp;lt;");
  CHECK(notice_of(discreet({item("a\x1b[2J\u202e")})).body == "a\\\\u{1b}[2J\\\\u{202e}");
}
