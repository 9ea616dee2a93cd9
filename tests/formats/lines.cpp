#include "formats/lines.hpp"

#include <doctest/doctest.h>

#include <sstream>

using rel::formats::Lines;

TEST_CASE("lines of either end, the last one without, of a long one the beginning") {
  std::istringstream in("a\r\n\nb" + std::string(1'000'000, 'x') + "\nc");
  Lines lines(in);
  CHECK(lines.next());
  CHECK(lines.line() == "a");
  CHECK(lines.next());
  CHECK(lines.line().empty());
  CHECK(lines.next());
  CHECK(lines.line().size() == 64 * 1024);
  CHECK(lines.next());
  CHECK(lines.line() == "c");
  CHECK(lines.number() == 4);
  CHECK(!lines.next());
}
