#include "commands/talked.hpp"

using namespace rel::test;

TEST_CASE("no file yet, or nobody in a tier: nothing for a pipe, a word on a terminal") {
  World world;
  CHECK(world("health").out.empty());
  CHECK(world("health").exit_code == 0);
  CHECK(world("health ann").exit_code == 3);
  const Json none = world.json("health");
  CHECK(none.at("people").empty());
  CHECK(none.at("capacity").at("asked_minutes_per_week") == 0);
  CHECK(none.at("capacity").at("load").is_null());
  CHECK(world.data().empty());
  world.json("add Tom --tier none");
  CHECK(world("health").out.empty());
  world.at_terminal = true;
  holds(world("health").out, "Nobody is in a tier: nothing is asked of your week.");
}

TEST_CASE(
    "health gives capacity, and people with the weakest first, none, archived and deceased are left out") {
  Talked world;
  const Json health = world.json("health");
  CHECK(health.at("command") == "health");
  CHECK(health.at("as_of") == "2026-11-21");
  CHECK(handles(health) == Handles{"ann-lee", "bo-berg", "cy"});
  const Json& ann = health.at("people")[0];
  CHECK(ann.at("weakest") == "recency");
  CHECK(ann.at("silence_days") == 29);
  CHECK(ann.at("target_days") == 7);
  CHECK(ann.at("conversations") == 9);
  CHECK(ann.at("they_began") == doctest::Approx(2 / 13.0).epsilon(0.001));
  CHECK(ann.at("parts").at("recency") == doctest::Approx(6 / (6 + 29 / 7.0)).epsilon(0.001));
  CHECK(ann.at("parts").at("promises").is_null());
  CHECK(ann.at("unusual").get<double>() < 0.2);
  CHECK(ann.at("last_talk_days") == 29);
  CHECK(ann.at("advice") == "call.");
  const Json& capacity = health.at("capacity");
  CHECK(capacity.at("load").get<double>() ==
        doctest::Approx(capacity.at("asked_minutes_per_week").get<double>() /
                        capacity.at("given_minutes_per_week").get<double>())
            .epsilon(0.001));
  world.json("edit ann --archive");
  world.json("edit cy --deceased");
  CHECK(handles(world.json("health")) == Handles{"bo-berg"});
  CHECK(world.json("health").at("capacity").at("given_minutes_per_week") ==
        capacity.at("given_minutes_per_week"));
}

TEST_CASE("text has a line for whoever needs something, figures only with --explain") {
  Talked world;
  const std::string text = world("health").out;
  holds(text, "  Ann Lee  ......   ####..                       29 days, every 7: call\n");
  holds(text, "  1 is as you wanted, 1 without a talk yet: rel health --all\n");
  CHECK(text.find("Bo Berg") == std::string::npos);
  CHECK(text.find("health ") == text.find("health --all"));
  CHECK(text.find("0.") == std::string::npos);
  holds(world("health --explain").out, "recency 0.59");
  const std::string all = world("health --all").out;
  holds(all, "Bo Berg");
  holds(all, "no talk logged yet");
}

TEST_CASE("capacity names whose rhythm is kept least, with a target that would have been kept") {
  World world;
  world.at("2026-04-01T09:00");
  for (const char* line : {"add 'Ann Lee' --tier 1", "add Bo --tier 1", "add Cy --tier 1 --every 5d"})
    world.json(line);
  for (const char* day : {"2026-05-01", "2026-06-01", "2026-07-01", "2026-08-01", "2026-09-01", "2026-09-12",
                          "2026-09-24", "2026-10-06", "2026-10-18", "2026-10-30", "2026-11-11"}) {
    world.at(std::string(day) + "T09:00");
    world.json("log ann call 30m");
  }
  world.json("log bo,cy call 30m 2026-09-30");
  world.at("2026-11-21T09:00");
  CHECK(world.json("health").at("capacity").at("kept").get<double>() < 0.8);
  const std::string text = world("health").out;
  CHECK(text.starts_with("About 5 in 10 of the talks you wanted took place lately; fewest with"));
  holds(text, "rel edit bo --tier high\n");
  holds(text, "rel edit cy --every 10d\n");
  CHECK(world.json("review").at("capacity").at("kept") == world.json("health").at("capacity").at("kept"));
  holds(world("review").out, "About 5 in 10");
  // Nothing after an absence: two weeks without an entry, or one that was announced.
  world.at("2026-12-05T09:00");
  CHECK(world("health").out.find("in 10") == std::string::npos);
}

