#include "commands/circle.hpp"

using namespace rel::test;

TEST_CASE("a remark is what they told you, on the day you heard it") {
  Circle world;
  CHECK(world("note ann allergic to nuts").out.starts_with("Ann Lee told you: allergic to nuts  "));
  CHECK(world.latest("ann").at("text") == "allergic to nuts");
  CHECK(world.latest("ann").at("heard") == "2026-11-21");
  const Json remark = world.json("note bo 'moves to Lisbon' --on 'last tue'").at("wrote").at(0);
  CHECK(remark.at("kind") == "remark");
  CHECK(remark.at("heard") == "2026-11-17");
  CHECK(remark.at("ask_on").is_null());
}

TEST_CASE("with --ask it comes back on its day, with the question or the remark itself") {
  Circle world;
  const auto noted = world("note ann surgery --ask '2026-12-12 how did it go?'");
  holds(noted.out, "ask on Sat 12 Dec 2026: how did it go? (surgery)");
  world.json("note bo 'moves to Lisbon' --ask 'in 2w'");
  CHECK(world.latest("bo").at("ask_on") == "2026-12-05");
  CHECK(world.latest("bo").at("ask").is_null());
  holds(world("due bo --as-of 2026-12-05").out, "moves to Lisbon");
}

TEST_CASE("a remark from standard input, and what can't be one") {
  Circle world;
  world.input = "two\nlines\n";
  world.json("note ann -");
  CHECK(world.latest("ann").at("text") == "two\nlines");
  refuses(world, "note", 2, "note: whom is it about?\ntry: rel note ann");
  refuses(world, "note ann", 2, "note: what did they tell you?");
  refuses(world, "note ann ''", 2, "note: empty");
  refuses(world, "note ann x --on tomorrow", 2, "still to come");
  refuses(world, "note ann x --ask yesterday", 2, "already past");
  refuses(world, "note ann x --ask '3d ago'", 2, "already past");
  refuses(world, "note ann,bo x", 3, "ann,bo: nobody of that name");
  world.input = std::string("a\0b", 3);
  refuses(world, "note ann -", 2, "note: holds a NUL byte at offset 1");
}
