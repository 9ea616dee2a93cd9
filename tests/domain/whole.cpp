#include "domain/whole.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <initializer_list>
#include <limits>

namespace rel::test {
namespace {

TEST_CASE("a whole number is the next one below, however large the real one is") {
  CHECK(rounded_down(2.9) == 2);
  CHECK(rounded_down(-2.1) == -3);
  CHECK(rounded_down(0) == 0);
  for (const double large : {1e9, 1e18, 1e308, std::numeric_limits<double>::infinity()}) {
    CHECK(rounded_down(large) == 1'000'000'000);
    CHECK(rounded_down(-large) == -1'000'000'000);
  }
  CHECK(rounded_down(std::nan("")) == -1'000'000'000);
}

}  // namespace
}  // namespace rel::test
