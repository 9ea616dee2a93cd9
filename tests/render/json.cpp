#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include "render/view.hpp"

using namespace rel;
using namespace rel::render;

TEST_CASE("a view without rows is one object") {
  const View view{.command = "x", .head = {{"n", 3}, {"none", Value()}, {"yes", true}, {"half", 0.5}}};
  CHECK(render_json(view) ==
        "{\"schema\":1,\"command\":\"x\",\"n\":3,\"none\":null,\"yes\":true,\"half\":0.5}\n");
}

TEST_CASE("every row stands on a line of its own") {
  View view{.command = "x", .rows_key = "items"};
  CHECK(render_json(view) == "{\"schema\":1,\"command\":\"x\",\"items\":[]}\n");
  view.rows = {{{"a", 1}}, {{"a", 2}, {"list", List{1, "two"}}, {"in", Object{{"k", "v"}}}}};
  CHECK(render_json(view) ==
        "{\"schema\":1,\"command\":\"x\",\"items\":[\n{\"a\":1},\n{\"a\":2,\"list\":[1,\"two\"],\"in\":{"
        "\"k\":\"v\"}}]}\n");
}

TEST_CASE("rows that are made later come behind those that are there") {
  View view{.command = "x", .rows_key = "items", .columns = {"a"}, .rows = {{{"a", 1}}}};
  view.later_rows = {2, [](const TakeRow& take) {
                       for (const int n : {2, 3}) take({{"a", n}});
                     }};
  CHECK(render_json(view) ==
        "{\"schema\":1,\"command\":\"x\",\"items\":[\n{\"a\":1},\n{\"a\":2},\n{\"a\":3}]}\n");
  CHECK(render_tsv(view) == "a\n1\n2\n3\n");
}

TEST_CASE("what a terminal must not see is escaped and comes back the same") {
  const std::string hostile = "\x1b]52;c;x\x07 \u009b31m \u202e \u2066 \x7f \"quoted\" \\ 王 é\n\t";
  View view{.command = "x", .head = {{"text", hostile}}};
  const std::string json = render_json(view);
  for (const char* raw : {"\x1b", "\x07", "\u009b", "\u202e", "\u2066", "\x7f", "\t"}) {
    CAPTURE(raw);
    CHECK(json.find(raw) == std::string::npos);
  }
  CHECK(json.find("王 é") != std::string::npos);
  CHECK(nlohmann::json::parse(json)["text"] == hostile);
}

TEST_CASE("an ill-formed byte can't break the document") {
  const View view{.command = "x",
                  .head = {{"text", std::string("a\xff"
                                                "b")}}};
  CHECK(nlohmann::json::parse(render_json(view))["text"] ==
        "a\uFFFD"
        "b");
}

TEST_CASE("figures have at most four decimals") {
  CHECK(rounded(3.06666666) == doctest::Approx(3.0667).epsilon(1e-12));
  CHECK(rounded(-0.00004) == 0);
}
