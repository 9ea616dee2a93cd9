#include "text/enumerated.hpp"

#include <doctest/doctest.h>

namespace rel::text {
namespace {

TEST_CASE("several are enumerated") {
  CHECK(enumerated({}).empty());
  CHECK(enumerated({"Ann"}) == "Ann");
  CHECK(enumerated({"Ann", "Bo"}) == "Ann and Bo");
  CHECK(enumerated({"text", "json", "tsv"}, "or") == "text, json or tsv");
}

}  // namespace
}  // namespace rel::text
