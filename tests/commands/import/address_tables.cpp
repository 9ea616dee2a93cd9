#include "commands/circle.hpp"

using namespace rel::test;

namespace {

std::string fixture(const std::string& name) {
  return std::string(REL_TEST_DATA) + "/import/" + name;
}

}  // namespace

TEST_CASE("Google's people come with their numbers, labels, days and notes, twice adds nothing") {
  World world;
  const Json done = world.json("import " + fixture("google-old.csv"));
  CHECK(done.at("new") == 7);  // four people and a remark
  const Json zoe = world.person("zoe");
  CHECK(zoe.at("tier") == "none");
  CHECK(zoe.at("aliases") == Json{"Zo"});
  CHECK(zoe.at("tags") == Json{"Choir", "Family"});
  CHECK(zoe.at("phones").size() == 2);
  CHECK(zoe.at("dates").size() == 2);
  CHECK(world.latest("zoe").at("text") == "met in Graz\nlikes \"opera\", tea");
  CHECK(world.latest("zoe").at("heard") == "2026-11-21");
  const std::string before = world.data();
  CHECK(world.json("import " + fixture("google-old.csv")).at("new") == 0);
  CHECK(world.data() == before);
  CHECK(world.json("import " + fixture("google-new.csv")).at("new") == 2);  // Mia; the others are known
  world.json("undo");
  world.json("undo");
  CHECK(world.json("list").at("people").empty());
}

TEST_CASE("whoever is here already grows") {
  World world;
  world.json("add 'Ada Kern' --tier 1 --email ADA@kern.example");
  const Json done = world.json("import " + fixture("thunderbird.csv"));
  CHECK(done.at("updated") == 1);
  CHECK(world.person("ada").at("tier") == "very-high");
  CHECK(world.person("ada").at("phones").size() == 2);
}

TEST_CASE("--tier and --only choose, Outlook's days take an order") {
  World world;
  CHECK(world.json("import " + fixture("outlook.csv") + " --only lee --tier 2").at("new") == 1);
  CHECK(world.person("ann").at("tier") == "high");
  refuses(world, "import " + fixture("outlook.csv") + " --dates dym", 2, "dates dym: not an order of days");
  world.write("o.csv", "First Name,E-mail Address,Birthday\nBo,bo@x.example,3/4/1980\n");
  CHECK(world("import " + world.path("o.csv")).out.find("--dates dmy") != std::string::npos);
  CHECK(world.json("import " + world.path("o.csv") + " --dates dmy").at("updated") == 1);
  CHECK(world.person("bo").at("dates").at(0).at("month") == 4);
}

TEST_CASE("LinkedIn is refused without a choice") {
  World world;
  refuses(world, "import " + fixture("Connections.csv"), 2, "no circle");
  CHECK(world.json("import " + fixture("Connections.csv") + " --only hopper").at("new") == 2);
  CHECK(world.json("import " + fixture("Connections.csv") + " --tier none").at("new") == 2);
  CHECK(world.json("due --days 366").at("waiting") == 0);
}

TEST_CASE("a format named is the one that is read") {
  World world;
  refuses(world, "import " + fixture("outlook.csv") + " --from vcard", 2, "holds no cards");
  CHECK(world.json("import " + fixture("google-new.csv") + " --from google").at("new") == 4);
}
