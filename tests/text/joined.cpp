#include "text/joined.hpp"

#include <doctest/doctest.h>

#include <vector>

using rel::text::joined;

TEST_CASE("texts in a row, with something between each two") {
  CHECK(joined(std::vector<std::string>{}, ", ").empty());
  CHECK(joined(std::vector<std::string>{"a"}, ", ") == "a");
  CHECK(joined(std::vector<std::string>{"a", "", "b"}, ", ") == "a, , b");
  CHECK(joined(std::vector{1, 2}, ";", [](int number) { return std::to_string(number); }) == "1;2");
}
