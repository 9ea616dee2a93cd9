#include "commands/world.hpp"

namespace rel::test {
namespace {

std::string completed(World& world, std::vector<std::string> words) {
  words.insert(words.begin(), {"__complete", "--"});
  const Outcome outcome = world.run(words);
  CHECK(outcome.exit_code == 0);
  CHECK(outcome.err.empty());
  return outcome.out;
}

TEST_CASE("people are found by any beginning of a name, and stand as handles") {
  World world;
  world("add 'Zoë Bonnet'");
  world("add 'Bo Chen' --alias 'Chef'");
  CHECK(completed(world, {"log", "zo"}) == "zoe-bonnet\tZoë Bonnet\n");
  CHECK(completed(world, {"log", "Zoë"}) == "zoe-bonnet\tZoë Bonnet\n");
  CHECK(completed(world, {"log", "bonn"}) == "zoe-bonnet\tZoë Bonnet\n");
  CHECK(completed(world, {"log", "chef"}) == "bo-chen\tBo Chen\n");
  CHECK(completed(world, {"log", "bo-chen,z"}) == "bo-chen,zoe-bonnet\tZoë Bonnet\n");
  CHECK(completed(world, {"log", "xyz"}).empty());
  CHECK(completed(world, {"log", ""}) == "bo-chen\tBo Chen\nzoe-bonnet\tZoë Bonnet\n");
  CHECK(world("__complete people").out == completed(world, {"log", ""}));
}

TEST_CASE("archived people come last, and only where nobody else is meant") {
  World world;
  world("add 'Ann Lee'");
  world("add 'Anna Old'");
  world("edit anna --archive");
  CHECK(completed(world, {"log", "an"}) == "ann-lee\tAnn Lee\n");
  CHECK(completed(world, {"edit", "anna"}) == "anna-old\tAnna Old\n");
}

TEST_CASE("entries are offered with what they are, done has only what is open") {
  World world;
  world("add Ann");
  const std::string book = world.id("promise ann 'the book\n\tand a lamp'").substr(0, 4);
  const std::string kept = world.id("promise ann 'the film'").substr(0, 4);
  world("done " + kept);
  const std::string missed = world.id("log ann missed").substr(0, 4);
  const std::string call = world.id("log ann call yesterday").substr(0, 4);
  const std::string open = completed(world, {"done", ""});
  CHECK(open.starts_with(missed + "\tAnn: missed their call"));
  holds(open, "\n" + book + "\tyou promised Ann: ");
  holds(open, "the book  and a lamp\n");
  CHECK(std::count(open.begin(), open.end(), '\n') == 3);
  holds(open, "ann\tAnn\n");
  const std::string all = completed(world, {"remove", ""});
  for (const std::string& id : {book, kept, missed, call}) holds(all, id + "\t");
  CHECK(completed(world, {"remove", call}).starts_with(call));
}

TEST_CASE("tags come from the file, once each") {
  World world;
  world("add Ann --tag choir --tag 'old friends'");
  world("add Bo --tag choir");
  CHECK(completed(world, {"due", "--tag", ""}) == "choir\t\nold friends\t\n");
  CHECK(completed(world, {"due", "--tag", "!o"}) == "!old friends\t\n");
}

TEST_CASE("hostile names are harmless") {
  World world;
  world("note ann x");
  world.write("a.vcf", "BEGIN:VCARD\nVERSION:3.0\nFN:Evil \x1b]0;x\x07 Eve\nEND:VCARD\n");
  world("import " + world.path("a.vcf"));
  const std::string shown = completed(world, {"log", ""});
  CHECK(shown.find('\x1b') == std::string::npos);
  CHECK(std::count(shown.begin(), shown.end(), '\n') == 1);
}

TEST_CASE("what can't be written as it is, or would mean something else, is not offered") {
  World world;
  world.write("a.json",
              R"json({"people":[{"name":"Ann","tags":["red\u2028$(x)","re\u009bd","ready",":files"]}]})json");
  world("import " + world.path("a.json"));
  CHECK(completed(world, {"list", "--tag", "re"}) == "ready\t\n");
  CHECK(completed(world, {"list", "--tag", ":"}) == ":files\t\n");
  CHECK(completed(world, {"import", ""}) == ":files\n");
}

TEST_CASE("bash gets what it puts into its line") {
  World world;
  world("add Ann --tag 'old friends' --tag 'rock & roll'");
  const auto for_bash = [&](const std::string& line, const std::string& replaced) {
    return world.run({"__complete", "--bash", "--", line, replaced}).out;
  };
  CHECK(for_bash("rel list --tag o", "o") == "old\\ friends\t\n");
  CHECK(for_bash("rel list --tag=\"!ro", "!ro") == "\"\"\\!\"rock & roll\"\t\n");
  CHECK(for_bash("rel import $HOME/", "$HOME/") == ":files\n");
  CHECK(for_bash("rel list --tag $HOME", "$HOME").empty());
  CHECK(for_bash("rel list --tag o; rm ", "").empty());
  CHECK(world.run({"__complete", "--bash", "--", "rel list"}).out.empty());
}

TEST_CASE("completion is not part of help") {
  World world;
  CHECK(world("help --all").out.find("__complete") == std::string::npos);
  CHECK(completed(world, {"__"}).empty());
}

TEST_CASE("no trouble is ever spoken of, and nothing is made") {
  World world;
  CHECK(completed(world, {"log", ""}).empty());
  CHECK(world.data().empty());
  world.write("rel.db", "no data file");
  CHECK(completed(world, {"log", ""}).empty());
}

}  // namespace
}  // namespace rel::test
