#include "commands/circle.hpp"

using namespace rel::test;

TEST_CASE("completion prints the script of a shell") {
  World world;
  for (const auto& [shell, file] : {std::pair{"bash", "rel.bash"}, {"zsh", "_rel"}, {"fish", "rel.fish"}}) {
    std::ostringstream script;
    script << std::ifstream(std::string(REL_TEST_DATA) + "/../../completions/" + file).rdbuf();
    CHECK(world(std::string("completion ") + shell).out == script.str());
  }
  refuses(world, "completion", 2, "completion: for which shell?\ntry: bash, zsh or fish");
  refuses(world, "completion tcsh", 2, "tcsh: not a shell that is known");
}
