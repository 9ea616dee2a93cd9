#include "commands/circle.hpp"

using namespace rel::test;

namespace {

std::vector<std::string> handles(const Json& list) {
  std::vector<std::string> all;
  for (const Json& person : list.at("people")) all.push_back(person.at("handle"));
  return all;
}

using Handles = std::vector<std::string>;

}  // namespace

TEST_CASE("list has everyone who is not archived, by tier, then by name") {
  Circle world;
  world.json("add Abe");
  world.json("edit tom --archive");
  CHECK(handles(world.json("list")) == Handles{"ann-lee", "bo-berg", "abe", "cy"});
  CHECK(handles(world.json("list --archived")) == Handles{"tom"});
  world.json("edit cy --deceased");
  CHECK(handles(world.json("list --archived")) == Handles{"cy", "tom"});
}

TEST_CASE("list is chosen by tier and tag") {
  Circle world;
  CHECK(handles(world.json("list --tier 1")) == Handles{"ann-lee"});
  CHECK(handles(world.json("list --tier 1 --tier none")) == Handles{"ann-lee", "tom"});
  CHECK(handles(world.json("list --tag choir")) == Handles{"ann-lee", "bo-berg"});
  CHECK(handles(world.json("list --tag choir --tag work")) == Handles{"bo-berg"});
  CHECK(handles(world.json("list --tag !choir")) == Handles{"cy", "tom"});
  CHECK(handles(world.json("list --tag nothing")).empty());
  refuses(world, "list --tier 4", 2, "4: not a tier");
  refuses(world, "list ann", 2, "ann: one word too many for list");
}

TEST_CASE("list as text and TSV has a heading and a line a person") {
  Circle world;
  const auto text = world("list").out;
  CHECK(text.starts_with("handle"));
  CHECK(std::count(text.begin(), text.end(), '\n') == 5);
  const auto tsv = world("list --format tsv").out;
  CHECK(tsv.starts_with("handle\tname\t"));
  CHECK(std::count(tsv.begin(), tsv.end(), '\n') == 5);
}

TEST_CASE("an empty list prints nothing to a program, and what to do to a person") {
  World world;
  CHECK(world("list").out.empty());
  world.at_terminal = true;
  holds(world("list").out, "Nobody is in the file yet: rel add");
  world.json("add Ann");
  holds(world("list --tier 1").out, "Nobody fits.");
}

TEST_CASE("stale remarks are those that nobody came back to for a year") {
  Circle world;
  const auto texts = [&](const std::string& line) {
    std::vector<std::string> all;
    for (const Json list = world.json(line); const Json& remark : list.at("remarks"))
      all.push_back(remark.at("text"));
    return all;
  };
  using Texts = std::vector<std::string>;
  world.json("note bo old --on 2024-01-01");
  world.json("note ann ancient --on 2023-05-05");
  world.json("note ann 'a year ago' --on 2025-11-21");
  world.json("note ann younger --on 2025-11-22");
  world.json("note ann waits --on 2023-01-01 --ask 2027-01-01");
  const std::string used = world.id("note ann used --on 2023-01-01");
  CHECK(texts("list --stale") == Texts{"used", "ancient", "a year ago", "old"});
  world.json("done " + used);
  CHECK(texts("list --stale") == Texts{"ancient", "a year ago", "old"});
  CHECK(texts("list --stale --as-of 2025-11-20") == Texts{"used", "ancient", "old"});
  CHECK(texts("list --stale --tier 2") == Texts{"old"});
  CHECK(texts("list --stale --tag '!work'") == Texts{"ancient", "a year ago"});
  world.json("edit ann --archive");
  CHECK(texts("list --stale") == Texts{"old"});
  world.json("edit bo --deceased");
  CHECK(texts("list --stale").empty());
  CHECK(world("list --stale").out.empty());
  refuses(world, "list --stale --archived", 2, "--stale and --archived: only one of the two");
}

TEST_CASE("stale remarks have all that it takes to let them go") {
  Circle world;
  const std::string one = world.id("note ann 'allergic\nto nuts' --on 2024-01-01");
  const std::string two = world.id("note bo knee --on 2024-02-01");
  const std::string text = world("list --stale").out;
  for (const std::string part :
       {"Ann Lee", "allergic to nuts", "1 Jan 2024", one.substr(0, 4).c_str(), "knee"})
    holds(text, part);
  CHECK(world("list --stale --format tsv").out.starts_with("id\thandle\ttext\theard\t"));
  world.at_terminal = true;
  holds(world("list --stale").out, "rel remove ID");
  world.json("remove " + one + " " + two);
  holds(world("list --stale").out, "Nothing is stale");
}

TEST_CASE("a row of list is one line on a terminal, however long handle and name are") {
  World world;
  world.json(
      "add 'Christopher Montgomery Fitzgerald-Hamilton the Third' --tier 1 --phone '+49 30 5550 1234'");
  world.json(
      "add 'Maximiliane von Habsburg-Lothringen' --tier 1 --last 2025-10-29 --email a.very.long@example.org");
  world.at_terminal = true;
  const auto lines = [&](const char* columns) {
    world.variables["COLUMNS"] = columns;
    const std::string text = world("list").out;
    return std::count(text.begin(), text.end(), '\n');
  };
  CHECK(lines("80") == 3);
  CHECK(lines("60") == 3);
  CHECK(lines("100") == 3);
  CHECK(world("list").out.find("…") != std::string::npos);
  world.variables["COLUMNS"] = "60";
  CHECK(world("list").out.find("reach") == std::string::npos);
  world.at_terminal = false;
  const std::string piped = world("list").out;
  CHECK(std::count(piped.begin(), piped.end(), '\n') == 3);
  holds(piped, "Christopher Montgomery Fitzgerald-Hamilton the Third");
  holds(piped, "a.very.long@example.org");
}
