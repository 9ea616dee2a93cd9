#include "identity/calling_codes.hpp"

#include <doctest/doctest.h>

using namespace rel::commands;

TEST_CASE("countries by their letters") {
  CHECK(dial_plan("de").code == "49");
  CHECK(dial_plan("DE").trunk == "0");
  CHECK(dial_plan("US").trunk == "1");
  CHECK(dial_plan("IT").trunk.empty());
  CHECK(dial_plan("ZW").code == "263");
  CHECK(dial_plan("XX").code.empty());
  CHECK(dial_plan("").code.empty());
  CHECK(dial_plan("DEU").code.empty());
}
