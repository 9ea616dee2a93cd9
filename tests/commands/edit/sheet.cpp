#include <set>

#include "commands/circle.hpp"

using namespace rel::test;

namespace {

/// An address book of so many strangers.
std::string address_book(int people) {
  std::string cards;
  for (int n = 1; n <= people; ++n) {
    cards += "BEGIN:VCARD\nVERSION:3.0\nFN:Stranger " + std::to_string(n) + "\nEND:VCARD\n";
  }
  return cards;
}

std::string replaced(std::string text, const std::string& from, const std::string& to) {
  const std::size_t at = text.find(from);
  REQUIRE(at != std::string::npos);
  return text.replace(at, from.size(), to);
}

}  // namespace

TEST_CASE("the sheet has one line a person: tier every last handle # name") {
  Circle world;
  world.json("edit bo --every 3w --last 2026-10-29");
  std::string sheet;
  world.editor = [&](const std::string& text) { return sheet = text; };
  CHECK(world("edit").out == "nothing changed\nyour circle: 3 people, about 77 minutes a week\n");
  holds(sheet, "\nvery-high  -      -           ann-lee # Ann Lee\n");
  holds(sheet, "\nhigh       21d    2026-10-29  bo-berg # Bo Berg\n");
  holds(sheet, "\nnone       -      -           tom     # Tom\n");
  CHECK(sheet.starts_with("# "));
}

TEST_CASE("what the lines say is done, as one step") {
  Circle world;
  world.input =
      "# a comment\n"
      "\n"
      "1     -    29 oct      bo-berg\n"
      "none  -    -           cy       # Cy\n"
      "2     10d  3w          tom\n";
  CHECK(world("edit -").out.starts_with("3 lines changed\n"));
  CHECK(world.person("bo").at("tier") == "very-high");
  CHECK(world.person("bo").at("last") == "2026-10-29");
  CHECK(world.person("cy").at("tier") == "none");
  CHECK(world.person("tom").at("every_days") == 10);
  CHECK(world.person("tom").at("last") == "2026-10-31");
  CHECK(world.person("ann").at("tier") == "very-high");
  world.json("undo");
  CHECK(world.person("tom").at("tier") == "none");
  CHECK(world.person("cy").at("tier") == "moderate");
}

TEST_CASE("only lines that were changed say something: what another command did meanwhile stays") {
  Circle world;
  world.editor = [&](const std::string& text) {
    world.json("edit bo --tier 1");
    return replaced(text, "moderate   -      -           cy ", "none       -      -           cy ");
  };
  CHECK(world("edit").out.starts_with("1 line changed\n"));
  CHECK(world.person("bo").at("tier") == "very-high");
  CHECK(world.person("cy").at("tier") == "none");
  world.editor = [&](const std::string& text) {
    world.json("edit bo --tier 2");
    return replaced(text, "very-high  -      -           bo-berg", "moderate   -      -           bo-berg");
  };
  const auto refused = world("edit");
  CHECK(refused.exit_code == 2);
  holds(refused.err, "bo-berg: was changed by another command");
  CHECK(world.person("bo").at("tier") == "high");
}

TEST_CASE("--tier and --tag choose whom the sheet shows") {
  Circle world;
  std::string sheet;
  world.editor = [&](const std::string& text) { return sheet = text; };
  world("edit --tier none");
  holds(sheet, "# Tom\n");
  CHECK(sheet.find("Ann") == std::string::npos);
  world("edit --tag choir --tag !work");
  holds(sheet, "# Ann Lee\n");
  CHECK(sheet.find("Bo") == std::string::npos);
}

TEST_CASE("a sheet from standard input changes nobody whom --tier and --tag leave out") {
  Circle world;
  world.input = "3 - - ann-lee\n3 - - bo-berg\n";
  refuses(world, "edit - --tag !work", 2, "bo-berg: is none of those whom --tier and --tag select");
  CHECK(world("edit - --tag choir").out.starts_with("2 lines changed\n"));
}

