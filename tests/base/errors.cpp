#include "base/errors.hpp"

#include <doctest/doctest.h>

using namespace rel;

TEST_CASE("a message does not end where what it names holds a NUL") {
  using namespace std::string_literals;
  CHECK(std::string(UsageError("a\0b: no handle"s).what()) == "a\\u{0}b: no handle");
  CHECK(without_nul("ab") == "ab");
}
