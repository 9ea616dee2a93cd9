#include "render/health_view.hpp"

#include <doctest/doctest.h>

#include "render/health_person.hpp"
#include "text/terminal.hpp"
#include "text/utf8.hpp"

using namespace rel;
using namespace rel::render;

namespace {

const Day tuesday = *day_from_iso("2026-11-24");

HealthEntry entry(const std::string& name, double recency = 1) {
  HealthEntry one;
  one.who.facts.person = {.handle = "p", .name = name, .tier = Tier::high};
  Sums& sums = one.who.facts.sums;
  sums.target = 30;
  sums.start = plus_days(tuesday, -100);
  sums.last_real = sums.updated = plus_days(tuesday, -40);
  sums.quiet_since = day_number(*sums.updated);
  sums.conversations = 4;
  sums.count = 3;
  sums.gaps = 3 * 25;
  one.standing = standing(one.who, {.today = tuesday});
  one.standing.parts = {.recency = recency, .promises = {}, .depth = 0.9, .trend = 1};
  one.standing.weakest = weakest(one.standing.parts);
  one.weeks = weeks_until(tuesday, 52, {}, {});
  return one;
}

HealthPage page(std::vector<HealthEntry> people) {
  HealthPage shown{.today = tuesday, .people = std::move(people)};
  shown.capacity.people = {0, 0, 1, 0};
  shown.capacity.asked = 10.5;
  return shown;
}

std::string text_of(HealthPage shown, int columns = 80) {
  shown.columns = columns;
  return render_text(health_view(shown, Format::text).text, {.terminal = true, .columns = columns});
}

bool has(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

int widest(const std::string& text) {
  int most = 0;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = text.find('\n', begin);
    most = std::max(most, text::width(text.substr(begin, end - begin)));
    begin = end + 1;
  }
  return most;
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
  CHECK(has(text_of(one), "a silence unusual for you two"));
  CHECK_FALSE(has(text_of(one), "recency"));
  one.explain = true;
  CHECK(has(text_of(one), "recency 1.00, trend 1.00, depth 0.90; silence"));
}

TEST_CASE("nobody without a talk has bars") {
  HealthEntry nothing = entry("Ann Lee");
  nothing.who.facts.sums = Sums{.target = 30, .start = tuesday};
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

TEST_CASE("one person: title, parts, a year that fits, and the act") {
  PersonHealth person{.entry = entry("Ann Lee", 0.5), .within_target = std::vector<bool>(52, true)};
  person.entry.standing.advice = {.act = Act::keep_promise,
                                  .open = OpenItem{.id = 5, .text = "the book", .on = tuesday}};
  person.entry.weeks[50].credit = 1;
  for (const int columns : {60, 80}) {
    CAPTURE(columns);
    HealthPage shared = page({});
    shared.columns = columns;
    const View view = person_health_view(person, shared, Format::text, [](Id) { return "7k2q"; });
    const std::string text = render_text(view.text, {.terminal = true, .columns = columns});
    CHECK(widest(text) <= columns);
    CHECK(text.starts_with("Ann Lee  high, every 30 days\n"));
    CHECK(has(text, "  recent  #####.....  last talk 15 Oct, 40 days; you wanted"));
    CHECK(has(text, "\n  talks " + std::string(50, ' ') + "#\n"));
    CHECK(has(text, "\n  line  " + std::string(52, '-') + "\n"));
    CHECK_FALSE(has(text, "  touch "));
    CHECK(
        has(text,
            "What would help most: keep your promise: the book.  7k2q\n  when it is done: rel done 7k2q\n"));
  }
}

TEST_CASE("one person on a narrow screen: the latest weeks that fit") {
  PersonHealth person{.entry = entry("Ann Lee"), .within_target = std::vector<bool>(52, true)};
  HealthPage shared = page({});
  shared.columns = 40;
  const View view = person_health_view(person, shared, Format::text, [](Id) { return ""; });
  CHECK(has(render_text(view.text, {.columns = 40}), "\n  line  " + std::string(32, '-') + "\n"));
}
