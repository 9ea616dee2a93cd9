#include "commands/world.hpp"

using namespace rel::test;

namespace {

/// The handle of whom a name means.
std::string found(World& world, const std::string& who) {
  const auto shown = world.run({"show", who, "--format", "json"});
  CAPTURE(who);
  CAPTURE(shown.err);
  REQUIRE(shown.exit_code == 0);
  return Json::parse(shown.out).at("person").at("handle");
}

}  // namespace

TEST_CASE("handle, alias, full name, word, beginning: the first step with exactly one decides") {
  World world;
  world.json("add 'Eve' --handle eve");
  world.json("add 'Evelyn Ray' --handle er");
  world.json("add 'Adam Eve' --handle adam");
  world.json("add 'Bob' --handle bob --alias evie");
  CHECK(found(world, "eve") == "eve");   // a handle before words and beginnings
  CHECK(found(world, "evie") == "bob");  // an alias before beginnings
  CHECK(found(world, "evel") == "er");   // a beginning
  CHECK(found(world, "ray") == "er");    // a word
  CHECK(found(world, "adam eve") == "adam");
  refuses(world, "show ev", 3, "ev: several people fit");
}

TEST_CASE("people in a tier come before those in none, and those before archived ones") {
  World world;
  world.json("add 'Max Adler' --tier 2");
  world.json("add 'Max Busch' --tier none");
  world.json("add 'Max Carl' --tier none");
  world.json("edit max-carl --archive");
  CHECK(found(world, "max") == "max-adler");
  world.json("edit max-adler --tier none");
  refuses(world, "show max", 3, "max: several people fit\ntry: max-adler, max-busch");
  world.json("edit max-adler --archive");
  CHECK(found(world, "max") == "max-busch");
  world.json("edit max-busch --archive");
  refuses(world, "show max", 3, "several people fit");
}

TEST_CASE("a step with several ends the search, although a later one would have one") {
  World world;
  world.json("add 'Sam Hill' --handle one");
  world.json("add 'Sam Lake' --handle two");
  world.json("add 'Samuel' --handle three --tier 1");
  refuses(world, "show sam", 3, "several people fit\ntry: one, two");
}

TEST_CASE("case, accents and normal forms make no difference") {
  World world;
  for (const char* name : {"Zoë Bay", "Łukasz", "Ørsted", "Đặng", "Groß", "İpek", "王小明", "김민수"}) {
    world.run({"add", name});
  }
  const std::pair<const char*, const char*> ways[] = {
      {"zoe", "Zoë Bay"},   {"ZOE\u0308", "Zoë Bay"}, {"zoë", "Zoë Bay"}, {"lukasz", "Łukasz"},
      {"ORSTED", "Ørsted"}, {"dang", "Đặng"},         {"gross", "Groß"},  {"GROẞ", "Groß"},
      {"ipek", "İpek"},     {"小明", "王小明"},       {"明", "王小明"},   {"민수", "김민수"}};
  for (const auto& [who, name] : ways) {
    CAPTURE(who);
    CHECK(world.person(who).at("name") == name);
  }
}

TEST_CASE("a name that holds a comma is tried whole before it is split") {
  World world;
  world.json("add 'Lee, Ann' --handle comma");
  world.json("add Lee");
  world.json("add Ann");
  CHECK(world.json("log 'Lee, Ann'").at("wrote")[0].at("handles") == Json{"comma"});
  CHECK(world.json("log ann,lee").at("wrote")[0].at("handles") == Json{"ann", "lee"});
  refuses(world, "log ann,,lee", 2, "WHO: empty");
}

TEST_CASE("nobody: up to five near names, or how to add them") {
  World world;
  for (const char* name : {"Anna", "Anne", "Hanna", "Annik", "Anja", "Joanna"})
    world.json("add " + std::string(name));
  const auto nobody = world("show amna");
  CHECK(nobody.exit_code == 3);
  holds(nobody.err, "rel: amna: nobody of that name\ntry: anna");
  CHECK(std::count(nobody.err.begin(), nobody.err.end(), ',') <= 4);
  refuses(world, "show Xyzzyx", 3, "try: rel add \"Xyzzyx\"");
}

TEST_CASE("several: five candidates, and that there are more") {
  World world;
  for (const char* name : {"A", "B", "C", "D", "E", "F"}) world.json("add 'Max " + std::string(name) + "'");
  refuses(world, "show max", 3, "try: max-a, max-b, max-c, max-d, max-e, …");
}

TEST_CASE("any unique beginning of an id is an entry, and several are named") {
  World world;
  world.json("add Ann");
  std::map<char, std::vector<std::string>> by_first;
  for (int n = 0; n < 9; ++n) {
    const std::string id = world.id("note ann remark");
    by_first[id[0]].push_back(id);
  }
  for (const auto& [first, ids] : by_first) {
    const std::string begin(1, first);
    if (ids.size() > 1) refuses(world, "remove " + begin, 3, begin + ": several entries begin so\ntry: ");
    CHECK(world("remove " + ids[0]).exit_code == 0);
  }
}
