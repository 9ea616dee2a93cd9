#include "render/health_view.hpp"

#include <doctest/doctest.h>

#include "render/pages.hpp"

using namespace rel;
using namespace rel::render;
using namespace rel::test;

namespace {

std::string text_of(HealthPage shown, int columns = 80) {
  shown.columns = columns;
  return render_text(health_view(shown, Format::text).text, {.terminal = true, .columns = columns});
}

}  // namespace

TEST_CASE("capacity stands first, then people with bars that are read without colour") {
  const std::string text = text_of(page({entry("Ann Lee", 0.5)}));
  CHECK(text.starts_with("Your tiers ask for 11 minutes a week; no talk is logged yet"));
  CHECK(has(text, "\n              recent  often  deep   kept   the last year\n"));
  CHECK(has(text, "\n  Ann Lee     ###..   #####  #####         .............\n"));
  CHECK(has(text, "\n    high, "));
}

TEST_CASE("who is cooling is said in words, figures only when asked for") {
  HealthPage one = page({entry("Ann Lee")});
  CHECK_FALSE(has(text_of(one), "unusual"));
  one.people.front().standing.unusual = 0.01;
  CHECK(has(text_of(one, 100), "a silence unusual for you two"));
  CHECK_FALSE(has(text_of(one), "recency"));
  one.explain = true;
  CHECK(has(text_of(one), "recency 1.00, trend 1.00, depth 0.90; silence"));
}

TEST_CASE("nobody without a talk has bars") {
  HealthEntry nothing = entry("Ann Lee");
  nothing.who.facts.sums = {.target = 30, .start = tuesday};
  nothing.who.sums = Sums{nothing.who.facts.sums};
  nothing.standing = standing(nothing.who, {.today = tuesday});
  const std::string text = text_of(page({nothing}));
  CHECK(has(text, "no talk logged yet; you wanted every 30 days"));
  CHECK_FALSE(has(text, "##"));
  CHECK_FALSE(has(text, "recent"));
}

TEST_CASE("every width holds, and nothing of a name is cut") {
  const std::string long_name = "A very long name of someone who has many names and titles";
  for (const int columns : {30, 40, 58, 59, 60, 61, 80, 120}) {
    CAPTURE(columns);
    const std::string text = text_of(page({entry(long_name), entry("王小明")}), columns);
    CHECK(widest(text) <= columns);
    CHECK(has(text, "titles"));
    CHECK(has(text, "王小明"));
    CHECK(has(text, "the last year") == (columns >= 58));
  }
}

TEST_CASE("names are text") {
  const std::string text = text_of(page({entry("\x1b[31mred\x1b[0m")}));
  CHECK(text.find('\x1b') == std::string::npos);
  CHECK(has(text, "\\u{1b}[31mred"));
}

TEST_CASE("how many more there are, and where to look") {
  HealthPage some = page({entry("Ann Lee")});
  some.left = 40;
  CHECK(has(text_of(some), "40 more: rel health --all\n"));
  CHECK(has(text_of(some), "rel health p\n"));
  some.for_reader = false;
  CHECK_FALSE(has(text_of(some), "rel health p\n"));
}

TEST_CASE("nobody in a tier: a word for a reader, nothing for a pipe") {
  HealthPage empty{.today = tuesday, .anyone = false};
  CHECK(has(text_of(empty), "Nobody is in a tier"));
  empty.for_reader = false;
  CHECK(text_of(empty).empty());
}
