#include "commands/schedule/timer_units.hpp"

#include <filesystem>

#include "base/errors.hpp"
#include "commands/world.hpp"

using namespace rel;
using namespace rel::commands;
using namespace rel::test;

namespace {

const Units units = units_for(TimeOfDay{450}, {}, {"/usr/bin/rel", "due"});

/// A user manager that does as it is told, but for one word.
void manage(World& world, const std::string& refused = "-") {
  world.program = [refused](const ProgramWords& words, const std::string&) {
    return words.at(2) == refused ? Ended{"", 1, "", "Failed to " + refused + ".\nmore"} : Ended{};
  };
}

bool is_there(const World& world, const std::string& name) {
  return std::filesystem::exists(world.path(".config/systemd/user/" + name));
}

}  // namespace

TEST_CASE("what a unit runs is quoted as systemd wants it") {
  holds(units.timer, "\nOnCalendar=*-*-* 07:30:00\n");
  holds(units.service, "\nExecStart=\"/usr/bin/rel\" \"due\"\n");
  const Units odd = units_for({}, {"A=$x %"}, {"/$a b%/rel", "--db", "/$a b%\"\\"});
  holds(odd.service, R"(Environment="A=$x %%")");
  holds(odd.service, R"(ExecStart="/$a b%%/rel" "--db" "/$$a b%%\"\\")");
  for (const char* program : {"/a\nb", "/a'b", "/a\"b", "/a\\b", "/a\xff"})
    CHECK_THROWS_AS(units_for({}, {}, {program}), UsageError);
}

TEST_CASE("units are set up, found again and removed") {
  World world;
  manage(world);
  const Env env = world.env();
  const UnitFiles files(env);
  CHECK(files.found() == Units{});
  files.set_up(units);
  CHECK(files.found() == units);
  CHECK(files.switched_on());
  files.remove();
  CHECK(files.found() == Units{});
  CHECK(!is_there(world, "rel-due.service"));
}

TEST_CASE("where the manager refuses, everything is as it was") {
  for (const char* refused : {"daemon-reload", "enable", "restart"}) {
    CAPTURE(refused);
    World world;
    manage(world, refused);
    const Env env = world.env();
    CHECK_THROWS_AS(UnitFiles(env).set_up(units), IoError);
    CHECK(!is_there(world, "rel-due.timer"));
    manage(world);
    UnitFiles(env).set_up(units);
    manage(world, refused);
    CHECK_THROWS_AS(UnitFiles(env).set_up(units_for(TimeOfDay{1}, {}, {"/x"})), IoError);
    manage(world);
    CHECK(UnitFiles(env).found() == units);
  }
}

TEST_CASE("units of others are left alone") {
  World world;
  const Env env = world.env();
  std::filesystem::create_directories(world.path(".config/systemd/user"));
  world.write(".config/systemd/user/rel-due.timer", "[Timer]\n");
  CHECK_THROWS_AS(UnitFiles(env).found(), UsageError);
}
