#include "commands/circle.hpp"

using namespace rel::test;

namespace {

constexpr const char* facebook = R"({
 "participants": [{"name": "Ann Lee"}, {"name": "Kim Moss"}],
 "messages": [
  {"sender_name": "Ann Lee", "timestamp_ms": 1793649600000, "content": "secret"},
  {"sender_name": "Kim Moss", "timestamp_ms": 1793736000000, "content": "secret"},
  {"sender_name": "Ann Lee", "timestamp_ms": 1793822400000, "call_duration": 600},
  {"sender_name": "Ann Lee", "timestamp_ms": 1795200000000, "call_duration": 0},
  {"sender_name": "Ann Lee"}
 ],
 "title": "Ann Lee", "thread_path": "inbox/annlee_1"
})";

}  // namespace

TEST_CASE("a chat of Facebook: touches and calls, whoever is nobody here is named") {
  Circle world;
  world.write("message_1.json", facebook);
  const auto said = world("import " + world.path("message_1.json"));
  CHECK(said.exit_code == 0);
  holds(said.err, "message of Ann Lee: sender_name or timestamp_ms: is missing");
  const Json ann = world.entries("ann");
  REQUIRE(ann.size() == 4);
  CHECK(ann[0].at("by") == "them");
  CHECK(ann[1].at("by") == "me");
  CHECK(ann[2].at("minutes") == 10);
  CHECK(ann[3].at("contact_kind") == "missed");
  CHECK(world.data().find("secret") == std::string::npos);
  CHECK(world.json("import " + world.path("message_1.json")).at("new") == 0);
  refuses(world, "import " + world.path("message_1.json") + " --strict", 2, "message of Ann Lee");
}

TEST_CASE("names that Facebook writes byte by byte, and groups") {
  Circle world;
  world.json("edit bo --alias 'Zoë Ray'");
  world.write("z.json", R"({"participants":[{"name":"Zo\u00c3\u00ab Ray"},{"name":"Me"}],)"
                        R"("messages":[{"sender_name":"Zo\u00c3\u00ab Ray","timestamp_ms":1793649600000}]})");
  CHECK(world.json("import " + world.path("z.json")).at("new") == 1);
  world.write("g.json", R"({"participants":[{"name":"Ann Lee"},{"name":"Cy"},{"name":"Me"}],)"
                        R"("messages":[{"sender_name":"Cy","timestamp_ms":1793649600000}]})");
  holds(world("import " + world.path("g.json")).out, "messages in groups (1)");
}

TEST_CASE("a chat of Signal by signal-export: the user is Me") {
  Circle world;
  const std::string rest =
      R"(, "body": "secret", "quote": "", "sticker": null, "reactions": [], "attachments": [])";
  world.write("data.json",
              R"({"date": "2026-11-02T20:15:33", "sender": "Ann Lee")" + rest + "}\n" +
                  R"({"date": "2026-11-03T20:15:33.120", "sender": "Me")" + rest + "}\n" +
                  R"({"date": "2026-11-20T20:15:33", "sender": "Ann Lee", "call": true, "missed": true)" +
                  rest + "}\n");
  CHECK(world.json("import " + world.path("data.json")).at("new") == 3);
  const Json ann = world.entries("ann");
  CHECK(ann[0].at("by") == "them");
  CHECK(ann[1].at("by") == "me");
  CHECK(ann[2].at("contact_kind") == "missed");
  world.write("data.json", R"({"date": "2026-11-02T20:15:33", "sender": "Annie")" + rest + "}\n");
  CHECK(world.json("import " + world.path("data.json")).at("strangers").at(0).at("name") == "Annie");
  CHECK(world.json("import " + world.path("data.json") + " --as Annie=ann").at("unchanged") == 1);
}
