#include "formats/friends_md.hpp"

#include <doctest/doctest.h>

#include "formats/fixtures.hpp"

using namespace rel::formats;

namespace {

std::string described(const FriendsFile& file) {
  std::string out = "\n";
  for (const Card& card : file.friends) out += test::described(card);
  const auto events = [&](const char* kind, const std::vector<FriendsEvent>& all) {
    for (const FriendsEvent& event : all) {
      out += std::to_string(event.line) + ' ' + kind + ' ' + rel::iso(event.on);
      for (const std::string& name : event.names) out += " [" + name + ']';
      out += ' ' + event.text + '\n';
    }
  };
  events("did", file.activities);
  events("note", file.notes);
  for (const Problem& problem : file.problems)
    out += std::to_string(problem.line) + "! " + problem.why + '\n';
  for (const auto& [name, count] : file.dropped)
    out += "- " + name + ' ' + std::to_string(count.times) + '\n';
  return out;
}

std::string read(const std::string& text) {
  return described(read_friends(text));
}

}  // namespace

TEST_CASE("friends with nicknames, places and tags, what was done with whom") {
  CHECK(read("### Activities:\n"
             "- 2018-11-01: **Grace Hopper** and I went to _Marie's Diner_. **Grace Hopper** paid. @food\n"
             "### Notes:\n- 2018-06-15: **Grace Hopper** found out.\n"
             "### Friends:\n- George Washington Carver\n"
             "- Grace Hopper (a.k.a. The Admiral a.k.a. Amazing Grace) [Paris] @navy @science\n"
             "### Locations:\n- Paris\n") == R"(
6: George Washington Carver
7: Grace Hopper
  nickname The Admiral
  nickname Amazing Grace
  category Paris
  category navy
  category science
2 did 2018-11-01 [Grace Hopper] Grace Hopper and I went to Marie's Diner. Grace Hopper paid. @food
4 note 2018-06-15 [Grace Hopper] Grace Hopper found out.
- place 1
)");
}

TEST_CASE("forms that people write by hand") {
  CHECK(read("\xEF\xBB\xBF## friends\r\n* Carver (a.k.a. Peanut) [@history] [Atlanta] @science\r\n") == R"(
2: Carver
  nickname Peanut
  category history
  category Atlanta
  category science
)");
  CHECK(read("## Friends\n- Open (a.k.a. X\n- Two [A\n") ==
        "\n2: Open\n  nickname X\n3: Two\n  category A\n");
  CHECK(read("# Activities:\n- 2018-11-01: about snake_case_names and _ _ ** **x\n") ==
        "\n2 did 2018-11-01 about snake_case_names and _ _  x\n");
}

TEST_CASE("what is no entry is told, or counted") {
  CHECK(read("# Activities\n- yesterday: x\n- 2025-02-29: x\n- 2018-11-01\n- 2018-11-01:\n") ==
        "\n2! \"yesterday\" is not a day such as 2018-11-02\n3! \"2025-02-29\" is not a day such as "
        "2018-11-02\n"
        "4! says nothing\n5! says nothing\n");
  CHECK(read("# Friends\n-\n- (a.k.a. )\n") == "\n3! has no name\n- line outside the lists 1\n");
  CHECK(read("hello\n# Other\n- x\n") == "\n- line outside the lists 2\n");
  CHECK(read(std::string("# Friends\n- a\0b\n", 16)) == "\n2! holds a NUL byte\n");
  CHECK(read("# Friends\n- " + std::string(300, 'x') + '\n') ==
        "\n2! has a name of more than 200 characters\n");
  CHECK(read("").size() == 1);
}

TEST_CASE("it is told by its first heading") {
  CHECK(looks_like_friends("### Activities:\n- 2018"));
  CHECK(looks_like_friends("\n## Friends\n"));
  CHECK(!looks_like_friends("# My notes\n"));
  CHECK(!looks_like_friends("Activities\n"));
  CHECK(!looks_like_friends(""));
}
