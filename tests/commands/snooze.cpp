#include "commands/circle.hpp"

using namespace rel::test;

TEST_CASE("a snooze puts the silence reminder off, and is counted") {
  Circle world;
  const auto snoozed = world("snooze ann 2w --why 'moving house'");
  CHECK(snoozed.out.starts_with("Ann Lee: put off until Sat 5 Dec 2026: moving house  "));
  holds(snoozed.out, "put off once");
  holds(world("snooze ann in 3w").out, "put off twice since you last talked");
  const Json snooze = world.latest("ann");
  CHECK(snooze.at("counted") == true);
  CHECK(snooze.at("until") == "2026-12-12");
  CHECK(world.json("due ann --as-of 2026-12-04").at("items").empty());
}

TEST_CASE("--agreed is not counted and shown on its day") {
  Circle world;
  for (const char* line : {"snooze ann sat --agreed dinner", "snooze ann --agreed=dinner sat"}) {
    CAPTURE(line);
    const Json snooze = world.json(line).at("wrote").at(0);
    CHECK(snooze.at("counted") == false);
    CHECK(snooze.at("agreed") == "dinner");
    CHECK(snooze.at("until") == "2026-11-28");
  }
  CHECK(world.json("snooze bo --agreed fri").at("wrote").at(0).at("agreed") == "");
  CHECK(world.json("snooze bo fri 19:30 --agreed").at("wrote").at(0).at("agreed") == "19:30");
  CHECK(world.json("snooze cy fri 19:30 --agreed dinner").at("wrote").at(0).at("agreed") == "dinner, 19:30");
  CHECK(world.json("due ann --as-of 2026-11-28").at("items")[0].at("open")[0].at("kind") == "agreed");
  CHECK(world("snooze ann today --agreed lunch").exit_code == 0);
}

TEST_CASE("several people are snoozed as one step") {
  Circle world;
  CHECK(world.json("snooze ann,bo 2w").at("wrote").size() == 2);
  world.json("undo");
  CHECK(world.entries("ann").empty());
  CHECK(world.entries("bo").empty());
}

TEST_CASE("--everyone: you are away, which counts for nobody and hides no promise") {
  Circle world;
  world.json("promise ann 'the book' --by 2026-12-01");
  const auto away = world("snooze --everyone 2026-12-27");
  CHECK(away.out.starts_with("away until Sun 27 Dec 2026"));
  world.at("2026-12-20T09:00");
  const Json due = world.json("due");
  REQUIRE(due.at("items").size() == 1);
  CHECK(due.at("items")[0].at("clock") == "promise");
}

TEST_CASE("what can't be a snooze") {
  Circle world;
  refuses(world, "snooze", 2, "snooze: whom, and until when?");
  refuses(world, "snooze ann", 2, "snooze: until when?\ntry: rel snooze ann 2w");
  refuses(world, "snooze ann today", 2, "2026-11-21: a snooze ends on a later day");
  refuses(world, "snooze ann yesterday", 2, "is already past");
  refuses(world, "snooze ann soon", 2, "soon: not a date");
  refuses(world, "snooze ann --everyone 2w", 2, "--everyone and WHO: only one of the two");
  refuses(world, "snooze xyzzy 2w", 3, "nobody of that name");
  refuses(world, "snooze ann 2w --why ''", 2, "--why: empty");
}

namespace {

std::string id_of_wrote(World& world, const std::string& line) {
  return world.json(line).at("wrote").at(0).at("id");
}

}  // namespace

TEST_CASE("one thing alone is put off by its id: it waits until the day, and the rest reminds") {
  Circle world;
  const std::string book = id_of_wrote(world, "promise ann 'the book' --by 2026-11-21");
  world.json("promise ann 'the photos' --by 2026-11-21");
  const Json snooze = world.json("snooze " + book + " 2026-12-01 --why 'out of print'").at("wrote").at(0);
  CHECK(snooze.at("item") == book);
  CHECK(snooze.at("counted") == true);
  const auto open = [&](const std::string& day) {
    std::set<std::string> ringing;
    const Json due = world.json("due ann --as-of " + day);
    for (const Json& item : due.at("items")) {
      for (const Json& one : item.at("open")) ringing.insert(one.at("text"));
    }
    return ringing;
  };
  world.at("2026-12-02T09:00");
  CHECK(world.json("due ann").at("items")[0].at("open").size() == 2);
  CHECK(world("due ann --as-of 2026-11-30 --explain").out.find("the book") == std::string::npos);
  CHECK(open("2026-11-30").contains("the photos"));
  holds(world("snooze " + book + " 2w").out, "the book: put off until Wed 16 Dec 2026");
  holds(world("snooze " + book + " 3w").out, "put off three times");
  CHECK(world.json("due ann").at("items")[0].at("postponed") == 0);  // of the silence none
  world.json("done " + book);
  refuses(world, "snooze " + book + " 2w", 2, "a promise that is closed");
}

TEST_CASE("a reply waits, an ask and a meeting move") {
  Circle world;
  const std::string missed = id_of_wrote(world, "log ann missed yesterday");
  const std::string ask = id_of_wrote(world, "note bo surgery --ask 'today how did it go?'");
  const std::string meeting = id_of_wrote(world, "snooze cy sat --agreed dinner");
  world.json("snooze " + missed + " 2026-12-01");
  world.json("snooze " + ask + " 2026-12-01");
  world.json("snooze " + meeting + " 2026-12-01");
  CHECK(world.latest("bo").at("ask_on") == "2026-12-01");
  CHECK(world.latest("cy").at("until") == "2026-12-01");
  const auto clocks = [&](const std::string& day) {
    std::set<std::string> all;
    const Json due = world.json("due --as-of " + day);
    for (const Json& item : due.at("items")) all.insert(item.at("clock"));
    all.erase("silence");
    return all;
  };
  CHECK(clocks("2026-11-28").empty());
  CHECK(clocks("2026-12-01") == std::set<std::string>{"agreed", "ask", "reply"});
  refuses(world, "snooze " + id_of_wrote(world, "note ann 'likes figs'") + " 2w", 2,
          "a remark that asks nothing");
  refuses(world, "snooze " + id_of_wrote(world, "log ann call") + " 2w", 2, "asks for no reply");
}

TEST_CASE("--clear ends what puts someone or something off, and counts it still") {
  Circle world;
  const std::string book = id_of_wrote(world, "promise ann 'the book' --by 2026-11-21");
  world.json("snooze ann 3w");
  world.json("snooze " + book + " 3w");
  world.at("2026-11-30T09:00");
  holds(world("snooze ann --clear").out, "Ann Lee: put off no longer");
  CHECK(world("snooze ann --clear").exit_code == 1);
  CHECK(world.json("due ann").at("items")[0].at("postponed") == 1);
  world.json("snooze " + book + " --clear");
  CHECK(world.json("due ann").at("items")[0].at("open")[0].at("text") == "the book");
  refuses(world, "snooze ann fri --clear", 2, "--clear: of whom or of what, and no date");
}

TEST_CASE("a snooze says what reminds all the same") {
  Circle world;
  world.json("promise ann 'the book' --by 2026-11-27");
  holds(world("snooze ann 2w").out, "still reminds: the book, promised for Friday");
}
