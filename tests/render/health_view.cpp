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

TEST_CASE("a line a person: bars that are read without colour, blank where nothing is known, and the act") {
  const std::string text = text_of(page({entry("Ann Lee", 0.5)}));
  CHECK(has(text, "           silence  rhythm  said deep  promises\n"));
  CHECK(has(text, "\n  Ann Lee  ##....   ######  #####.               40 days, every 30: call\n"));
}

TEST_CASE("capacity stands above them, with what to type") {
  HealthPage shown = page({entry("Ann Lee")});
  shown.capacity.kept = 0.68;
  shown.capacity.late = {{.person = shown.people.front().who.facts.person, .every = 42}};
  CHECK(text_of(shown).starts_with(
      "About 7 in 10 of the talks you wanted took place lately; fewest with Ann Lee.\n"
      "  to ask for less: rel edit p --every 6w\n"));
}

TEST_CASE("figures only when asked for") {
  HealthPage one = page({entry("Ann Lee")});
  CHECK_FALSE(has(text_of(one), "recency"));
  one.explain = true;
  CHECK(has(text_of(one), "recency 1.00, rhythm 1.00, depth 0.90; silence"));
}

TEST_CASE("nobody without a talk has bars") {
  HealthEntry nothing = entry("Ann Lee");
  nothing.who.facts.sums = Sums{.target = 30, .start = plus_days(tuesday, -30)};
  nothing.who.facts.sums.quiet_since = day_number(tuesday) - 30;
  nothing.standing = standing(nothing.who, {.today = tuesday});
  const std::string text = text_of(page({nothing}));
  CHECK(has(text, "no talk logged yet, every"));
  CHECK_FALSE(has(text, "#"));
  CHECK_FALSE(has(text, ".."));
}

TEST_CASE("every width holds, with one line a person, only a name that is too long is cut") {
  const std::string long_name = "A very long name of someone who has many names and titles";
  for (const int columns : {30, 40, 58, 59, 60, 61, 80, 120}) {
    CAPTURE(columns);
    HealthPage shown = page({entry(long_name), entry("王小明")});
    const std::string text = text_of(shown, columns);
    CHECK(widest(text) <= columns);
    CHECK(has(text, "A ver"));
    CHECK(has(text, "王小明"));
    CHECK(has(text, "promises") == (columns >= 80));
  }
  HealthPage piped = page({entry(long_name)});
  piped.for_reader = false;
  CHECK(has(render_text(health_view(piped, Format::text).text, {}), long_name));
}

TEST_CASE("names are text") {
  const std::string text = text_of(page({entry("\x1b[31mred\x1b[0m")}));
  CHECK(text.find('\x1b') == std::string::npos);
  CHECK(has(text, "\\u{1b}[31mred"));
}

TEST_CASE("how many more there are, who are fine, and without a talk, and where to look") {
  HealthPage some = page({entry("Ann Lee")});
  CHECK_FALSE(has(text_of(some), "--all"));
  some.left = 40;
  some.fine = 12;
  some.without_talk = 9;
  CHECK(has(text_of(some), "  40 more, 12 are as you wanted, 9 without a talk yet: rel health --all\n"));
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
