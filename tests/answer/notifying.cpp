#include "commands/circle.hpp"

using namespace rel;
using namespace rel::test;

namespace {

struct Later : Circle {
  Later() { at("2026-12-22T09:00"); }
};

Ended there(const ProgramWords&, const std::string&) {
  return {};
}

}  // namespace

TEST_CASE("due --notify tells who is due, and prints nothing") {
  Later world;
  world.program = there;
  const Outcome done = world("due --notify");
  CHECK(done.exit_code == 0);
  CHECK(done.out.empty());
  CHECK(done.err.empty());
  REQUIRE(world.programs.size() == 1);
  const ProgramWords& words = world.programs[0];
  CHECK(ProgramWords(words.begin(), words.begin() + 4) ==
        ProgramWords{"notify-send", "--app-name=rel", "--", "2 people to talk to"});
  CHECK(words.size() == 5);
  holds(words[4], "Ann Lee: ");
  holds(words[4], "\nBo Berg: ");
  CHECK(world("due --notify --discreet").exit_code == 0);
  CHECK(world.programs[1][4] == "Ann Lee\nBo Berg");
}

TEST_CASE("nobody is due: nobody is told") {
  Circle world;
  CHECK(world("due --notify").exit_code == 0);
  CHECK(world("due --notify -q").exit_code == 1);
  CHECK(world.programs.empty());
  World empty;
  CHECK(empty("due --notify").exit_code == 0);
  CHECK(empty.programs.empty());
}

TEST_CASE("without notify-send it says so, and that is no error") {
  Later world;
  const Outcome done = world("due --notify");
  CHECK(done.exit_code == 0);
  CHECK(done.err == "rel: notify-send: there is no such program; in Debian it comes with libnotify-bin\n");
}

TEST_CASE("a notify-send that fails is an error with its own words, harmless ones") {
  Later world;
  world.program = [](const ProgramWords&, const std::string&) {
    return Ended{"", 1, "", "no \x1b bus\nmore\n"};
  };
  refuses(world, "due --notify", 5, "rel: notify-send: no \\u{1b} bus\n");
  world.program = [](const ProgramWords&, const std::string&) { return Ended{"", 1, "", ""}; };
  refuses(world, "due --notify", 5,
          "notify-send: ended with status 1\ntry: in cron: DBUS_SESSION_BUS_ADDRESS=");
  world.variables["DBUS_SESSION_BUS_ADDRESS"] = "unix:path=/x";
  CHECK(world("due --notify").err == "rel: notify-send: ended with status 1\n");
}

TEST_CASE("the document is printed beside a notification, a count or a call is not") {
  Later world;
  world.program = there;
  CHECK(world.json("due --notify").at("waiting") == 2);
  CHECK(world.programs.size() == 1);
  refuses(world, "due --notify --count", 2, "only one of the two");
  refuses(world, "due --notify --call", 2, "only one of the two");
  refuses(world, "due --call --count", 2, "only one of the two");
}
