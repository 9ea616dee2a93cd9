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
