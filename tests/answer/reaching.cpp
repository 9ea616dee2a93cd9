#include <filesystem>

#include "commands/circle.hpp"

using namespace rel;
using namespace rel::test;

namespace {

/// A month later Ann, with a number, and Bo, with an address, are due; whatever is opened is there.
struct Reachable : Circle {
  Reachable() {
    json("edit ann --phone '+49 (0)30 123' --email ann@example.org");
    json("edit bo --email bo@example.org");
    at("2026-12-22T09:00");
    program = [](const ProgramWords&, const std::string&) { return Ended{}; };
  }
};

}  // namespace

TEST_CASE("due --call shows the first alone and opens their number") {
  Reachable world;
  const Outcome done = world("due --call");
  CHECK(done.exit_code == 0);
  CHECK(done.out.empty());  // it was printed before the program ran
  CHECK(world.programs == std::vector<ProgramWords>{{"xdg-open", "tel:+4930123"}});
  holds(world.shown_first, "Ann Lee");
  holds(world.shown_first, "1 more: rel due");
  holds(world.shown_first, "opening +49 (0)30 123 of Ann Lee\n");
  CHECK(world.shown_first.find("Bo Berg") == std::string::npos);
}

TEST_CASE("due --call among those who fit says of nobody that they did not") {
  Reachable world;
  CHECK(world("due --call --minutes 90").exit_code == 0);
  CHECK(world.programs.size() == 1);
  CHECK(world.shown_first.find("Did not fit") == std::string::npos);
}

TEST_CASE("due --call for programs prints the document and nothing else") {
  Reachable world;
  CHECK(world("due --call --format json").exit_code == 0);
  const Json due = Json::parse(world.shown_first);
  CHECK(due.at("items").size() == 1);
  CHECK(due.at("waiting") == 2);
}

TEST_CASE("nobody to call: nothing is opened") {
  Circle world;
  CHECK(world("due --call").exit_code == 0);
  CHECK(world("prep --call").exit_code == 0);
  CHECK(world("due --call -q").exit_code == 1);
  CHECK(world.programs.empty());
}

TEST_CASE("prep --call shows the brief and opens whom it is about") {
  Reachable world;
  CHECK(world("prep bo --call").exit_code == 0);
  CHECK(world("prep --call").exit_code == 0);
  CHECK(world.programs ==
        std::vector<ProgramWords>{{"xdg-open", "mailto:bo@example.org"}, {"xdg-open", "tel:+4930123"}});
  holds(world.shown_first, "Ann Lee");
  refuses(world, "prep ann,bo --call", 2, "--call: one person at a time");
  refuses(world, "prep cy --call", 3, "Cy: no phone number or e-mail address is known");
  world("edit cy --phone 1 --deceased");
  refuses(world, "prep cy --call", 2, "kept in memory");
}

TEST_CASE("the settings name the command, word by word") {
  Reachable world;
  std::filesystem::create_directories(world.path(".config/rel"));
  world.write(".config/rel/config.toml", "[reach]\nphone = [\"a program\", \"$HOME; x\"]\n");
  world("prep ann --call");
  world("prep bo --call");
  CHECK(world.programs == std::vector<ProgramWords>{{"a program", "$HOME; x", "tel:+4930123"},
                                                    {"xdg-open", "mailto:bo@example.org"}});
}

TEST_CASE("a command that fails says so") {
  Reachable world;
  world.program = [](const ProgramWords&, const std::string&) { return Ended{"", 4, "", ""}; };
  refuses(world, "prep ann --call", 5, "xdg-open tel:+4930123: ended with status 4");
  world.program = [](const ProgramWords&, const std::string&) {
    return Ended{"there is no such program", 127, "", ""};
  };
  refuses(world, "due --call", 5, "xdg-open tel:+4930123: there is no such program");
}

TEST_CASE("whatever a number or a name holds, it is one word, and harmless on the screen") {
  Reachable world;
  world.json("edit ann --phone '1 --x $(touch hacked)'");
  world.run({"edit", "ann", "--phone", "1 --x `x`; \"2\""});
  world("prep ann --call");
  REQUIRE(world.programs.size() == 1);
  CHECK(world.programs[0].size() == 2);
  CHECK(world.programs[0][1].starts_with("tel:"));
}

TEST_CASE("what is no number is not opened: the next one is, or the address, or nothing") {
  World world;
  world.program = [](const ProgramWords&, const std::string&) { return Ended{}; };
  world.write("a.json", R"({"people": [
    {"name": "Ann", "phones": ["ask Bo", "+49 1"], "emails": ["a@x.example"]},
    {"name": "Bo", "phones": ["ask Ann"], "emails": ["b@x.example"]},
    {"name": "Cy", "phones": ["abc"]}]})");
  world.json("import " + world.path("a.json"));
  world("prep ann --call");
  world("prep bo --call");
  CHECK(world.programs ==
        std::vector<ProgramWords>{{"xdg-open", "tel:+491"}, {"xdg-open", "mailto:b@x.example"}});
  refuses(world, "prep cy --call", 3, "Cy: no number to open: abc has no digit\ntry: rel edit cy --phone");
  CHECK(world.programs.size() == 2);
}