TEST_CASE("health is chosen and sorted") {
  Talked world;
  CHECK(handles(world.json("health --tier 2")) == Handles{"bo-berg"});
  CHECK(handles(world.json("health --tag choir")) == Handles{"ann-lee", "bo-berg"});
  CHECK(handles(world.json("health --tag !work")) == Handles{"ann-lee", "cy"});
  CHECK(handles(world.json("health -n 1")) == Handles{"ann-lee"});
  CHECK(handles(world.json("health --sort name")) == Handles{"ann-lee", "bo-berg", "cy"});
  CHECK(handles(world.json("health --sort tier")) == Handles{"ann-lee", "bo-berg", "cy"});
  CHECK(handles(world.json("health --sort silence")) == Handles{"ann-lee", "bo-berg", "cy"});
  refuses(world, "health --sort rank", 2, "--sort rank: not health, silence, tier or name");
  refuses(world, "health --all -n 3", 2, "--all");
  refuses(world, "health ann --tier 1", 2, "--tier: not with a person");
  refuses(world, "health ann --sort name", 2, "--sort: not with a person");
  refuses(world, "health nobody", 3, "nobody");
}

TEST_CASE("a large circle does not scroll a terminal away, and is never cut elsewhere") {
  World world;
  for (int n = 10; n < 25; ++n) {
    world.json("add 'P " + std::to_string(n) + "'");
    world.json("log 'P " + std::to_string(n) + "' call 30m 2026-08-01");
  }
  const auto shown = [](const std::string& text) {
    int count = 0;
    for (std::size_t at = text.find("  P "); at != std::string::npos; at = text.find("  P ", at + 1)) ++count;
    return count;
  };
  CHECK(shown(world("health").out) == 15);
  world.at_terminal = true;
  CHECK(shown(world("health").out) == 10);
  holds(world("health").out, "5 more: rel health --all");
  CHECK(shown(world("health --all").out) == 15);
  CHECK(shown(world("health -n 2").out) == 2);
  CHECK(world.json("health").at("people").size() == 15);
}

TEST_CASE("tsv has a row for each") {
  Talked world;
  const std::string tsv = world("health --format tsv").out;
  CHECK(
      tsv.starts_with("handle\tname\ttier\thealth\tweakest\ttrend\tsilence_days\tlast_talk_days\t"
                      "target_days\tunusual\t"
                      "they_began\tconversations\tadvice\tadvice_id\nann-lee\tAnn Lee\tvery-high\t"));
  CHECK(std::count(tsv.begin(), tsv.end(), '\n') == 4);
}

TEST_CASE("what they told is text everywhere") {
  Talked world;
  world.json("note ann 'red \x1b[31m'");
  CHECK(world("health ann").out.find('\x1b') == std::string::npos);
  CHECK(world.json("health ann").at("people")[0].at("advice").get<std::string>().find("red \x1b[31m") !=
        std::string::npos);
}

TEST_CASE("--as-of says what that day would have said: as a file that had only what came before") {
  const std::vector<std::pair<const char*, const char*>> life = {
      {"2026-01-10", "log ann met 40m --by me"},
      {"2026-02-01", "log bo call 5m"},
      {"2026-02-20", "promise ann 'a book' --by 2026-03-01"},
      {"2026-03-05", "log ann chat"},
      {"2026-03-20", "log ann,bo met 90m --depth deep"},
      {"2026-04-02", "note bo 'the exam'"},
      {"2026-04-20", "log bo missed"},
      {"2026-05-15", "log bo call 45m --by them"},
      {"2026-06-01", "snooze cy 2w"},
      {"2026-07-01", "log cy call 12m"},
      {"2026-08-11", "promise bo 'the photos'"},
      {"2026-09-09", "log ann call 25m --depth small"},
      {"2026-10-30", "log tom call 60m"}};
  const auto live_until = [&](World& world, const std::string& last) {
    world.at("2026-01-05T09:00");
    world.json("add 'Ann Lee' --tier 1");
    world.json("add 'Bo Berg' --tier 2");
    world.json("add Cy");
    world.json("add Tom --tier none");
    for (const auto& [on, line] : life) {
      if (on > last) break;
      world.at(std::string(on) + "T12:00");
      world.json(line);
    }
  };
  const auto without_ids = [](Json health) {
    for (Json& person : health.at("people")) person.erase("advice_id");
    return health;
  };
  World whole;
  live_until(whole, "2026-12-31");
  whole.at("2026-11-21T09:00");
  for (const std::string day : {"2026-01-05", "2026-02-19", "2026-03-04", "2026-04-21", "2026-05-20",
                                "2026-08-12", "2026-09-30", "2026-11-01"}) {
    CAPTURE(day);
    World then;
    live_until(then, day);
    then.at(day + "T20:00");
    for (const std::string line : {"health", "health ann", "health bo", "health cy"}) {
      CAPTURE(line);
      CHECK(without_ids(whole.json(line + " --as-of " + day)) == without_ids(then.json(line)));
      if (line == "health") CHECK(whole(line + " --as-of " + day).out == then(line).out);
    }
    // Ids differ from file to file; the rest of the text does not.
    const auto first_lines = [](const std::string& text) {
      return text.substr(0, text.find("What would help"));
    };
    CHECK(first_lines(whole("health cy --as-of " + day).out) == first_lines(then("health cy").out));
  }
}

TEST_CASE("--as-of a day to come: the silence goes on") {
  Talked world;
  CHECK(world.json("health ann --as-of 2026-11-28").at("people")[0].at("silence_days") == 36);
}
