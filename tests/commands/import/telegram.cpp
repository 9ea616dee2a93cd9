#include "commands/circle.hpp"

using namespace rel::test;

namespace {

std::string fixture(const std::string& name) {
  return std::string(REL_TEST_DATA) + "/import/" + name;
}

}  // namespace

TEST_CASE("a chat of Telegram is one touch for each day") {
  Circle world;
  CHECK(world.json("import " + fixture("telegram-chat.json")).at("new") == 2);
  const Json ann = world.entries("ann");
  CHECK(ann[0].at("on") == "2026-11-02");
  CHECK(ann[0].at("time") == "21:25");
  CHECK(ann[0].at("by") == "them");
  CHECK(ann[1].at("on") == "2026-11-05");
  CHECK(ann[1].at("by") == "me");
  CHECK(world.data().find("secret") == std::string::npos);
  CHECK(world.json("import " + fixture("telegram-chat.json")).at("new") == 0);
}

TEST_CASE("a full export: people by name, else by the number that Telegram has of them, no groups") {
  Circle world;
  world.json("edit bo --phone '+44 7700 900123'");
  const Json done = world.json("import " + fixture("telegram-all.json"));
  CHECK(done.at("new") == 2);
  CHECK(done.at("skipped") == 3);
  CHECK(done.at("unknown") == 1);
  CHECK(world.entries("bo").at(0).at("by") == "me");
  CHECK(world.json("list").at("people").size() == 4);
}

TEST_CASE("an export that is cut is refused") {
  Circle world;
  world.write("r.json", "{\"name\": \"Ann Lee\", \"type\": \"personal_chat\", \"id\": 1, \"messages\": [");
  refuses(world, "import " + world.path("r.json"), 2, "r.json:1: is not JSON");
}
