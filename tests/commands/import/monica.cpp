#include "commands/circle.hpp"

using namespace rel::test;

namespace {

const std::string file = std::string(REL_TEST_DATA) + "/import/monica.json";

}  // namespace

TEST_CASE("Monica's people with their history, twice adds nothing, one undo takes all back") {
  World world;
  const Json done = world.json("import " + file);
  CHECK(done.at("new") == 10);  // three people, three contacts, three notes, a reminder
  CHECK(done.at("skipped") == 1);
  const Json sarah = world.person("sarah");
  CHECK(sarah.at("uid") == "c-1");
  CHECK(sarah.at("tier") == "none");
  CHECK(sarah.at("every_days").is_null());
  CHECK(sarah.at("dates").at(0).at("year").is_null());
  const Json entries = world.entries("sarah");
  REQUIRE(entries.size() == 7);
  CHECK(world.json("find 'new job'").at("matches").size() == 1);
  CHECK(world.entries("tom").at(0).at("channel") == "met");  // dinner
  CHECK(world.entries("tom").at(0).at("guessed") == true);
  CHECK(world.person("tom").at("deceased") == true);
  CHECK(world.person("tom").at("archived") == true);
  const std::string before = world.data();
  CHECK(world.json("import " + file).at("new") == 0);
  CHECK(world.data() == before);
  world.json("undo");
  CHECK(world.json("list").at("people").empty());
}

TEST_CASE("a reminder to come is an ask on its day") {
  World world;
  world.json("import " + file);
  const Json due = world.json("due sarah --days 30");
  CHECK(due.at("items").at(0).at("clock") == "ask");
  CHECK(due.at("items").at(0).at("open").at(0).at("on") == "2026-12-12");
}

TEST_CASE("the rhythm is shown, and taken with a tier") {
  World world;
  holds(world("import " + file).out, "in Monica every 14 days: rel edit sarah-mae-chen --tier 2 --every 14d");
  World other;
  other.json("import " + file + " --tier 2");
  CHECK(other.person("sarah").at("every_days") == 14);
  CHECK(other.person("ada").at("every_days").is_null());
}

TEST_CASE("--only takes one and counts the others as present") {
  World world;
  CHECK(world.json("import " + file + " --only chen").at("new") == 8);
  const Json dinner = world.entries("sarah");
  bool found = false;
  for (const Json& entry : dinner) found = found || (entry.contains("others") && entry.at("others") == 1);
  CHECK(found);
}
