#include <sys/stat.h>

#include <filesystem>

#include "base/errors.hpp"
#include "commands/circle.hpp"
#include "support/circles.hpp"

using namespace rel::test;

namespace {

std::string read(const std::string& path) {
  std::ostringstream bytes;
  bytes << std::ifstream(path, std::ios::binary).rdbuf();
  return bytes.str();
}

void write_circle(World& world, std::uint64_t seed) {
  Random random(seed);
  rel::store::File store = rel::store::File::create(world.path("rel.db"), {});
  fill_circle(store, random, 5);
}

/// Cards in an order of their own: handles are made anew.
std::vector<std::string> sorted_cards(const std::string& cards) {
  std::vector<std::string> all;
  for (std::size_t begin = 0; begin < cards.size();) {
    const std::size_t next = std::min(cards.find("BEGIN:VCARD", begin + 1), cards.size());
    std::istringstream lines(cards.substr(begin, next - begin));
    std::string card;
    for (std::string line, before; std::getline(lines, line); before = line) {
      if (line != before) card += line + '\n';  // a name twice is a name
    }
    all.push_back(card);
    begin = next;
  }
  std::sort(all.begin(), all.end());
  return all;
}

}  // namespace

TEST_CASE("an empty file, and none at all, export an archive of nothing") {
  World world;
  const std::string nothing =
      "{\"schema\":1,\"command\":\"export\",\n\"people\":[],\n\"groups\":[],\n\"contacts\":[],\n\"remarks\":["
      "],\n"
      "\"promises\":[],\n\"snoozes\":[],\n\"reviews\":[]}\n";
  CHECK(world("export").out == nothing);
  CHECK(world.data().empty());
  world("add Ann");
  world("undo");
  CHECK(world("export").out == nothing);
}

TEST_CASE("the archive has every key of the contract, unknown ones as null") {
  World world;
  world("add 'Ann Lee' --tier 1 --phone '+49 30 123456' --birthday 04-12");
  world("log ann call 45m '2026-10-29 19:30' -m 'new job' --by me");
  const Json archive = Json::parse(world("export").out);
  CHECK(archive.at("schema") == 1);
  CHECK(archive.at("command") == "export");
  const Json& ann = archive.at("people").at(0);
  for (const char* key :
       {"handle", "name", "uid", "tier", "every_days", "added", "last", "aliases", "phones", "emails", "tags",
        "dates", "purpose", "real_by", "start", "considered", "archived", "deceased"})
    CHECK(ann.contains(key));
  CHECK(ann.at("every_days").is_null());
  CHECK(ann.at("dates") ==
        Json::parse(R"([{"name": "birthday", "month": 4, "day": 12, "year": null, "imported": false}])"));
  const Json& call = archive.at("contacts").at(0);
  CHECK(call.at("id").get<std::string>().size() == 13);
  CHECK(call.at("with") == Json{"ann-lee"});
  CHECK(call.at("time") == "19:30");
  CHECK(call.at("kind") == "contact");
  CHECK(call.at("counts").is_null());
  CHECK(call.at("source").is_null());
}

TEST_CASE("people stand by handle and entries by id, one on each line") {
  World world;
  for (const char* name : {"Zoe", "Ann", "Mia"}) world("add " + std::string(name));
  world("log zoe call yesterday");
  world("log ann call 3d");
  const std::string archive = world("export").out;
  CHECK(archive.find("\n{\"handle\":\"ann\"") < archive.find("\n{\"handle\":\"mia\""));
  CHECK(archive.find("\n{\"handle\":\"mia\"") < archive.find("\n{\"handle\":\"zoe\""));
  CHECK(archive.find("\"with\":[\"zoe\"]") < archive.find("\"with\":[\"ann\"]"));
  CHECK(world("export").out == archive);
}

