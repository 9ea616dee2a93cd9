#include <doctest/doctest.h>

#include "render/view.hpp"

using namespace rel;
using namespace rel::render;

TEST_CASE("a header row, then the columns asked for, in their order") {
  View view{.command = "x", .rows_key = "items", .columns = {"b", "a", "missing"}};
  view.rows = {{{"a", 1}, {"b", "two"}, {"c", "not shown"}}, {{"a", Value()}, {"b", true}}};
  CHECK(render_tsv(view) == "b\ta\tmissing\ntwo\t1\t\ntrue\t\t\n");
}

TEST_CASE("a value never breaks its row, and never reaches the terminal raw") {
  View view{.command = "x", .rows_key = "items", .columns = {"a"}};
  view.rows = {{{"a", "tab\there\nback\\slash \u009b \x1b"}}};
  CHECK(render_tsv(view) == "a\ntab\\there\\nback\\\\slash \\u{9b} \\u{1b}\n");
}

TEST_CASE("without rows there is the header, without columns nothing") {
  CHECK(render_tsv({.command = "x", .columns = {"a", "b"}}) == "a\tb\n");
  CHECK(render_tsv({.command = "x"}).empty());
}
