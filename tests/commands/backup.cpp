#include <filesystem>

#include "commands/circle.hpp"
#include "invocation/safety.hpp"

using namespace rel::test;

TEST_CASE("backup makes a copy among the automatic ones, and lists them") {
  Circle world;
  world.json("log ann");
  const Json made = world.json("backup").at("wrote").at(0);
  CHECK(made.at("kind") == "backup");
  CHECK(made.at("file") == world.path("backups/rel-2026-11-21-090000.db"));
  CHECK(made.at("people") == 4);
  CHECK(made.at("entries") == 1);
  const Json listed = world.json("backup --list").at("backups").at(0);
  CHECK(listed.at("file") == made.at("file"));
  CHECK(listed.at("at") == "2026-11-21T09:00");
  CHECK(listed.at("entries") == 1);
  CHECK(listed.at("people") == 4);
  CHECK(listed.at("size") == std::filesystem::file_size(world.path("backups/rel-2026-11-21-090000.db")));
  CHECK(listed.at("verified") == true);
  holds(world("backup --list").out, "1 entry, 4 people");
}

TEST_CASE("a damaged copy is listed as such") {
  Circle world;
  world.json("backup");
  world.write("backups/rel-2026-11-21-090000.db", "garbage");
  const Json listed = world.json("backup --list").at("backups").at(0);
  CHECK(listed.at("verified") == false);
  CHECK(listed.at("entries").is_null());
  holds(world("backup --list").out, "is not a rel file");
}

TEST_CASE("a copy anywhere: a file, or a folder") {
  Circle world;
  std::filesystem::create_directory(world.path("stick"));
  CHECK(world.json("backup " + world.path("copy.db")).at("wrote").at(0).at("file") == world.path("copy.db"));
  CHECK(world.json("backup " + world.path("stick")).at("wrote").at(0).at("file") ==
        world.path("stick/rel.db"));
}

TEST_CASE("refusals") {
  Circle world;
  refuses(world, "backup " + world.path("rel.db"), 2, "is the data file itself");
  refuses(world, "backup ''", 2, "FILE is empty");
  refuses(world, "backup --list x", 2, "--list and FILE");
  refuses(world, "backup " + world.path("no/folder.db"), 5, "No such file");
  world.write("diary.txt", "Dear diary");
  refuses(world, "backup " + world.path("diary.txt"), 4, "is not a rel file");
  World empty;
  refuses(empty, "backup", 4, "there is no such file");
}

TEST_CASE("where there is nothing to copy: 1, without a copy the list is empty") {
  Circle world;
  CHECK(world("backup --list").out.empty());
  for (int n = 0; n < 4; ++n) world.json("undo");
  CHECK(world("backup").exit_code == 1);
}

TEST_CASE("a command that wrote leaves the copy of the day for afterwards, one that read does not") {
  Circle world;
  CHECK_FALSE(world("due").afterwards);
  CHECK_FALSE(world("log xyzzy").afterwards);
  const auto logged = world("log ann");
  REQUIRE(logged.afterwards);
  CHECK(logged.afterwards().empty());
  CHECK(world.json("backup --list").at("backups").size() == 1);
  CHECK(world("log ann").afterwards().empty());
  CHECK(world.json("backup --list").at("backups").size() == 1);
  world.at("2026-11-22T09:00");
  CHECK(world("undo").afterwards().empty());
  CHECK(world.json("backup --list").at("backups").size() == 2);
}

TEST_CASE("a copy of the day that can't be made is said in one line, unless quiet") {
  Circle world;
  world.write("backups", "in the way");
  const std::string said = world("log ann").afterwards();
  CHECK(said.starts_with("rel: no backup was made: "));
  CHECK(said.find('\n') == said.size() - 1);
  CHECK(world("log ann -q").afterwards().empty());
}

TEST_CASE("import makes a copy first") {
  Circle world;
  world.write("book.vcf", "BEGIN:VCARD\nVERSION:3.0\nFN:Ada Kern\nEND:VCARD\n");
  world.json("import " + world.path("book.vcf"));
  CHECK(world.json("backup --list").at("backups").at(0).at("people") == 4);
}

TEST_CASE("an import that is refused leaves no copy behind, and lets none go") {
  Circle world;
  world.write("book.vcf", "BEGIN:VCARD\nVERSION:3.0\nEND:VCARD\n");
  CHECK(world("import " + world.path("book.vcf")).exit_code != 0);
  CHECK_FALSE(std::filesystem::exists(world.path("backups")));
  for (int i = 0; i < 5; ++i) world.json("backup");
  const Json before = world.json("backup --list").at("backups");
  CHECK(world("import " + world.path("book.vcf")).exit_code != 0);
  CHECK(world.json("backup --list").at("backups") == before);
}
