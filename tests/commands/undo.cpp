#include "commands/circle.hpp"

using namespace rel::test;

TEST_CASE("undo takes one command back at a time, whichever it was, and redo does it again") {
  Circle world;
  world.json("log ann call 45m");
  world.json("edit ann --tier 3");
  CHECK(world("undo").out == "undone: rel edit ann --tier 3 --format json\n");
  CHECK(world.person("ann").at("tier") == "very-high");
  CHECK(world.json("undo") ==
        Json::parse(
            R"({"schema": 1, "command": "undo", "wrote": [{"command": "log ann call 45m --format json"}]})"));
  CHECK(world.entries("ann").empty());
  CHECK(world("redo").out == "done again: rel log ann call 45m --format json\n");
  CHECK(world.entries("ann").size() == 1);
  world.json("redo");
  CHECK(world.person("ann").at("tier") == "moderate");
}

TEST_CASE("nothing to undo or redo is exit 1") {
  Circle world;
  const auto nothing = world("redo");
  CHECK(nothing.exit_code == 1);
  CHECK(!nothing.saved);
  for (int people = 0; people < 4; ++people) CHECK(world("undo").exit_code == 0);
  CHECK(world("undo").exit_code == 1);
  CHECK(world.json("list").at("people").empty());
}

TEST_CASE("something new ends what could be redone") {
  Circle world;
  world.json("log ann");
  world.json("undo");
  world.json("log bo");
  CHECK(world("redo").exit_code == 1);
}

TEST_CASE("commands that read or change nothing are no step") {
  Circle world;
  const auto steps = [&] { return world.json("undo --list").at("commands").size(); };
  const auto before = steps();
  for (const char* line :
       {"due", "list", "show ann", "help", "edit ann --tag choir", "log xyzzy", "log ann 2025-02-29"}) {
    world(line);
    CHECK(steps() == before);
  }
}

TEST_CASE("--list shows the latest commands as they could be typed again") {
  Circle world;
  world("log ann 'it''s new'");
  world.run({"log", "ann", "-m", "it's $(new)"});
  world("undo");
  const Json commands = world.json("undo --list -n 2").at("commands");
  REQUIRE(commands.size() == 2);
  CHECK(commands[0].at("command") == R"(log ann -m 'it'\''s $(new)')");
  CHECK(commands[0].at("undone") == true);
  CHECK(commands[1].at("undone") == false);
  holds(world("undo --list").out, "undone");
  refuses(world, "undo -n 2", 2, "-n: goes with --list");
  refuses(world, "undo --list -n 0", 2, "-n 0: takes a whole number from 1");
  refuses(world, "undo ann", 2, "ann: one word too many for undo");
}

TEST_CASE("without a file there is no history: exit 4") {
  World world;
  for (const char* line : {"undo", "redo", "undo --list"}) {
    CHECK(world(line).exit_code == 4);
    CHECK(world.data().empty());
  }
}
