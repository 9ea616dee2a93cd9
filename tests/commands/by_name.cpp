#include "commands/circle.hpp"

using namespace rel::test;

TEST_CASE("a name that is no command is its brief") {
  Circle world;
  for (const char* who : {"ann", "Ann Lee", "lee", "ann,bo"})
    CHECK(world(who).out == world(std::string("prep '") + who + "'").out);
  CHECK(world.json("ann").at("command") == "prep");
  world.json("add Due");  // a command has this name
  CHECK(world("due").out == world("").out);
  CHECK(world("c").exit_code == 0);  // any beginning
  world.json("add Cyd");
  CHECK(world("cy").exit_code == 0);
  world.json("add 'Anne Bo'");
  refuses(world, "an", 3, "an: several people fit");
}

TEST_CASE("words that are nobody and no command are told what is near") {
  Circle world;
  refuses(world, "lgo ann", 2, "lgo: no such command\ntry: rel log");
  refuses(world, "anm", 2, "anm: no such command\ntry: rel ann-lee");
  refuses(world, "ann call 20", 2, "ann: no such command\ntry: rel log ann call 20");
  refuses(world, "ann --for 20", 2, "ann: no such command");
  refuses(world, "xyzzy", 2, "xyzzy: no such command\ntry: rel help --all");
}

TEST_CASE("everyday words for commands") {
  Circle world;
  world.json("log ann call 20 her new job");
  for (const auto& [word, command] : {std::pair{"ls", "list"}, {"today", "due"}, {"search job", "find job"}})
    CHECK(world(word).out == world(command).out);
  CHECK(world.json("new Zoe").at("wrote")[0].at("handle") == "zoe");
  CHECK(world("rm " + world.id("log bo")).exit_code == 0);
  for (const char* line : {"version", "-V"}) CHECK(world(line).out == world("--version").out);
  CHECK(world("help ls").out == world("help list").out);
}
