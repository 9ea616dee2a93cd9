#include "commands/circle.hpp"

using namespace rel::test;

namespace {

std::string card(const std::string& lines) {
  return "BEGIN:VCARD\nVERSION:3.0\n" + lines + "\nEND:VCARD\n";
}

/// A world in which an address book is imported.
struct Book : World {
  rel::Outcome import(const std::string& cards, const std::string& options = "") {
    write("book.vcf", cards);
    return (*this)("import " + path("book.vcf") + " " + options);
  }
  Json import_json(const std::string& cards, const std::string& options = "") {
    write("book.vcf", cards);
    return json("import " + path("book.vcf") + " " + options);
  }
  std::size_t people() { return json("list").at("people").size(); }
};

/// The numbers of an import in the order new, updated, unchanged, skipped, failed.
std::vector<int> counts(const Json& import) {
  std::vector<int> numbers;
  for (const char* key : {"new", "updated", "unchanged", "skipped", "failed"})
    numbers.push_back(import.at(key));
  return numbers;
}

using Counts = std::vector<int>;

const std::string ada =
    card("FN:Ada Kern\nUID:u-1\nTEL:+49 30 123456\nEMAIL:ada@kern.org\nBDAY:1980-04-12\nCATEGORIES:choir");
const std::string bea = card("FN:Bea Lund\nTEL:+49 30 777777");
const std::string nameless = card("TEL:");

}  // namespace

TEST_CASE("new people are in no tier, with all that their cards say") {
  Book world;
  const auto imported = world.import(ada + bea);
  CHECK(imported.out.starts_with("2 new, 0 updated, 0 unchanged, 0 skipped, 0 failed\n"));
  holds(imported.out, "rel edit");
  const Json person = world.person("ada");
  CHECK(person.at("tier") == "none");
  CHECK(person.at("uid") == "u-1");
  CHECK(person.at("phones") == Json{"+49 30 123456"});
  CHECK(person.at("emails") == Json{"ada@kern.org"});
  CHECK(person.at("tags") == Json{"choir"});
  CHECK(person.at("dates")[0].at("name") == "birthday");
  CHECK(world.json("due --days 366").at("waiting") == 0);
}

TEST_CASE("importing twice adds nothing and is no step") {
  Book world;
  world.import(ada + bea);
  const std::string before = world.data();
  CHECK(counts(world.import_json(ada + bea)) == Counts{0, 0, 2, 0, 0});
  CHECK(world.data() == before);
}

TEST_CASE("a card belongs to its UID, else its phone or e-mail, else its name") {
  const std::pair<const char*, std::string> same[] = {
      {"UID", card("FN:Someone Else\nUID:u-1\nTEL:+49 30 999999")},
      {"phone, spelled otherwise", card("FN:Someone Else\nTEL:0049-30-123456")},
      {"e-mail, in capitals", card("FN:Someone Else\nEMAIL:ADA@KERN.ORG")},
      {"name, folded", card("FN:ADA  KERN\nTEL:+49 30 555555")}};
  for (const auto& [what, cards] : same) {
    CAPTURE(what);
    Book world;
    world.import(ada);
    CHECK(counts(world.import_json(cards)) == Counts{0, 1, 0, 0, 0});
    CHECK(world.people() == 1);
  }
}

TEST_CASE("what two people share recognises neither") {
  Book world;
  world.import(card("FN:Ada Kern\nTEL:+49 30 123456") + card("FN:Bea Lund\nTEL:+49 30 888888"));
  world.json("edit bea --phone '+49 30 123456'");
  CHECK(counts(world.import_json(card("FN:Cleo\nTEL:+49 30 123456"))) == Counts{1, 0, 0, 0, 0});
}

TEST_CASE("short numbers and names without letters are not mistaken for one another") {
  Book world;
  world.import(card("FN:Desk\nTEL:110\nTEL:112\nNICKNAME:👍,👎"));
  CHECK(world.person("desk").at("phones") == Json{"110", "112"});
  CHECK(world.person("desk").at("aliases") == Json{"👍", "👎"});
}

TEST_CASE("what was typed is never overwritten, a known person only grows") {
  Book world;
  world.json(
      "add 'Ada Kern' --tier 1 --phone '+49 30 123456' --birthday 1981-05-13 --purpose friend --tag work");
  CHECK(counts(world.import_json(ada)) == Counts{0, 1, 0, 0, 0});
  const Json person = world.person("ada");
  CHECK(person.at("tier") == "very-high");
  CHECK(person.at("purpose") == "friend");
  CHECK(person.at("phones") == Json{"+49 30 123456"});
  CHECK(person.at("emails") == Json{"ada@kern.org"});
  CHECK(person.at("tags") == Json{"work", "choir"});
  REQUIRE(person.at("dates").size() == 1);
  CHECK(person.at("dates")[0].at("year") == 1981);
}

