#include <algorithm>
#include <set>

#include "commands/circle.hpp"

using namespace rel::test;

namespace {

/// The keys of the rows that hold one value; `last_touch` and its like are objects where they are not null.
std::set<std::string> flat_keys(const Json& rows) {
  const std::set<std::string> objects = {"last_conversation", "last_touch"};
  std::set<std::string> keys;
  for (const Json& row : rows) {
    for (const auto& [key, value] : row.items()) {
      if (!value.is_structured() && !objects.contains(key)) keys.insert(key);
    }
  }
  return keys;
}

std::set<std::string> heading(const std::string& tsv) {
  std::istringstream line(tsv.substr(0, tsv.find('\n')));
  std::set<std::string> columns;
  for (std::string column; std::getline(line, column, '\t');) columns.insert(column);
  return columns;
}

/// A command line and the JSON key of its rows.
const std::pair<const char*, const char*> with_rows[] = {
    {"log ann,bo call --heard 'ann: a cat' --promise 'bo: a book by fri' --ask 'ann: fri so?'", "wrote"},
    {"note ann x", "wrote"},
    {"promise ann y --by fri", "wrote"},
    {"snooze ann 2w --why z", "wrote"},
    {"log cy missed", "wrote"},
    {"edit cy --tier 2", "wrote"},
    {"review --done --intend walk", "wrote"},
    {"show ann", "entries"},
    {"show cy", "entries"},
    {"due --as-of 2027-03-01", "items"},
    {"health", "people"},
    {"list", "people"},
    {"find a", "matches"},
    {"prep ann", "open"},
    {"prep ann", "remarks"},
    {"prep ann", "dates"},
    {"undo --list", "commands"},
    {"doctor", "findings"},
    {"undo", "wrote"},
    {"redo", "wrote"},
};

}  // namespace

TEST_CASE("TSV has a column for each flat key of JSON") {
  Circle world;
  world.json("edit ann --birthday 11-28");
  for (const auto& [line, rows] : with_rows) {
    CAPTURE(line);
    const std::set<std::string> keys = flat_keys(world.json(line).at(rows));
    CHECK(!keys.empty());
    if (std::string_view(line) == "undo") world.json("redo");  // so that there is something again
    if (std::string_view(line) == "redo") world.json("undo");
    const std::set<std::string> columns = heading(world(std::string(line) + " --format tsv").out);
    for (const std::string& key : keys) {
      CAPTURE(key);
      CHECK(columns.contains(key));
    }
  }
}

TEST_CASE("an option that is given twice, without its value, or with one that it does not take") {
  Circle world;
  refuses(world, "log ann -m a --note b", 2, "--note: given twice");
  refuses(world, "due -n 1 -n 2", 2, "-n: given twice");
  refuses(world, "log ann --via", 2, "--via: needs a value\ntry: --via CHANNEL");
  refuses(world, "log ann -m -- x", 2, "--note: needs a value");
  refuses(world, "due --format", 2, "--format: needs a value");
  refuses(world, "edit ann --archive=false", 2, "--archive=false: takes no value\ntry: --archive");
  refuses(world, "log ann --note= call", 2, "note: empty");
}

TEST_CASE("a value may look like an option, and a word behind -- like anything") {
  Circle world;
  world.json("log ann -m --real");
  CHECK(world.latest("ann").at("note") == "--real");
  CHECK(world.latest("ann").at("counts").is_null());
  world.run({"note", "bo", "--", "--by", "fri"});
  CHECK(world.latest("bo").at("text") == "--by fri");
  refuses(world, "note bo --by fri", 2, "--by: unknown option");
}

TEST_CASE("unknown options name the nearest") {
  Circle world;
  refuses(world, "log ann --hear x", 2, "--hear: unknown option\ntry: --heard");
  refuses(world, "log ann -3d", 2, "-3d: unknown option\ntry: a word that begins with a dash goes after --");
}

TEST_CASE("global options stand before or behind the command") {
  Circle world;
  CHECK(world("--format json list").out == world("list --format json").out);
  CHECK(world("--format=json list").out == world("list --format json").out);
  CHECK(world("-q log ann").out.empty());
  refuses(world, "list --format xml", 2, "--format xml: not text, json or tsv");
  refuses(world, "list --color x", 2, "--color x: not auto, always or never");
  refuses(world, "log ann --as-of yesterday", 2, "--as-of: only for commands that read");
  refuses(world, "--db '' due", 2, "--db: empty");
}

TEST_CASE("colour: the option, then the environment, then the terminal") {
  Circle world;
  world.at("2026-12-22T09:00");
  const auto coloured = [&](const std::string& line) {
    return world(line).out.find('\033') != std::string::npos;
  };
  world.at_terminal = true;
  CHECK(!coloured("due"));  // TERM is not set
  world.variables["TERM"] = "xterm";
  CHECK(coloured("due"));
  world.variables["NO_COLOR"] = "1";
  CHECK(!coloured("due"));
  CHECK(coloured("due --color always"));
  world.variables["NO_COLOR"] = "";
  CHECK(coloured("due"));
  CHECK(!coloured("due --color never"));
  world.variables["TERM"] = "dumb";
  CHECK(!coloured("due"));
  world.at_terminal = false;
  world.variables["CLICOLOR_FORCE"] = "1";
  CHECK(coloured("due"));
  world.variables["CLICOLOR_FORCE"] = "0";
  CHECK(!coloured("due"));
}

TEST_CASE("tiers, cadences, channels, birthdays and numbers say what they take") {
  Circle world;
  const std::pair<const char*, const char*> mistakes[] = {
      {"add X --tier hihg", "hihg: not a tier: very-high (1), high (2), moderate (3) or none\ntry: high"},
      {"add X --every 7", "7: a number alone has no unit\ntry: 10d or 3w"},
      {"add X --every 0d", "0d: a cadence is at least 1 day"},
      {"add X --real-by call,pigeon", "pigeon: not a channel"},
      {"log ann --via cal", "cal: not a channel\ntry: call"},
      {"log ann --for 30h", "30h: a conversation lasts at most 24 hours"},
      {"log ann --depth x", "--depth x: not one of its values\ntry: small, personal, deep"},
      {"log ann --by you", "--by you: not one of its values\ntry: me, them"},
      {"log ann --others -1", "--others -1: takes a whole number from 0 to 100000"},
      {"edit ann --birthday 2027-01-01", "2027-01-01: lies in the future"},
      {"edit ann --birthday 04/12", "can be"},
      {"edit ann --date wedding", "wedding: a date has a name and a day\ntry: \"wedding 06-14\""},
      {"due --all -n 3", "--all and -n: only one of the two"},
      {"list --tag !", "tag: empty"}};
  for (const auto& [line, message] : mistakes) refuses(world, line, 2, message);
}
