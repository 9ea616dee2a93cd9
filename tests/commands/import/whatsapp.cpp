#include "commands/circle.hpp"

using namespace rel::test;

namespace {

std::string fixture(const std::string& name) {
  return std::string(REL_TEST_DATA) + "/import/" + name;
}

std::string chat(World& world, const std::string& text, const std::string& options = "") {
  world.write("c.txt", text);
  return "import " + world.path("c.txt") + " " + options;
}

}  // namespace

TEST_CASE("a chat is one touch for each day, begun by who wrote first, its text is nowhere") {
  Circle world;
  const Json done = world.json("import " + fixture("whatsapp-ios.txt"));
  CHECK(done.at("new") == 3);
  const Json ann = world.entries("ann");
  REQUIRE(ann.size() == 3);
  CHECK(ann[0].at("on") == "2026-11-02");
  CHECK(ann[0].at("by") == "them");
  CHECK(ann[0].at("channel") == "chat");
  CHECK(ann[0].at("source") == "whatsapp");
  CHECK(ann[1].at("on") == "2026-11-12");  // half past midnight still belongs to the day before
  CHECK(ann[2].at("by") == "me");
  CHECK(world.data().find("secret") == std::string::npos);
  const std::string before = world.data();
  CHECK(world.json("import " + fixture("whatsapp-ios.txt")).at("new") == 0);
  CHECK(world.data() == before);
  CHECK(world.json("import " + fixture("whatsapp-us.txt")).at("new") == 0);  // the same days
}

TEST_CASE("whose chat it is: names, numbers, and which of two you are") {
  Circle world;
  const std::string both = "13/11/2026, 20:15 - Ann Lee: x\n13/11/2026, 20:15 - Bo Berg: y\n";
  refuses(world, chat(world, both), 2, "which are you?\ntry: --me NAME");
  CHECK(world.json(chat(world, both, "--me 'Bo Berg'")).at("new") == 1);
  CHECK(world.latest("ann").at("by") == "them");
  const Json nobody = world.json(chat(world, "13/11/2026, 20:15 - Annie: x\n13/11/2026, 20:15 - Me: y\n"));
  CHECK(nobody.at("new") == 0);
  CHECK(nobody.at("unknown") == 2);
  CHECK(nobody.at("skipped") == 2);
  world.json("edit bo --phone '+44 7700 900123'");
  CHECK(world.json(chat(world, "13/11/2026, 20:15 - +44 7700 900123: x\n")).at("new") == 1);
  CHECK(world.json(chat(world, both + "14/11/2026, 20:15 - Cy: x\n")).at("skipped") == 3);  // a group
}

TEST_CASE("days that may be read in two ways are refused, with how to say it") {
  Circle world;
  const std::string days = "3/4/2026, 9:00 - Ann Lee: x\n";
  refuses(world, chat(world, days), 2, "day/month or month/day\ntry: --dates dmy or --dates mdy");
  world.json(chat(world, days, "--dates mdy"));
  CHECK(world.latest("ann").at("on") == "2026-03-04");
  refuses(world, chat(world, "hello\n", "--from whatsapp"), 2, "holds no messages of WhatsApp");
}
