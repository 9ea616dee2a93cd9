#include "commands/circle.hpp"

using namespace rel::test;

TEST_CASE("show has everything about a person, oldest first") {
  Circle world;
  world.json("log ann yesterday 'new job'");
  world.json("note ann 'allergic to nuts' --on 2026-10-01");
  world.json("promise ann 'the book'");
  world.json("snooze ann 2w --why 'moving house'");
  const Json entries = world.entries("ann");
  REQUIRE(entries.size() == 4);
  CHECK(entries[0].at("text") == "allergic to nuts");
  CHECK(entries[1].at("note") == "new job");
  CHECK(entries[2].at("kind") == "promise");
  CHECK(entries[3].at("why") == "moving house");
  for (const Json& entry : entries) CHECK(entry.at("id").get<std::string>().size() == 13);
}

TEST_CASE("show as text names the facts, the entries and their short ids") {
  Circle world;
  world.json("edit ann --phone '+49 30 1' --birthday 1980-04-12 --real-by chat --purpose 'my oldest friend'");
  const std::string id = world.id("log ann 45m 'first line\nsecond line'");
  const std::string text = world("show ann").out;
  for (const char* part :
       {"Ann Lee  ann-lee", "tier very high, every 7 days", "+49 30 1", "birthday 04-12 (1980)", "chat",
        "my oldest friend", "call, 45 min", "first line\n", "second line"}) {
    holds(text, part);
  }
  holds(text, id.substr(0, 4));
  CHECK(text.find(id) == std::string::npos);
}

TEST_CASE("--since and -n cut at the front") {
  Circle world;
  for (const char* day : {"2026-11-01", "2026-11-05", "2026-11-10"})
    world.json("log ann " + std::string(day));
  CHECK(world.json("show ann --since 2026-11-05").at("entries").size() == 2);
  CHECK(world.json("show ann --since '5 nov'").at("entries")[0].at("on") == "2026-11-05");
  CHECK(world.json("show ann -n 1").at("entries")[0].at("on") == "2026-11-10");
  CHECK(world.json("show ann -n 0").at("entries").empty());
  CHECK(world.json("show ann -n 1 --since 2026-11-20").at("entries").empty());
}

TEST_CASE("show takes a name of several words, and --as-of forgets what came later") {
  Circle world;
  world.json("log ann 2026-11-01");
  world.json("log ann 2026-11-10");
  holds(world("show Ann Lee").out, "Ann Lee");
  holds(world("show ann --as-of 2026-11-05").out, "next due Sun 8 Nov 2026");
}

TEST_CASE("show names its mistakes") {
  Circle world;
  refuses(world, "show", 2, "show: whom?");
  refuses(world, "show xyzzy", 3, "xyzzy: nobody of that name");
  refuses(world, "show ann -n -1", 2, "-n -1: takes a whole number");
  World empty;
  CHECK(empty("show ann").exit_code == 3);
}

TEST_CASE("TSV has one line an entry, with line breaks written out") {
  Circle world;
  world.json("log ann 'a\nb\tc\\d'");
  const std::string tsv = world("show ann --format tsv").out;
  CHECK(std::count(tsv.begin(), tsv.end(), '\n') == 2);
  holds(tsv, "a\\nb\\tc\\\\d");
}