TEST_CASE("--tier puts new people into the circle, and only them") {
  Book world;
  world.json("add 'Bea Lund' --tier none");
  world.import(ada + bea, "--tier 2");
  CHECK(world.person("ada").at("tier") == "high");
  CHECK(world.person("bea").at("tier") == "none");
  refuses(world, "import " + world.path("book.vcf") + " --tier 9", 2, "9: not a tier");
}

TEST_CASE("--only takes names that hold a word or a part, or match a pattern") {
  const std::pair<const char*, int> patterns[] = {
      {"ADA", 1},   {"kern", 1}, {"un", 1}, {"a*", 1}, {"*a*", 2}, {"?da*", 1}, {"'kern' --only lund", 2},
      {"xyzzy", 0}, {"*", 2}};
  for (const auto& [pattern, taken] : patterns) {
    CAPTURE(pattern);
    Book world;
    CHECK(counts(world.import_json(ada + bea, "--only " + std::string(pattern))) ==
          Counts{taken, 0, 0, 2 - taken, 0});
  }
}

TEST_CASE("--dry-run says what it would do and makes no file") {
  Book world;
  CHECK(world.import(ada + bea, "--dry-run").out.starts_with("would be: 2 new, "));
  CHECK(world.data().empty());
  world.import(ada);
  const std::string before = world.data();
  CHECK(counts(world.import_json(ada + bea, "--dry-run")) == Counts{1, 0, 1, 0, 0});
  CHECK(world.data() == before);
}

TEST_CASE("of a file that is half good the good half is taken and the rest said, --strict refuses it") {
  Book world;
  world.write("book.vcf", ada + nameless + nameless);
  refuses(world, "import " + world.path("book.vcf") + " --strict", 2,
          "book.vcf:10: has no name (and 1 more)");
  const auto said = world("import " + world.path("book.vcf"));
  CHECK(said.exit_code == 0);
  CHECK(said.out.starts_with("1 new, 0 updated, 0 unchanged, 0 skipped, 2 failed\n"));
  holds(said.out, "failed: ");
  holds(said.err, "left out, because it can't be read: ");
  CHECK(counts(world.json("import " + world.path("book.vcf") + " --keep-going")) == Counts{0, 0, 1, 0, 2});
  world.write("none.vcf", nameless);
  refuses(world, "import " + world.path("none.vcf"), 2, "none.vcf:1: has no name");
}

TEST_CASE("a folder is all its files, one undo takes the whole import back") {
  Book world;
  std::filesystem::create_directory(world.path("cards"));
  world.write("cards/a.vcf", ada);
  world.write("cards/b.vcf", bea);
  world.write("cards/.hidden", "not a card");
  CHECK(counts(world.json("import " + world.path("cards"))) == Counts{2, 0, 0, 0, 0});
  world.json("undo");
  CHECK(world.people() == 0);
}

TEST_CASE("what can't be imported") {
  Book world;
  world.json("add Ann");
  world.write("text.txt", "Name,Phone\n");
  refuses(world, "import", 2, "import: which file?");
  refuses(world, "import " + world.path("nowhere.vcf"), 5, "no such file");
  refuses(world, "import " + world.path("text.txt"), 2, "holds no people");
  refuses(world, "import " + world.path("text.txt") + " --from vcard", 2, "holds no cards");
  refuses(world, "import " + world.path("rel.db"), 2, "is a database, not an export");
  refuses(world, "import " + world.path("text.txt") + " --from xml", 2,
          "--from xml: not a format that rel reads");
}

TEST_CASE("an option that none of the files has a use for is refused, with both named") {
  Circle world;
  world.write("x.vcf", "BEGIN:VCARD\nVERSION:3.0\nFN:Ann Roe\nEND:VCARD\n");
  world.write("x.csv", "who,on\nann-lee,2026-11-01\n");
  const auto import = [&](const std::string& words) {
    std::string line = "import";
    for (const std::string& word : words_of(words))
      line += ' ' + (word.starts_with("x.") ? world.path(word) : word);
    return line;
  };
  for (const char* option : {"--map who=Name", "--map nonsense", "--me Ann", "--as A=ann", "--meetings"})
    refuses(world, import(std::string("x.vcf ") + option), 2, std::string(option) + ": not for ");
  refuses(world, import("x.csv --me Ann"), 2, "--me Ann: not for ");
  refuses(world, import("x.vcf --me Ann"), 2, "x.vcf (vCard)");
  refuses(world, import("x.vcf --me \xff"), 2, "--me");
  CHECK(world(import("x.vcf x.csv --dates dmy")).exit_code == 0);
}
