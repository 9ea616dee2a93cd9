#include "commands/circle.hpp"

using namespace rel::test;

namespace {

/// The circle, and Ann once more.
struct Twice : Circle {
  Twice() { json("add 'Annie L.' --tier none --phone '+49 30 123456' --tag Choir --tag work"); }
};

std::string everything(World& world) {
  return world("list --format json").out + world("list --archived --format json").out +
         world("due --all --days 366 --format json").out;
}

}  // namespace

TEST_CASE("merge makes one of two: entries, numbers, names, tags") {
  Twice world;
  const std::string call = world.id("log annie call 45m 2026-11-01");
  const std::string note = world.id("note annie 'allergic to nuts'");
  world.json("log ann call 45m 2026-10-01");
  const Json wrote = world.json("merge ann-lee annie-l").at("wrote");
  CHECK(wrote.at(0).at("kind") == "person");
  CHECK(wrote.at(0).at("handle") == "ann-lee");
  CHECK(wrote.at(1).at("id") == call);
  CHECK(wrote.at(1).at("handles") == Json{"ann-lee"});
  CHECK(wrote.at(2).at("id") == note);
  CHECK(wrote.size() == 3);
  const Json ann = world.person("ann-lee");
  CHECK(ann.at("phones") == Json{"+49 30 123456"});
  CHECK(ann.at("tags") == Json{"choir", "work"});
  CHECK(ann.at("aliases") == Json{"Annie L."});
  CHECK(ann.at("tier") == "very-high");
  CHECK(world.person("annie-l").at("handle") == "ann-lee");
  CHECK(world.entries("ann").size() == 3);
  holds(world("show ann --as-of 2026-11-02").out, "next due Sun 8 Nov 2026");
}

TEST_CASE("one undo makes them two again exactly, and redo one") {
  Twice world;
  world.json("log annie,ann,bo lunch 1h 2026-11-01");
  world.json("snooze annie 2w");
  const std::string before = everything(world);
  world.json("merge ann annie");
  const std::string after = everything(world);
  CHECK(after != before);
  holds(world("undo").out, "merge ann annie");
  CHECK(everything(world) == before);
  world("redo");
  CHECK(everything(world) == after);
}

TEST_CASE("what KEEP has stays, what it has not is filled, and what differs is said") {
  World world;
  world.json("add Ann --tier 2 --birthday 04-12 --purpose 'my sister' --last 2026-09-01");
  world.json(
      "add Anna --tier 1 --birthday 1980-04-13 --every 3w --purpose other --last 2026-10-01"
      " --date 'wedding 06-14' --real-by letter");
  const std::string said = world("merge ann anna").out;
  holds(said, "Anna (anna) is part of Ann (ann) now");
  holds(said, "nothing was logged");
  holds(said, "birthday stays 12 April; anna had 13 April 1980");
  holds(said, "tier stays high; anna had very high");
  holds(said, "why stays my sister; anna had other");
  holds(said, "every 21 days");
  holds(said, "wedding 14 June");
  holds(said, "rel undo makes them two again");
  const Json ann = world.person("ann");
  CHECK(ann.at("tier") == "high");
  CHECK(ann.at("every_days") == 21);
  CHECK(ann.at("purpose") == "my sister");
  CHECK(ann.at("last") == "2026-10-01");
  CHECK(ann.at("real_by") == Json{"letter"});
  CHECK(ann.at("dates").size() == 2);
  CHECK(ann.at("dates").at(0).at("day") == 12);
}

TEST_CASE("tier none counts as none, the earlier beginning counts, a year that is missing is filled") {
  World world;
  world.at("2026-01-05T09:00");
  world.json("add Anna --tier 1 --birthday 1980-04-12");
  world.at("2026-11-21T09:00");
  world.json("add Ann --tier none --birthday 04-12");
  world.json("merge ann anna");
  const Json ann = world.person("ann");
  CHECK(ann.at("tier") == "very-high");
  CHECK(ann.at("added") == "2026-01-05");
  CHECK(ann.at("start") == "2026-01-05");
  CHECK(ann.at("dates").at(0).at("year") == 1980);
}

TEST_CASE("deceased if either is, archived if both are") {
  for (const auto& [keep, other, archived, deceased] :
       {std::tuple("--archive", "", false, false), std::tuple("", "--archive", false, false),
        std::tuple("--archive", "--archive", true, false), std::tuple("", "--deceased", false, true)}) {
    Circle world;
    if (*keep) world.json(std::string("edit bo ") + keep);
    if (*other) world.json(std::string("edit cy ") + other);
    world.json("merge bo cy");
    CHECK(world.person("bo").at("archived") == archived);
    CHECK(world.person("bo").at("deceased") == deceased);
  }
}

