#include "input/writing.hpp"

#include "commands/circle.hpp"

using namespace rel::test;

namespace {

/// Every choice of one word or none from each of the groups.
std::vector<std::string> choices(const std::vector<std::vector<std::string>>& groups) {
  std::vector<std::string> lines = {""};
  for (const std::vector<std::string>& group : groups) {
    std::vector<std::string> longer;
    for (const std::string& line : lines) {
      longer.push_back(line);
      for (const std::string& word : group) longer.push_back(line + ' ' + word);
    }
    lines = std::move(longer);
  }
  return lines;
}

bool accepted(World& world, const std::string& line) {
  const rel::Outcome outcome = world(line);
  CHECK((outcome.exit_code == 0 || outcome.exit_code == 2));
  // What changed nothing is no step: then another was undone.
  if (outcome.saved && world("undo").out.find("undone: rel " + line.substr(0, 4)) == std::string::npos)
    world.json("redo");
  return outcome.exit_code == 0;
}

/// Whether a command that writes an entry and an edit of one take the same: both, or neither.
void alike(World& world, const std::string& write, const std::string& edit) {
  CAPTURE(write);
  CAPTURE(edit);
  CHECK(accepted(world, write) == accepted(world, edit));
}

}  // namespace

TEST_CASE("edit takes of a contact what log takes") {
  Circle world;
  const std::string id = world.id("log ann");
  for (const std::string& words : choices({{"tried", "missed", "owe", "voicemail"},
                                           {"--by me", "--by them"},
                                           {"20m"},
                                           {"--real", "--touch"},
                                           {"--depth deep"}}))
    alike(world, "log ann" + words, "edit " + id + words + " --others 1");
  for (const char* words : {"chat", "tomorrow", "2025-02-29", "--on today", "--others -1", "-m ''", "-m ' '"})
    alike(world, std::string("log ann ") + words, "edit " + id + ' ' + words);
}

TEST_CASE("edit takes of a missed call, a try and a reply owed what log takes with these words") {
  for (const std::string kind : {"tried", "missed", "owe"}) {
    Circle world;
    const std::string id = world.id("log ann " + kind);
    for (const char* words : {"--by me", "--by them", "--depth small", "chat"})
      alike(world, "log ann " + kind + ' ' + words, "edit " + id + ' ' + words);
  }
}

TEST_CASE("edit takes of remarks, promises and snoozes what the commands for them take") {
  Circle world;
  const std::string remark = world.id("note ann x");
  const std::string promise = world.id("promise ann x");
  const std::string snooze = world.id("snooze ann 2w");
  const std::string meeting = world.id("snooze ann 2w --agreed x");
  for (const std::string day :
       {"yesterday", "today", "tomorrow", "2w", "2025-02-29", "9999-01-01", "2026-11-02", "x"}) {
    alike(world, "note ann x --on " + day, "edit " + remark + " --on " + day);
    alike(world, "note ann x --ask '" + day + " y'", "edit " + remark + " --ask '" + day + " y'");
    alike(world, "promise ann x --by " + day, "edit " + promise + " --by " + day);
    alike(world, "snooze ann " + day, "edit " + snooze + " --on " + day);
    alike(world, "snooze ann " + day + " --agreed x", "edit " + meeting + " --on " + day);
  }
  for (const std::string text : {"''", "' '", "x", "-"}) {
    alike(world, "note ann " + text, "edit " + remark + " -m " + text);
    alike(world, "promise ann " + text, "edit " + promise + " -m " + text);
    alike(world, "snooze ann 2w --why " + text, "edit " + snooze + " --why " + text);
  }
}

TEST_CASE("what was said of a contact before yields to a kind that does not allow it") {
  Circle world;
  const std::string id = world.id("log ann 45m --by them --depth deep --real");
  world.json("edit " + id + " tried");
  CHECK(world.latest("ann").at("by").is_null());
  CHECK(world.latest("ann").at("minutes").is_null());
  world.json("edit " + id + " missed");
  CHECK(world.latest("ann").at("by") == "them");
  refuses(world, "edit " + id + " --by me", 2, "missed, --by me: they tried");
  world.json("edit " + id + " 20m");
  CHECK(world.latest("ann").at("kind") == "contact");
}

TEST_CASE("what an archive brought may stay as it is, and can be mended") {
  World world;
  world.write("a.json", R"({"people": [{"name": "Ann", "handle": "ann"}],
    "contacts": [{"with": ["ann"], "on": "2026-11-01", "kind": "tried", "by": "them"},
                 {"with": ["ann"], "on": "2026-11-02"}],
    "promises": [{"handle": "ann", "text": "x", "given": "2026-11-09", "by": "2026-11-03"}],
    "snoozes": [{"handle": "ann", "on": "2026-11-10", "until": "2026-11-10"}]})");
  world.json("import " + world.path("a.json"));
  for (const Json& entry : world.entries("ann")) {
    const std::string id = entry.at("id");
    world.json("edit " + id + " -m y");
    Json after = world.json("show ann").at("entries");
    const auto found =
        std::find_if(after.begin(), after.end(), [&](const Json& one) { return one.at("id") == id; });
    REQUIRE(found != after.end());
    for (const char* key : {"by", "kind", "minutes", "until", "given"}) {
      if (entry.contains(key)) CHECK(found->at(key) == entry.at(key));
    }
  }
  const std::string id = world.entries("ann")[0].at("id");
  world.json("edit " + id + " --by me");
  refuses(world, "edit " + id + " --by them", 2, "tried, --by them: you tried");
}