TEST_CASE("imported into an empty file it exports again byte for byte the same, on random circles") {
  for (std::uint64_t seed = 1; seed <= 40; ++seed) {
    CAPTURE(seed);
    World there;
    write_circle(there, seed);
    const std::string archive = there("export").out;
    World here;
    here.write("rel.json", archive);
    const Json imported = here.json("import " + here.path("rel.json"));
    CHECK(imported.at("failed") == 0);
    CHECK(imported.at("skipped") == 0);
    REQUIRE(here("export").out == archive);
    CHECK(here.json("import " + here.path("rel.json")).at("new") == 0);
    CHECK(here("export").out == archive);
    CHECK(here("list --format json").out == there("list --format json").out);
    CHECK(here("due --all --days 366 --format json").out == there("due --all --days 366 --format json").out);
    rel::store::File store = rel::store::File::open_to_write(here.path("rel.db"), {}).value();
    Raw raw(here.path("rel.db"));
    CHECK(caches_hold(store, raw));
  }
}

TEST_CASE("tables imported into an empty file are exported again byte for byte the same, on random circles") {
  for (std::uint64_t seed = 1; seed <= 20; ++seed) {
    CAPTURE(seed);
    World there;
    write_circle(there, seed);
    there("export --to csv -o " + there.path("tables/"));
    World here;
    CHECK(here.json("import " + there.path("tables/")).at("failed") == 0);
    here("export --to csv -o " + here.path("tables/"));
    for (const char* table : {"tables/people.csv", "tables/contacts.csv"})
      REQUIRE(read(here.path(table)) == read(there.path(table)));
    CHECK(here.json("import " + there.path("tables/")).at("new") == 0);
  }
}

TEST_CASE("cards imported into an empty file are exported again the same, on random circles") {
  for (std::uint64_t seed = 1; seed <= 40; ++seed) {
    const std::string form = seed % 2 == 0 ? "vcard" : "vcard4";
    CAPTURE(seed);
    World there;
    write_circle(there, seed);
    const std::string cards = there("export --to " + form).out;
    World here;
    here.write("cards.vcf", cards);
    CHECK(here.json("import " + here.path("cards.vcf")).at("new") == 5);
    REQUIRE(sorted_cards(here("export --to " + form).out) == sorted_cards(cards));
    CHECK(here.json("import " + here.path("cards.vcf")).at("unchanged") == 5);
  }
}

TEST_CASE("hostile texts go out and come back to the letter") {
  for (const std::string& text : hostile_texts) {
    if (text.find_first_not_of(" ") == std::string::npos) continue;  // nobody can note nothing
    World there;
    there("add Ann");
    there.input = text;
    there("log ann call -m -");
    World here;
    here.write("rel.json", there("export").out);
    here("import " + here.path("rel.json"));
    CHECK(here("export").out == there("export").out);
  }
}