TEST_CASE("at a terminal it says what it will do, and asks") {
  for (const char* answer : {"no", "", "maybe", "N"}) {
    Twice world;
    world.at_terminal = true;
    world.answers = {answer};
    const std::string before = world.data();
    const rel::Outcome declined = world("merge ann annie");
    CHECK(declined.out == "Nothing was changed.\n");
    CHECK(declined.exit_code == 1);
    CHECK(world.data() == before);
    REQUIRE(world.questions.size() == 1);
    holds(world.questions.front(), "Annie L. (annie-l) becomes part of Ann Lee (ann-lee)");
    holds(world.questions.front(), "phone +49 30 123456");
  }
  Twice world;
  world.at_terminal = true;
  world.answers = std::deque<std::string>{};
  const std::string before = world.data();
  world("merge ann annie");  // the end of input is no yes
  CHECK(world.data() == before);
  world.answers = {"Yes"};
  const std::string said = world("merge ann annie").out;
  holds(said, "is part of");
  CHECK(said.find("phone") == std::string::npos);  // it was shown already
  CHECK(world.data() != before);
  Twice sure;
  sure.at_terminal = true;
  sure.answers = {"no"};
  holds(sure("merge ann annie --yes").out, "is part of");
  CHECK(sure.questions.empty());
}

TEST_CASE("after a merge the address book makes nobody again") {
  const auto card = [](const std::string& lines) {
    return "BEGIN:VCARD\nVERSION:3.0\n" + lines + "\nEND:VCARD\n";
  };
  const std::string books[] = {
      card("FN:Ann Lee\nUID:u-1\nTEL:+49 30 123456") + card("FN:Annie L.\nUID:u-2\nTEL:+49 30 777777"),
      card("FN:Ann Lee\nUID:u-1\nTEL:+49 30 123456") + card("FN:Ann Lee\nUID:u-2\nTEL:+49 30 777777"),
      card("FN:Ann Lee\nUID:u-1") + card("FN:Ann Lee\nUID:u-2"),
      card("FN:Ann Lee") + card("FN:Annie L.\nUID:u-2\nBDAY:1980-04-12"),
  };
  for (const std::string& book : books) {
    World world;
    world.write("book.vcf", book);
    const std::string import = "import " + world.path("book.vcf");
    world.json(import);
    const Json people = world.json("list").at("people");
    if (people.size() < 2) continue;  // two cards of one person from the beginning
    world.json("merge " + people[0].at("handle").get<std::string>() + " " +
               people[1].at("handle").get<std::string>());
    const Json again = world.json(import);
    CHECK(again.at("new") == 0);
    CHECK(again.at("unchanged") == 2);
  }
}

TEST_CASE("merge names its mistakes") {
  Twice world;
  refuses(world, "merge", 2, "merge: which two?");
  refuses(world, "merge ann", 2, "merge: which two?");
  refuses(world, "merge ann-lee ann-lee", 2, "are one person already");
  refuses(world, "merge ann-lee 'Ann Lee'", 2, "are one person already");
  refuses(world, "merge ann-lee bo cy", 2, "one word too many");
  refuses(world, "merge ann-lee xyzzy", 3, "xyzzy: nobody of that name");
  world.json("add Annika");
  refuses(world, "merge an bo", 3, "several people fit");
  World empty;
  refuses(empty, "merge ann bo", 3, "nobody is in the file yet");
}

TEST_CASE("list --duplicates: pairs with the reason, the one who stays first") {
  Twice world;
  CHECK(world.json("list --duplicates").at("duplicates").empty());
  CHECK(world("list --duplicates").out.empty());
  world.json("edit bo --phone '030 123456'");
  world.json("add 'Cyy Bergmann' --tier none");
  world.json("add 'Cy Bergmann' --tier none");
  const Json pairs = world.json("list --duplicates").at("duplicates");
  REQUIRE(pairs.size() == 1);
  CHECK(pairs.at(0).at("keep") == "bo-berg");
  CHECK(pairs.at(0).at("keep_name") == "Bo Berg");
  CHECK(pairs.at(0).at("other") == "annie-l");
  CHECK(pairs.at(0).at("why") == "phone");
  const std::string text = world("list --duplicates").out;
  holds(text, "the same phone");
  holds(text, "rel merge bo-berg annie-l");
  CHECK(world("list --duplicates --format tsv").out ==
        "keep\tkeep_name\tother\tother_name\twhy\nbo-berg\tBo Berg\tannie-l\tAnnie L.\tphone\n");
  CHECK(world.json("list --duplicates --tag work").at("duplicates").size() == 1);
  CHECK(world.json("list --duplicates --tier 3").at("duplicates").empty());
  refuses(world, "list --duplicates --archived", 2, "--duplicates and --archived: only one of the two");
}

TEST_CASE("of two in a tier the one with more conversations stays") {
  World world;
  world.json("add 'Ann Meier'");
  world.json("add 'Ann Meyer'");
  CHECK(world.json("list --duplicates").at("duplicates").at(0).at("keep") == "ann-meier");
  world.json("log ann-meyer call 45m 2026-11-01");
  CHECK(world.json("list --duplicates").at("duplicates").at(0).at("keep") == "ann-meyer");
}

TEST_CASE("an import points at who may be there twice, and merges nobody") {
  Circle world;
  world.write(
      "book.vcf",
      "BEGIN:VCARD\nVERSION:3.0\nFN:Anne Leh\nEND:VCARD\nBEGIN:VCARD\nVERSION:3.0\nFN:Bo Bergh\nEND:VCARD\n");
  const auto imported = world("import " + world.path("book.vcf"));
  holds(imported.out, "2 new,");
  holds(imported.out, "1 new one may be there twice: rel list --duplicates");
  CHECK(world.json("import " + world.path("book.vcf")).at("duplicates") == 0);
  CHECK(world.json("list --duplicates").at("duplicates").at(0).at("other") == "bo-bergh");
}
