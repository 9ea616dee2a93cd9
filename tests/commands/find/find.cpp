#include "commands/circle.hpp"

using namespace rel::test;

namespace {

/// What was found: `kind handle text`, in order.
std::vector<std::string> found(World& world, const std::string& line) {
  std::vector<std::string> all;
  const Json answer = world.json("find " + line);
  for (const Json& match : answer.at("matches")) {
    const std::string handle = match.at("handle").is_null() ? "everyone" : match.at("handle");
    all.push_back(match.at("kind").get<std::string>() + " " + handle + " " +
                  match.at("text").get<std::string>());
  }
  return all;
}

using Found = std::vector<std::string>;

/// The circle, with something of each kind about Lisbon.
struct Lisbon : Circle {
  Lisbon() {
    json("log ann,bo dinner 2h 2026-10-01 'they want to see Lisbon'");
    json("note ann 'moving to LISBON' --on 2026-10-29");
    json("promise bo 'the Lisbon guide'");
    json("snooze cy 2w --why 'in lisbon'");
    json("edit tom --tag lisbonites");
  }
};

}  // namespace

TEST_CASE("people stand first, then entries, newest first") {
  Lisbon world;
  CHECK(found(world, "lisbon") == Found{"person tom lisbonites", "snooze cy in lisbon",
                                        "promise bo-berg the Lisbon guide", "remark ann-lee moving to LISBON",
                                        "contact ann-lee they want to see Lisbon"});
  CHECK(found(world, "to lisb") == Found{"remark ann-lee moving to LISBON"});
  CHECK(found(world, "-n 2 lisbon").size() == 2);
  CHECK(found(world, "-n 0 lisbon").empty());
  CHECK(found(world, "nothing like it").empty());
}

TEST_CASE("a match has its kind, its id, whose it is, its day and the whole text") {
  Lisbon world;
  const Json matches = world.json("find lisbon").at("matches");
  const Json& person = matches.at(0);
  CHECK(person.at("id").is_null());
  CHECK(person.at("on").is_null());
  CHECK(person.at("handles") == Json{"tom"});
  const Json& dinner = matches.at(4);
  CHECK(dinner.at("id") == world.entries("ann").at(0).at("id"));
  CHECK(dinner.at("handle") == "ann-lee");
  CHECK(dinner.at("handles") == Json{"ann-lee", "bo-berg"});
  CHECK(dinner.at("on") == "2026-10-01");
}

TEST_CASE("people are found by name whatever the case, accents and apostrophes, and by number") {
  World world;
  world.json("add Zoë --phone '+49 30 123 456'");
  world.json("add 'Łukasz Ørsted'");
  world.json("add O’Brien --email pat@acme.example");
  world.json("add 王小明 --purpose 'teaches me go'");
  for (const char* line : {"zoe", "ZOË", "030123456", "'30 123'", "+49301"})
    CHECK(found(world, line).size() == 1);
  for (const char* line : {"lukasz", "orsted", "'sz or'", "rst"})
    CHECK(found(world, line).at(0).starts_with("person lukasz-orsted"));
  for (const char* line : {"obrien", "o’brien", "OBRIEN", "brie"}) CHECK(found(world, line).size() == 1);
  CHECK(found(world, "acme") == Found{"person obrien pat@acme.example"});
  CHECK(found(world, "小").size() == 1);
  CHECK(found(world, "teaches me") == Found{"person person-1 teaches me go"});
  CHECK(found(world, "030").empty());  // too short for a number
}

TEST_CASE("people in a tier stand before those in none, archived and deceased ones are found") {
  World world;
  world.json("add 'Ann None' --tier none");
  world.json("add 'Ann Zimmer' --tier 1");
  world.json("add 'Ann Archer' --tier 1");
  world.json("edit zimmer --archive");
  world.json("edit archer --deceased");
  CHECK(found(world, "ann") ==
        Found{"person ann-archer Ann Archer", "person ann-zimmer Ann Zimmer", "person ann-none Ann None"});
}

