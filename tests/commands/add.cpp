#include "commands/world.hpp"

using namespace rel::test;

TEST_CASE("add says who, how often, and when they are next due") {
  World world;
  const auto added = world("add Ann Lee --tier 1");
  CHECK(added.exit_code == 0);
  CHECK(added.saved);
  CHECK(added.out == "Ann Lee (ann-lee): tier very high, every 7 days\nnext due Sat 28 Nov 2026\n");
  CHECK(added.err.empty());
}

TEST_CASE("add prints what it wrote as JSON and TSV, and -q nothing") {
  World world;
  CHECK(world.json("add Ann --tier 2") == Json::parse(R"({"schema": 1, "command": "add", "wrote":
    [{"kind": "person", "handle": "ann", "name": "Ann", "tier": "high"}]})"));
  const auto tsv = world("add Bo --format tsv");
  CHECK(tsv.out.starts_with("kind\t"));
  holds(tsv.out, "\tbo\tBo\t");
  const auto quiet = world("-q add Cy");
  CHECK(quiet.out.empty());
  CHECK(quiet.saved);
  CHECK(world.person("cy").at("name") == "Cy");
}

TEST_CASE("add keeps everything that its options say") {
  World world;
  world.json(
      "add Ann --tier high --every 3w --last 2026-10-29 --alias Annie --alias 'A. Lee' --phone '+49 30 1' "
      "--email ann@lee.org --tag choir --tag work --birthday 1980-04-12 --date 'wedding 06-14' "
      "--real-by letter,chat --purpose 'my oldest friend' --handle annie-l");
  const Json ann = world.person("annie-l");
  CHECK(ann.at("tier") == "high");
  CHECK(ann.at("every_days") == 21);
  CHECK(ann.at("last") == "2026-10-29");
  CHECK(ann.at("aliases") == Json{"Annie", "A. Lee"});
  CHECK(ann.at("phones") == Json{"+49 30 1"});
  CHECK(ann.at("emails") == Json{"ann@lee.org"});
  CHECK(ann.at("tags") == Json{"choir", "work"});
  CHECK(ann.at("dates") ==
        Json::parse(R"([{"name": "birthday", "month": 4, "day": 12, "year": 1980, "imported": false},
                                           {"name": "wedding", "month": 6, "day": 14, "year": null, "imported": false}])"));
  CHECK(ann.at("real_by") == Json{"letter", "chat"});
  CHECK(ann.at("purpose") == "my oldest friend");
  CHECK(ann.at("added") == "2026-11-21");
  CHECK(ann.at("considered") == "2026-11-21");
}

TEST_CASE("the tier is moderate unless another is given, none has no start day") {
  World world;
  world.json("add Ann");
  world.json("add Bo --tier none");
  CHECK(world.person("ann").at("tier") == "moderate");
  CHECK(world.person("ann").at("start") == "2026-11-21");
  CHECK(world.person("bo").at("start").is_null());
}

TEST_CASE("handles come from the name and are numbered where they are taken") {
  World world;
  const std::pair<const char*, const char*> names[] = {
      {"Ann Lee", "ann-lee"},     {"Ann-Lee", "ann-lee-2"}, {"Łukasz Ørsted", "lukasz-orsted"},
      {"7 Eleven", "p-7-eleven"}, {"王小明", "person-1"},   {"田中", "person-2"}};
  for (const auto& [name, handle] : names) {
    CAPTURE(name);
    const std::string distinct = std::string(name) == "Ann-Lee" ? " --handle ann-lee-2" : "";
    CHECK(world.json("add '" + std::string(name) + "'" + distinct).at("wrote").at(0).at("handle") == handle);
  }
}

TEST_CASE("one name twice needs a handle that tells them apart") {
  World world;
  world.json("add 'Zoë Bay'");
  refuses(world, "add 'ZOE  BAY'", 2, "rel: ZOE  BAY: zoe-bay has this name already\ntry: --handle WORD");
  CHECK(world("add 'Zoë Bay' --handle zoe-two").exit_code == 0);
}

TEST_CASE("a name in look-alike letters is taken with a warning") {
  World world;
  world.json("add Ann");
  const auto added = world("add 'Аnn'");  // a Cyrillic А
  CHECK(added.exit_code == 0);
  CHECK(added.err == "rel: Аnn: looks like ann, but is written with other letters\n");
}

TEST_CASE("a name that can't be one makes no file") {
  World world;
  CHECK(world("add ''").exit_code == 2);
  CHECK(world.data().empty());
}

TEST_CASE("days of the year are said back as they were typed, also where this year has none") {
  World world;
  holds(world("add Ann --birthday 1980-04-12 --date 'wedding 06-14'").out,
        "\nbirthday on 12 Apr 1980\nwedding on 14 Jun\n");
  holds(world("add Bo --birthday 02-29").out, "\nbirthday on 29 Feb\n");
  holds(world("add Cy --birthday 1980-02-29").out, "\nbirthday on 29 Feb 1980\n");
}

TEST_CASE("whoever types no name is told what one looks like, a tier may be in capitals") {
  World world;
  refuses(world, "add", 2, "add: whom?\ntry: rel add \"Ann Lee\"");
  CHECK(world.json("add Ann --tier Very-High").at("wrote")[0].at("tier") == "very-high");
}
