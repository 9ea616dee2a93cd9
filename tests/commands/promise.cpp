#include "commands/circle.hpp"

using namespace rel::test;

TEST_CASE("a promise is yours or theirs, with or without a day") {
  Circle world;
  holds(world("promise ann send the book --by fri").out,
        "you promised Ann Lee: send the book, by Fri 27 Nov 2026");
  const Json mine = world.latest("ann");
  CHECK(mine.at("mine") == true);
  CHECK(mine.at("by") == "2026-11-27");
  CHECK(mine.at("given") == "2026-11-21");
  const Json theirs = world.json("promise bo 'bring the drill back' --theirs").at("wrote").at(0);
  CHECK(theirs.at("mine") == false);
  CHECK(theirs.at("by").is_null());
  CHECK(world.json("due ann --as-of 2026-11-27").at("items")[0].at("clock") == "promise");
}

TEST_CASE("what can't be a promise") {
  Circle world;
  refuses(world, "promise", 2, "promise: whom is it about?");
  refuses(world, "promise ann", 2, "promise: what was promised?\ntry: rel promise ann");
  refuses(world, "promise ann ' '", 2, "promise: empty");
  refuses(world, "promise ann x --by yesterday", 2, "already past");
  refuses(world, "promise ann x --by soon", 2, "--by soon: not a date");
  refuses(world, "promise xyzzy x", 3, "nobody of that name");
}
