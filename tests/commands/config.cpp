#include <filesystem>

#include "commands/world.hpp"

namespace rel::test {
namespace {

/// Writes the settings file of a world.
void settle(World& world, const std::string& text) {
  std::filesystem::create_directories(world.path(".config/rel"));
  world.write(".config/rel/config.toml", text);
}

TEST_CASE("config shows the defaults, and what a file says instead") {
  World world;
  const Json before = world.json("config");
  CHECK(before.at("file").is_null());
  settle(world, "list_length = 2\n[tiers.high]\ntarget = 21\n");
  const Json after = world.json("config");
  for (const Json& row : after.at("settings")) {
    CAPTURE(row);
    const bool said = row.at("key") == "list_length" || row.at("key") == "tiers.high.target";
    CHECK(row.at("from") == (said ? "file" : "default"));
    if (row.at("key") == "tiers.high.target") CHECK(row.at("value") == "21");
    if (row.at("key") == "tiers.high.target") CHECK(row.at("line") == 3);
  }
}

TEST_CASE("what config prints is a settings file") {
  World world;
  world.variables["REL_DB"] =
      "/a/path that is much longer than any line of a terminal/" + std::string(200, 'x');
  const std::string text = world("config").out;
  settle(world, text);
  const Json settings = world.json("config").at("settings");
  for (const Json& row : settings) CHECK(row.at("from") == "file");
}

TEST_CASE("the settings are in force everywhere") {
  World world;
  settle(world, "default_minutes = 12\nday_starts = \"10:00\"\n[tiers.high]\ntarget = 3\n");
  world("add 'Ann Lee' --tier high");
  CHECK(world.json("log ann call").at("wrote").at(0).at("minutes") == 12);
  CHECK(world.latest("ann").at("on") == "2026-11-20");  // it is nine: still the day before
  world.at("2026-11-24T11:00");
  CHECK(world.json("due").at("items").at(0).at("target_days") == 3);
}

TEST_CASE("a changed target counts at once, without a write") {
  World world;
  world("add 'Ann Lee' --tier high --last 2026-11-01");
  CHECK(world.json("due").at("waiting") == 0);
  settle(world, "[tiers.high]\ntarget = 14\n");
  CHECK(world.json("due").at("waiting") == 1);
}

TEST_CASE("a settings file that can't be taken is refused with its line, and nothing is done") {
  World world;
  world("add 'Ann Lee'");
  settle(world, "\nlist_lenght = 3\n");
  const std::string message = "/.config/rel/config.toml:2: list_lenght: no such setting";
  for (const char* line : {"due", "log ann", "config", "add Bo"}) refuses(world, line, 2, message);
  CHECK(world("--help").exit_code == 0);
  CHECK(world("due --help").exit_code == 0);
  CHECK(world("help log").exit_code == 0);
  CHECK(world("--version").exit_code == 0);
}

TEST_CASE("a settings file that is none is refused") {
  World world;
  std::filesystem::create_directories(world.path(".config/rel/config.toml"));
  CHECK(world("due").exit_code == 2);
  std::filesystem::remove(world.path(".config/rel/config.toml"));
  settle(world, std::string(2 * 1024 * 1024, '#'));
  CHECK(world("due").exit_code == 2);
  settle(world, "");
  CHECK(world("due").exit_code == 0);
}

TEST_CASE("XDG_CONFIG_HOME says where the file is, a relative one is ignored") {
  World world;
  std::filesystem::create_directories(world.path("elsewhere/rel"));
  world.write("elsewhere/rel/config.toml", "list_length = 2\n");
  world.variables["XDG_CONFIG_HOME"] = world.path("elsewhere");
  CHECK(world.json("config").at("file") == world.path("elsewhere") + "/rel/config.toml");
  world.variables["XDG_CONFIG_HOME"] = "elsewhere";
  CHECK(world.json("config").at("file").is_null());
}

}  // namespace
}  // namespace rel::test
