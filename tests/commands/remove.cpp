#include "commands/circle.hpp"

using namespace rel::test;

TEST_CASE("remove takes entries of every kind away, and undo brings them back") {
  Circle world;
  for (const char* line : {"log ann call 45m", "note ann nuts", "promise ann book", "snooze ann 2w"}) {
    CAPTURE(line);
    const std::string id = world.id(line);
    const auto removed = world("remove " + id.substr(0, 6));
    CHECK(removed.exit_code == 0);
    CHECK(removed.out.starts_with("removed: "));
    holds(removed.out, "Ann Lee");
    holds(removed.out, "rel undo brings it back");
    CHECK(world.entries("ann").empty());
    world.json("undo");
    CHECK(world.entries("ann").size() == 1);
    world.json("redo");
  }
}

TEST_CASE("the clocks are as if it had never been") {
  Circle world;
  const std::string before = world("show ann").out;
  world.json("remove " + world.id("log ann yesterday"));
  CHECK(world("show ann").out == before);
}

TEST_CASE("asks that a talk closed are open again without it") {
  Circle world;
  world.at("2026-11-14T09:00");
  world.json("note bo surgery --ask '2026-11-20 how did it go?'");
  world.at("2026-11-21T09:00");
  const std::string call = world.id("log bo call");
  CHECK(world.json("due bo").at("items").empty());
  holds(world("remove " + call).out, "open again: ask how did it go?");
  CHECK(world.json("due bo").at("items")[0].at("clock") == "ask");
  world.json("undo");
  CHECK(world.json("due bo").at("items").empty());
}

TEST_CASE("several at once, or none") {
  Circle world;
  const std::string one = world.id("note ann one");
  const std::string two = world.id("note ann two");
  refuses(world, "remove " + one + " 2222", 3, "2222: no entry has an id that begins so");
  refuses(world, "remove " + one + " " + one, 3, "no entry has an id that begins so");
  holds(world("remove " + one + " " + two).out, "rel undo brings them back");
  CHECK(world.entries("ann").empty());
  refuses(world, "remove", 2, "remove: which entry?");
  refuses(world, "remove ann", 3, "ann: not an entry's id");
}
