#include "render/health_person.hpp"

#include <doctest/doctest.h>

#include "render/pages.hpp"

using namespace rel;
using namespace rel::render;
using namespace rel::test;

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
    CHECK(has(text, "  silence    ###.......  last talk 15 Oct, 40 days;"));
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