TEST_CASE("--who: about one person or a group, in company, too") {
  Lisbon world;
  CHECK(found(world, "lisbon --who bo") ==
        Found{"promise bo-berg the Lisbon guide", "contact ann-lee they want to see Lisbon"});
  CHECK(found(world, "lisbon --who bo,cy").size() == 3);
  CHECK(found(world, "lisbon --who tom") == Found{"person tom lisbonites"});
  world.json("snooze --everyone 2026-12-27 --why 'we are in Lisbon'");
  CHECK(found(world, "lisbon").at(1) == "snooze everyone we are in Lisbon");
  CHECK(found(world, "'we are' --who tom").empty());
}

TEST_CASE("--since: entries only, --as-of: what was known then") {
  Lisbon world;
  CHECK(found(world, "lisbon --since 2026-10-29") ==
        Found{"snooze cy in lisbon", "promise bo-berg the Lisbon guide", "remark ann-lee moving to LISBON"});
  world.at("2026-12-01T09:00");
  world.json("note cy 'Lisbon again'");
  CHECK(found(world, "lisbon").size() == 6);
  CHECK(found(world, "lisbon --as-of 2026-11-21").size() == 5);
  CHECK(found(world, "lisbon --as-of 2026-10-15") == Found{"contact ann-lee they want to see Lisbon"});
}

TEST_CASE("as text: the day, who, the text, and an id to act on, all of it where nobody watches") {
  Lisbon world;
  const std::string longer = "a" + std::string(60, '.') + "needle" + std::string(60, '.') + "z";
  const std::string id = world.id("note ann '" + longer + "'");
  const std::string piped = world("find needle").out;
  holds(piped, "Ann Lee");
  holds(piped, id.substr(0, 4));
  CHECK(std::count(piped.begin(), piped.end(), '.') == 120);
  CHECK(world("find nothing-like-it").out.empty());

  world.at_terminal = true;
  const std::string shown = world("find needle --color always").out;
  holds(shown, "\033[1mneedle\033[0m");
  holds(shown, "….");
  holds(shown, ".…");
  CHECK(std::count(shown.begin(), shown.end(), '\n') == 1);
  CHECK(std::count(shown.begin(), shown.end(), '.') < 60);
  CHECK(world("find needle").out.find('\033') == std::string::npos);
}

TEST_CASE("a terminal gets twenty matches, and how to have the rest") {
  Circle world;
  for (int i = 0; i < 23; ++i) world.json("note ann 'cherry " + std::to_string(i) + "'");
  CHECK(found(world, "cherry").size() == 23);
  const std::string piped = world("find cherry").out;
  CHECK(std::count(piped.begin(), piped.end(), '\n') == 23);
  world.at_terminal = true;
  const std::string shown = world("find cherry").out;
  CHECK(std::count(shown.begin(), shown.end(), '\n') == 21);
  holds(shown, "3 more: rel find cherry -n 23");
  holds(world("find cherry -n 5").out, "18 more\n");
  CHECK(std::count(shown.begin(), shown.end(), '\n') == 21);
}

TEST_CASE("nothing found: a word to whoever watches, and names that are near") {
  Circle world;
  world.at_terminal = true;
  CHECK(world("find annlee").out == "Nothing was found about annlee.\nNear to it: ann-lee\n");
  CHECK(world("find 'the weather'").out == "Nothing was found about the weather.\n");
  World empty;
  CHECK(empty("find ann").out.empty());
  CHECK(empty.json("find ann").at("matches").empty());
  empty.at_terminal = true;
  holds(empty("find ann").out, "Nobody is in the file yet");
}

TEST_CASE("find names its mistakes") {
  Circle world;
  refuses(world, "find", 2, "find: what?");
  refuses(world, "find ''", 2, "what to find: empty");
  refuses(world, "find \xcc\x88", 2, "nothing to look for");
  refuses(world, "find ann --who xyzzy", 3, "xyzzy: nobody of that name");
  refuses(world, "find ann --since tomorrow", 2, "tomorrow");
  refuses(world, "find ann -n x", 2, "-n x: takes a whole number");
  World empty;
  refuses(empty, "find ann --who ann", 3, "nobody is in the file yet");
}
