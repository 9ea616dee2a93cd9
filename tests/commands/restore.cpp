#include "commands/circle.hpp"

using namespace rel::test;

TEST_CASE("restore brings a copy back, and names what takes it back") {
  Circle world;
  world.json("log ann");
  world.json("backup " + world.path("copy.db"));
  world.json("log ann");
  const Json done = world.json("restore " + world.path("copy.db"));
  CHECK(
      done.at("wrote") ==
      Json::array({{{"kind", "restored"}, {"file", world.path("copy.db")}, {"entries", 1}, {"people", 4}}}));
  CHECK(world.entries("ann").size() == 1);
  CHECK(world("undo").exit_code == 1);
  holds(world("undo").out, "can be undone: rel restore");
  const auto back = world("restore " + done.at("kept").get<std::string>());
  CHECK(back.exit_code == 0);
  holds(back.out, "restored: 2 entries, 4 people");
  holds(back.out, "to take this back: rel restore rel-2026-11-21-090000-2.db");
  CHECK(world.entries("ann").size() == 2);
}

TEST_CASE("an automatic copy is found by its name") {
  Circle world;
  world.json("backup");
  world.json("log ann");
  CHECK(world("restore rel-2026-11-21-090000.db").exit_code == 0);
  CHECK(world.entries("ann").empty());
}

TEST_CASE("into an empty home") {
  Circle world;
  world.json("backup " + world.path("copy.db"));
  std::remove(world.path("rel.db").c_str());
  const auto done = world("restore " + world.path("copy.db"));
  CHECK(done.out == "restored: 0 entries, 4 people\n");
  CHECK(world.json("list").at("people").size() == 4);
}

TEST_CASE("refusals") {
  Circle world;
  refuses(world, "restore", 2, "restore: which file?");
  refuses(world, "restore ''", 2, "FILE is empty");
  refuses(world, "restore " + world.path("rel.db"), 2, "is the data file itself");
  refuses(world, "restore " + world.path("nothing.db"), 5, "there is no such file");
  refuses(world, "restore " + world.path("."), 4, "is a folder");
  world.write("diary.txt", "Dear diary");
  refuses(world, "restore " + world.path("diary.txt"), 4, "is not a rel file");
  world.json("backup " + world.path("copy.db"));
  world.write("copy.db-journal", "of another");
  refuses(world, "restore " + world.path("copy.db"), 4, "whether it belongs to it can't be known");
}
