#include "commands/circle.hpp"

using namespace rel::test;

namespace {

const std::string file = std::string(REL_TEST_DATA) + "/import/friends.md";

}  // namespace

TEST_CASE("friends, what was done with them, and what was noted, twice adds nothing") {
  World world;
  const Json done = world.json("import " + file + " --tier 2");
  CHECK(done.at("new") == 8);  // three people, four activities, one note
  CHECK(done.at("skipped") == 1);
  const Json george = world.person("george");
  CHECK(george.at("aliases") == Json{"Peanut"});
  CHECK(george.at("tags") == Json{"Atlanta", "history", "science"});
  CHECK(george.at("tier") == "high");
  const Json grace = world.entries("grace");
  REQUIRE(grace.size() == 3);
  CHECK(grace[0].at("kind") == "remark");
  CHECK(grace[0].at("heard") == "2026-06-15");
  CHECK(grace[1].at("with") == Json{"grace-hopper", "george-washington-carver"});
  CHECK(grace[1].at("channel") == "met");  // lunch
  CHECK(grace[1].at("guessed") == true);
  CHECK(grace[1].at("minutes").is_null());
  CHECK(grace[2].at("note") ==
        "Grace Hopper and I went to Marie's Diner. George had to cancel at the last minute. @food");
  const Json phone = world.entries("george").at(0);
  CHECK(phone.at("channel") == "call");
  CHECK(phone.at("note") ==
        "Talked to George Washington Carver on the phone for an hour about snake_case_names.");
  CHECK(world.entries("marie").at(0).at("others") == 1);  // Pierre is no friend of the file
  const std::string before = world.data();
  CHECK(world.json("import " + file).at("new") == 0);
  CHECK(world.data() == before);
  world.json("undo");
  CHECK(world.json("list").at("people").empty());
}

TEST_CASE("--only takes a friend and what was done with them, the others were present") {
  World world;
  const Json done = world.json("import " + file + " --only hopper");
  CHECK(done.at("new") == 4);
  CHECK(world.entries("grace").at(1).at("others") == 1);
}

TEST_CASE("an edited activity does not come again, the future is refused") {
  World world;
  world.json("import " + file);
  const std::string id = world.entries("marie").at(0).at("id");
  world.json("edit " + id + " --via event -m 'a fine night'");
  CHECK(world.json("import " + file).at("new") == 0);
  world.write("f.md", "# Friends\n- Ann\n# Activities\n- 2026-12-01: **Ann** came.\n");
  refuses(world, "import " + world.path("f.md") + " --strict", 2, "f.md:4: 2026-12-01 lies in the future");
  CHECK(world.json("import " + world.path("f.md")).at("new") == 1);
}
