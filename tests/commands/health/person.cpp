#include "commands/talked.hpp"

using namespace rel::test;

TEST_CASE("one person: parts, a year, and one act") {
  Talked world;
  const std::string text = world("health ann").out;
  holds(text, "Ann Lee  very high, every 7 days\n");
  holds(text, "You last talked 29 days ago. You wanted every 7 days; usually it is about 7.");
  holds(text, "  silence  ..........  last talk 23 Oct, 29 days; you wanted 7\n");
  holds(text, "  talks ");
  holds(text, "You began all 9 talks.");
  holds(text, "What would help most: call.");
  CHECK(text.find("0.") == std::string::npos);
  const Json one = world.json("health ann");
  CHECK(handles(one) == Handles{"ann-lee"});
  CHECK(one.at("capacity") == world.json("health").at("capacity"));
  CHECK(one.at("people")[0].at("weeks").size() == 52);
  CHECK(one.at("people")[0].at("health") == world.json("health").at("people")[0].at("health"));
  CHECK(one.at("people")[0].at("advice") == world.json("health").at("people")[0].at("advice"));
}

TEST_CASE("the act names its entry") {
  Talked world;
  world.at("2026-10-20T09:00");
  const std::string book = world.id("promise bo 'the Calvino book' --by 2026-11-10");
  world.at("2026-11-21T09:00");
  const Json bo = world.json("health bo").at("people")[0];
  CHECK(bo.at("weakest") == "promises");
  CHECK(bo.at("advice") == "keep your promise: the Calvino book.");
  CHECK(bo.at("advice_id") == book);
  holds(world("health bo").out, "when it is done: rel done " + book.substr(0, 4));
  world.json("done " + book);
  CHECK(world.json("health bo").at("people")[0].at("advice") == "nothing is overdue.");
}

TEST_CASE("who has no health: kind words and no bars") {
  Talked world;
  holds(world("health tom").out, "In no tier: kept, and nothing is asked of you.\n  rel edit tom --tier 3\n");
  world.json("edit ann --archive");
  holds(world("health ann").out, "Archived: nothing is asked of you.");
  world.json("edit bo --deceased");
  holds(world("health bo").out, "What you two had together stays.\n  rel show bo-berg\n");
  holds(world("health cy").out, "No talk is logged yet.\n\nNothing is overdue.");
  for (const char* line : {"health tom", "health ann", "health bo", "health cy"}) {
    CHECK(world(line).exit_code == 0);
    CHECK(world(line).out.find('#') == std::string::npos);
    CHECK(world(line).out.find("...") == std::string::npos);
  }
  CHECK(world.json("health tom").at("people")[0].at("health").is_null());
}
