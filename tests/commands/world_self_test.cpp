#include "commands/world.hpp"

using namespace rel::test;

TEST_CASE("a command line is split like a shell would") {
  CHECK(words_of("log ann  'new job' -m ''") == std::vector<std::string>{"log", "ann", "new job", "-m", ""});
  CHECK(words_of("--date='wed 06-14'") == std::vector<std::string>{"--date=wed 06-14"});
  CHECK(words_of("").empty());
}