TEST_CASE("to standard output it goes piece by piece, and ends quietly where nobody reads on") {
  World world;
  world("add Ann");
  for (int i = 0; i < 5; ++i) {
    world.input = std::string(200'000, 'x');
    world("log ann call -m -");
  }
  const std::string whole = world("export").out;
  std::vector<std::string> pieces;
  rel::Env env = world.env();
  env.print = [&](std::string_view text) { pieces.emplace_back(text); };
  rel::Outcome outcome = rel::run({"export"}, env);
  CHECK(outcome.out.empty());
  CHECK(pieces.size() > 2);
  std::string all;
  for (const std::string& piece : pieces) all += piece;
  CHECK(all == whole);

  int printed = 0;
  env.print = [&](std::string_view) {
    ++printed;
    throw rel::ReaderLeft();
  };
  outcome = rel::run({"export"}, env);
  CHECK(outcome.exit_code == 0);
  CHECK(outcome.err.empty());
  CHECK(printed == 1);
  env.print = [](std::string_view) { throw rel::IoError("standard output: can't be written"); };
  outcome = rel::run({"export"}, env);
  CHECK(outcome.exit_code == 5);
  holds(outcome.err, "rel: standard output: ");
}

TEST_CASE("a terminal is shown no raw control character, a file gets every byte") {
  World world;
  world.write("e.vcf",
              "BEGIN:VCARD\nVERSION:3.0\nFN:E\x1b]0;pwn\x07 A\xc2\x9b"
              "31m B\nEND:VCARD\n");
  world.json("import e.vcf");
  const std::string bytes = world("export --to vcard").out;
  CHECK(bytes.find('\x1b') != std::string::npos);
  world.at_terminal = true;
  for (const char* form : {"vcard", "vcard4", "csv", "ics", "json"}) {
    CAPTURE(form);
    const std::string shown = world("export --to " + std::string(form)).out;
    CHECK(shown.find_first_of("\x1b\x07\r") == std::string::npos);
  }
  world("log e 20m 2026-01-05");
  world("edit e --tier 1");
  const std::string due = world("due --format ics").out;
  holds(due, "A\\u{9b}31m B");
  CHECK(due.find_first_of("\x1b\r") == std::string::npos);
  CHECK(due.find("\xc2\x9b") == std::string::npos);
  holds(world("export --to vcard").out, "FN:E\\u{1b}]0");
}

TEST_CASE("--as-of leaves out what came later") {
  World world;
  world("add Ann");
  world("log ann call 2026-11-01");
  world("log ann call 2026-11-15");
  CHECK(Json::parse(world("export --as-of 2026-11-10").out).at("contacts").size() == 1);
}

TEST_CASE("what goes to standard output has the form that --to says") {
  World world;
  CHECK(world("export --format json").out == world("export").out);
  refuses(world, "export --format tsv", 2, "--format tsv: not for what is exported\ntry: --to csv");
  refuses(world, "export --to csv --format json -o -", 2, "--to and --format json: only one of the two");
}

TEST_CASE("a file is for its owner alone and replaces the one before, a folder gets a name of ours") {
  World world;
  world("add Ann");
  const auto wrote = world.json("export -o " + world.path("out.json"));
  CHECK(wrote.at("wrote").at(0).at("path") == world.path("out.json"));
  struct stat status {};
  REQUIRE(stat(world.path("out.json").c_str(), &status) == 0);
  CHECK((status.st_mode & 0777) == 0600);
  world("add Bo");
  holds(world("export -o " + world.path("out.json")).out, "2 people written to ");
  CHECK(read(world.path("out.json")) == world("export").out);
  world("export -o " + world.path("new/"));
  CHECK(read(world.path("new/rel.json")) == world("export").out);
  CHECK(world("export -o " + world.path("new") + " -q").out.empty());
  CHECK(world("export -o -").out == world("export").out);
}

TEST_CASE("a link is followed, what is no file is left alone") {
  World world;
  world("add Ann");
  world.write("real.json", "old");
  std::filesystem::create_symlink(world.path("real.json"), world.path("link.json"));
  world("export -o " + world.path("link.json"));
  CHECK(std::filesystem::is_symlink(world.path("link.json")));
  CHECK(read(world.path("real.json")) == world("export").out);
  std::filesystem::create_symlink(world.path("nowhere"), world.path("dangling"));
  refuses(world, "export -o " + world.path("dangling"), 5, "a link to nothing");
  refuses(world, "export -o /dev/full", 5, "not a regular file");
  refuses(world, "export -o " + world.path("rel.db"), 5, "is the data file itself");
  refuses(world, "export -o " + world.path("no/such/place.json"), 5, "No such file");
  refuses(world, "export --to xml", 2, "--to xml: not a form that rel writes");
  refuses(world, "export --output ''", 2, "--output: empty");
  refuses(world, "export ann", 2, "ann");
  for (const auto& entry : std::filesystem::directory_iterator(world.path(".")))
    CHECK(entry.path().string().find("json.") == std::string::npos);  // no draft stays behind
}
