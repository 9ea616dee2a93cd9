#include "commands/circle.hpp"

using namespace rel::test;

TEST_CASE("a snooze puts the silence reminder off, and is counted") {
  Circle world;
  const auto snoozed = world("snooze ann 2w --why 'moving house'");
  CHECK(snoozed.out.starts_with("Ann Lee: put off until Sat 5 Dec 2026: moving house  "));
  holds(snoozed.out, "put off once");
  holds(world("snooze ann in 3w").out, "put off twice since you last talked");
  const Json snooze = world.latest("ann");
  CHECK(snooze.at("counted") == true);
  CHECK(snooze.at("until") == "2026-12-12");
  CHECK(world.json("due ann --as-of 2026-12-04").at("items").empty());
}

TEST_CASE("--agreed is not counted and shown on its day") {
  Circle world;
  for (const char* line : {"snooze ann sat --agreed dinner", "snooze ann --agreed=dinner sat"}) {
    CAPTURE(line);
    const Json snooze = world.json(line).at("wrote").at(0);
    CHECK(snooze.at("counted") == false);
    CHECK(snooze.at("agreed") == "dinner");
    CHECK(snooze.at("until") == "2026-11-28");
  }
  CHECK(world.json("snooze bo --agreed fri").at("wrote").at(0).at("agreed") == "");
  CHECK(world.json("snooze bo fri 19:30 --agreed").at("wrote").at(0).at("agreed") == "19:30");
  CHECK(world.json("snooze cy fri 19:30 --agreed dinner").at("wrote").at(0).at("agreed") == "dinner, 19:30");
  CHECK(world.json("due ann --as-of 2026-11-28").at("items")[0].at("open")[0].at("kind") == "agreed");
  CHECK(world("snooze ann today --agreed lunch").exit_code == 0);
}

TEST_CASE("several people are snoozed as one step") {
  Circle world;
  CHECK(world.json("snooze ann,bo 2w").at("wrote").size() == 2);
  world.json("undo");
  CHECK(world.entries("ann").empty());
  CHECK(world.entries("bo").empty());
}

TEST_CASE("--everyone: you are away, which counts for nobody and hides no promise") {
  Circle world;
  world.json("promise ann 'the book' --by 2026-12-01");
  const auto away = world("snooze --everyone 2026-12-27");
  CHECK(away.out.starts_with("away until Sun 27 Dec 2026"));
  world.at("2026-12-20T09:00");
  const Json due = world.json("due");
  REQUIRE(due.at("items").size() == 1);
  CHECK(due.at("items")[0].at("clock") == "promise");
}

TEST_CASE("what can't be a snooze") {
  Circle world;
  refuses(world, "snooze", 2, "snooze: whom, and until when?");
  refuses(world, "snooze ann", 2, "snooze: until when?\ntry: rel snooze ann 2w");
  refuses(world, "snooze ann today", 2, "2026-11-21: a snooze ends on a later day");
  refuses(world, "snooze ann yesterday", 2, "is already past");
  refuses(world, "snooze ann soon", 2, "soon: not a date");
  refuses(world, "snooze ann --everyone 2w", 2, "--everyone and WHO: only one of the two");
  refuses(world, "snooze xyzzy 2w", 3, "nobody of that name");
  refuses(world, "snooze ann 2w --why ''", 2, "--why: empty");
}