TEST_CASE("a line that can't be understood is named by its number, and nothing is changed") {
  Circle world;
  const std::pair<const char*, const char*> mistakes[] = {
      {"2 - - bo-berg\n9 - - ann-lee\n", "line 2: 9: not a tier"},
      {"1 0d - ann-lee\n", "line 1: 0d: a cadence is at least 1 day"},
      {"1 - 2027-01-01 ann-lee\n", "is still to come"},
      {"1 - ann-lee\n", "line 1: four columns are needed: tier every last handle"},
      {"1 - - ann-lee\n2 - - ann-lee\n", "line 2: ann-lee stands on two lines"}};
  for (const auto& [sheet, message] : mistakes) {
    world.input = sheet;
    refuses(world, "edit -", 2, message);
  }
  world.input = "2 - - bo-berg\n1 - - nobody\n";
  refuses(world, "edit -", 3, "nobody: no such handle");
  CHECK(world.person("bo").at("tier") == "high");
}

TEST_CASE("a sheet that was refused in the editor is kept as a draft") {
  Circle world;
  world.editor = [](const std::string& text) { return replaced(text, "very-high  -", "very-hihg  -"); };
  const auto refused = world("edit");
  CHECK(refused.exit_code == 2);
  const std::size_t at = refused.err.find("your draft is kept: ");
  REQUIRE(at != std::string::npos);
  const std::string path = refused.err.substr(at + 20, refused.err.size() - at - 21);
  CHECK(std::filesystem::exists(path));
  CHECK(std::filesystem::status(path).permissions() ==
        (std::filesystem::perms::owner_read | std::filesystem::perms::owner_write));
}

TEST_CASE("six hundred strangers become a circle of thirty in one session, and one undo takes it back") {
  World world;
  world.write("book.vcf", address_book(600));
  world.json("import " + world.path("book.vcf"));
  CHECK(world.json("due --days 366").at("items").empty());
  world.editor = [](std::string text) {
    for (int n = 1; n <= 30; ++n) {
      // The columns are as wide as the longest handle, so a line is found by its name.
      const std::size_t name = text.find("# Stranger " + std::to_string(n) + "\n");
      REQUIRE(name != std::string::npos);
      const std::size_t line = text.rfind('\n', name) + 1;
      text.replace(line, 4, n <= 5 ? "1   " : n <= 15 ? "2   " : "3   ");
    }
    return text;
  };
  const auto edited = world("edit");
  CHECK(world.editor_sessions == 1);
  CHECK(edited.out.starts_with("30 lines changed\nyour circle: 30 people, "));

  // Nothing is known of them: they come one after the other, not all on one day.
  std::set<std::string> starts;
  int in_tier_3 = 0;
  const Json list = world.json("list --tier 3");
  for (const Json& person : list.at("people")) {
    ++in_tier_3;
    const std::string start = person.at("start");
    CHECK(start <= "2026-11-21");
    CHECK(start > "2026-08-23");  // not further back than their 90 days
    starts.insert(start);
  }
  CHECK(in_tier_3 == 15);
  CHECK(starts.size() == 15);

  CHECK(world.json("undo").at("wrote")[0].at("command") == "edit");
  CHECK(world.json("list --tier none").at("people").size() == 600);
}

TEST_CASE("a column of the sheet that was not changed is not looked at") {
  World world;
  world.write(
      "a.json",
      R"({"people": [{"name": "Ann", "handle": "ann", "last": "2027-01-01", "tier": "high", "start": null}]})");
  world.json("import " + world.path("a.json"));
  const Json before = world.person("ann");
  CHECK(world("edit").exit_code == 0);
  CHECK(world.person("ann") == before);
  world.editor = [](const std::string& text) { return replaced(text, "\nhigh  ", "\nnone  "); };
  world.json("edit");
  CHECK(world.person("ann").at("tier") == "none");
  CHECK(world.person("ann").at("last") == "2027-01-01");
  world.editor = [](const std::string& text) { return replaced(text, "2027-01-01", "2027-01-02"); };
  refuses(world, "edit", 2, "2027-01-02");
}
