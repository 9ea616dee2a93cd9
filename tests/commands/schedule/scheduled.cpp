#include "commands/schedule/scheduled.hpp"

#include <pwd.h>
#include <unistd.h>

#include "commands/commands.hpp"
#include "commands/world.hpp"

using namespace rel;
using namespace rel::commands;
using namespace rel::test;

namespace {

struct Fixture {
  World world;
  Env env = world.env();
  Outcome outcome;
  Call call{.spec = schedule_command.spec, .args = {}, .env = env, .outcome = outcome};
};

}  // namespace

TEST_CASE("what is run has the whole path of the program, and names another data file") {
  Fixture fixture;
  fixture.call.database = "/a b/rel.db";
  const ProgramWords words = words_to_run(fixture.call);
  REQUIRE(words.size() == 4);
  CHECK(words[0].starts_with('/'));
  CHECK(std::filesystem::exists(words[0]));
  CHECK(ProgramWords(words.begin() + 1, words.end()) == ProgramWords{"--db", "/a b/rel.db", "due"});
  fixture.call.args.set("discreet", {});
  CHECK(words_to_run(fixture.call).back() == "--discreet");
}

TEST_CASE("another folder of settings is named, the usual one is not") {
  Fixture fixture;
  CHECK(variables_to_set(fixture.call) ==
        ProgramWords{"XDG_CONFIG_HOME=" + fixture.world.path(".") + "/.config"});
  fixture.world.variables["HOME"] = getpwuid(geteuid())->pw_dir;
  CHECK(variables_to_set(fixture.call).empty());
  fixture.world.variables["XDG_CONFIG_HOME"] = "relative";
  CHECK(variables_to_set(fixture.call).empty());
  fixture.world.variables["XDG_CONFIG_HOME"] = "/a b";
  CHECK(variables_to_set(fixture.call) == ProgramWords{"XDG_CONFIG_HOME=/a b"});
}
