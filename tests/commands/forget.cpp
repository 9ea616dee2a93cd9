#include "commands/circle.hpp"

using namespace rel::test;

TEST_CASE("forget says what went, and nobody finds them any more") {
  Circle world;
  world.json("log ann call 45m --heard nuts --promise book");
  world.json("log ann,bo met 2h");
  const auto done = world("forget ann --yes");
  CHECK(done.exit_code == 0);
  CHECK(done.saved);
  CHECK(done.out.starts_with("forgotten: Ann Lee, with 1 contact, 1 remark and 1 promise\n"));
  holds(done.out, "1 contact with others is kept for them");
  holds(done.out, "nothing before this can be undone");
  CHECK(world("show ann").exit_code == 3);
  CHECK(world.latest("bo").at("with") == Json::array({"bo-berg"}));
  CHECK(world.latest("bo").at("others") == 1);
}

TEST_CASE("for programs: who, and how much") {
  Circle world;
  world.json("log ann call 45m");
  world.json("note bo 'met Ann, and Lee'");
  const Json done = world.json("forget ann --yes");
  CHECK(done.at("wrote") == Json::parse(R"([{"kind": "person", "handle": "ann-lee", "name": "Ann Lee"}])"));
  CHECK(done.at("contacts") == 1);
  CHECK(done.at("remarks") == 0);
  CHECK(done.at("naming") == 1);
}

TEST_CASE("without --yes and without a terminal: 2, with what to type") {
  Circle world;
  refuses(world, "forget ann", 2, "this would erase Ann Lee");
  holds(world("forget ann").err, "try: rel forget ann-lee --yes");
  refuses(world, "forget", 2, "forget: whom?");
  refuses(world, "forget xyzzy --yes", 3, "xyzzy: nobody of that name");
  refuses(world, "forget ann bo --yes", 2, "bo");
}

TEST_CASE("at a terminal it asks, and only yes is yes") {
  for (const char* answer : {"y", "yes", "Y"}) {
    Circle world;
    world.at_terminal = true;
    world.answers = {answer};
    CHECK(world("forget ann").exit_code == 0);
    holds(world.questions.at(0), "This erases Ann Lee, out of the history and the backups, too.");
    holds(world.questions.at(0), "Forget Ann Lee for good? [y/N]");
    CHECK(world("show ann").exit_code == 3);
  }
  for (const char* answer : {"n", "", "ann", "yep"}) {
    Circle world;
    world.at_terminal = true;
    world.answers = {answer};
    const std::string before = world.data();
    const auto done = world("forget ann");
    CHECK(done.exit_code == 1);
    CHECK(done.out == "Nothing was changed.\n");
    CHECK_FALSE(done.saved);
    CHECK(world.data() == before);
  }
  Circle world;
  world.at_terminal = true;
  world.answers.emplace();
  CHECK(world("forget ann").exit_code == 1);  // the end of input
}

TEST_CASE("undo after forget is 1, and says why") {
  Circle world;
  world.json("forget ann --yes");
  for (const char* command : {"undo", "redo"}) {
    const auto done = world(command);
    CHECK(done.exit_code == 1);
    holds(done.out, "nothing before 2026-11-21T");
    holds(done.out, "can be undone: rel forget");
  }
  CHECK(world.json("undo --list").at("commands").empty());
  world.json("log bo");
  CHECK(world("undo").exit_code == 0);
}
