#include <date/date.h>

#include "commands/circle.hpp"

using namespace rel::test;

namespace {

/// Three people with numbers, and telephones that log.
struct Phone : World {
  Phone() {
    json("add 'Ann Lee' --tier 1 --phone '+44 7700 900123'");
    json("add 'Tom Okafor' --tier 2 --phone '+44 20 7946 0000'");
    json("add Kim --tier none --phone '030-5550-1440'");
  }
  static std::string fixture(const std::string& name) {
    return std::string(REL_TEST_DATA) + "/import/" + name;
  }
  /// A call at a moment like `2026-11-18T19:00`.
  static std::string call(const std::string& at, int seconds, int type,
                          const std::string& number = "07700900123") {
    const auto day = *rel::day_from_iso(at.substr(0, 10));
    const auto minutes = rel::time_from_text(at.substr(11))->count();
    const auto ms = (day.time_since_epoch().count() * 86400LL + minutes * 60) * 1000;
    return "<call number=\"" + number + "\" duration=\"" + std::to_string(seconds) + "\" date=\"" +
           std::to_string(ms) + "\" type=\"" + std::to_string(type) + "\" presentation=\"1\"/>\n";
  }
  std::string import(const std::string& calls, const std::string& options = "") {
    write("c.xml", "<calls>\n" + calls + "</calls>");
    return "import " + path("c.xml") + " " + options;
  }
  Json take(const std::string& calls, const std::string& options = "") {
    return json(import(calls, options));
  }
};

}  // namespace

TEST_CASE("calls become conversations with their length and who began, missed ones a reply owed") {
  Phone world;
  const Json done = world.json("import " + Phone::fixture("calls.xml"));
  CHECK(done.at("new") == 5);
  CHECK(done.at("failed") == 0);
  CHECK(done.at("skipped") == 10);
  CHECK(done.at("unknown") == 3);
  CHECK(done.at("wrote").empty());  // nobody was made of a number
  CHECK(world.json("list").at("people").size() == 3);
  const Json ann = world.entries("ann");
  REQUIRE(ann.size() == 3);
  CHECK(ann[0].at("minutes") == 1);        // twenty seconds
  CHECK(ann[0].at("on") == "2026-11-14");  // midnight still belongs to the day before
  CHECK(ann[0].at("time") == "00:00");
  CHECK(ann[1].at("minutes") == 5);
  CHECK(ann[1].at("by") == "me");
  CHECK(ann[2].at("minutes") == 46);  // 45:30
  CHECK(ann[2].at("by") == "them");
  CHECK(ann[2].at("channel") == "call");
  CHECK(ann[2].at("note").is_null());
  const Json tom = world.entries("tom");
  REQUIRE(tom.size() == 1);  // missed and rejected on one day are one
  holds(world("show tom").out, "missed their call, an answer is owed");
  CHECK(tom[0].at("time") == "15:00");
  CHECK(world.entries("kim").at(0).at("minutes") == 20);
  CHECK(world.json("due tom --days 1").at("items").at(0).at("clock") == "reply");
}

TEST_CASE("the same log again adds nothing and is no step, one undo takes it back") {
  Phone world;
  world.json("import " + Phone::fixture("calls.xml"));
  const std::string before = world.data();
  const Json again = world.json("import " + Phone::fixture("calls.xml"));
  CHECK(again.at("new") == 0);
  CHECK(again.at("unchanged") == 5);
  CHECK(world.data() == before);
  world.json("undo");
  CHECK(world.entries("ann").empty());
  CHECK(world.entries("tom").empty());
}

TEST_CASE("a newer log brings what came since") {
  Phone world;
  const std::string old = Phone::call("2026-11-18T19:00", 600, 1);
  CHECK(world.take(old).at("new") == 1);
  CHECK(world.take(Phone::call("2026-11-20T19:00", 600, 1) + old).at("new") == 1);
}

TEST_CASE("a call that was logged by hand is not there twice") {
  Phone world;
  world("log ann call 45m 2026-11-18");
  CHECK(world.take(Phone::call("2026-11-18T19:00", 2730, 1)).at("unchanged") == 1);
  CHECK(world.take(Phone::call("2026-11-18T19:00", 2730, 1) + Phone::call("2026-11-18T12:00", 2700, 1))
            .at("new") == 1);
  world("log kim,ann call 30m 2026-11-16");
  CHECK(world.take(Phone::call("2026-11-16T19:00", 1800, 1)).at("unchanged") == 1);
  world("log tom call 20m '2026-11-18 09:00'");
  const std::string tom = "+442079460000";
  CHECK(world.take(Phone::call("2026-11-18T19:00", 1200, 1, tom)).at("new") == 1);  // ten hours later
  CHECK(world.take(Phone::call("2026-11-18T09:30", 1200, 1, tom)).at("unchanged") == 1);
  CHECK(world.take(Phone::call("2026-11-18T09:30", 60, 1, tom)).at("new") == 1);
}

TEST_CASE("a call that is here is no typed one, in whatever order a log has them") {
  Phone world;
  world("log ann call 20m 2026-11-18");
  const std::string typed = Phone::call("2026-11-18T19:00", 1200, 1);
  const std::string added = Phone::call("2026-11-18T20:00", 1200, 1);
  CHECK(world.take(typed + added).at("new") == 1);
  CHECK(world.take(added + typed).at("new") == 0);
}

TEST_CASE("a missed call waits for two weeks, for people in a tier only, calling back ends it") {
  Phone world;
  CHECK(world.take(Phone::call("2026-11-07T12:00", 0, 3)).at("new") == 1);
  CHECK(world.take(Phone::call("2026-11-06T12:00", 0, 3)).at("skipped") == 1);
  CHECK(world.take(Phone::call("2026-11-20T12:00", 0, 3, "03055501440")).at("skipped") == 1);
  CHECK(world.json("due ann --days 0").at("items").at(0).at("clock") == "reply");
  world.take(Phone::call("2026-11-20T12:00", 1200, 2));
  CHECK(world.json("due ann --days 0").at("waiting") == 0);
}

TEST_CASE("the country of the settings tells one telephone from another") {
  Phone world;
  world.json("add Uwe --phone '07700 900 123'");
  CHECK(world.take(Phone::call("2026-11-18T19:00", 600, 1, "+447700900123")).at("skipped") == 1);  // whose?
  world.variables["XDG_CONFIG_HOME"] = world.path("config");
  std::filesystem::create_directories(world.path("config/rel"));
  world.write("config/rel/config.toml", "default_country = \"DE\"\n");
  CHECK(world.take(Phone::call("2026-11-18T19:00", 600, 1, "+447700900123")).at("new") == 1);
  CHECK(world.entries("ann").size() == 1);
  CHECK(world.take(Phone::call("2026-11-19T19:00", 600, 1, "07700900123")).at("new") == 1);
  CHECK(world.entries("uwe").size() == 1);
}

TEST_CASE("--only, a trial, and a log that is cut") {
  Phone world;
  const std::string calls =
      Phone::call("2026-11-18T19:00", 600, 1) + Phone::call("2026-11-18T20:00", 600, 1, "+442079460000");
  const std::string before = world.data();
  CHECK(world.take(calls, "--dry-run").at("new") == 2);
  CHECK(world.data() == before);
  world.write("c.xml", "<calls>\n" + calls);
  refuses(world, "import " + world.path("c.xml") + " --strict", 2, "c.xml:4: is not XML: no element found");
  CHECK(world.json("import " + world.path("c.xml") + " --only lee").at("new") == 1);
  refuses(world, world.import(Phone::call("2026-11-23T12:00", 60, 1)), 2, "c.xml:2: call: date: not a day");
  refuses(world, world.import(Phone::call("2026-11-18T12:00", 100000, 1)), 2, "longer than a day");
}

TEST_CASE("messages are one touch for each person and day, and their text is nowhere") {
  Phone world;
  const Json done = world.json("import " + Phone::fixture("sms.xml"));
  CHECK(done.at("new") == 3);
  CHECK(done.at("skipped") == 5);  // a bank, a stranger, a group, drafts
  CHECK(done.at("unknown") == 2);
  const Json ann = world.entries("ann");
  REQUIRE(ann.size() == 2);
  CHECK(ann[1].at("channel") == "chat");
  CHECK(ann[1].at("by") == "me");
  CHECK(ann[1].at("note").is_null());
  CHECK(world.entries("tom").size() == 1);
  for (const char* text : {"secret", "are you there", "look"})
    CHECK(world.data().find(text) == std::string::npos);
  CHECK(world.json("due --days 366 ann").at("items").at(0).at("touches_since") == 2);
  CHECK(world.json("import " + Phone::fixture("sms.xml")).at("new") == 0);
}

TEST_CASE("where a chat was logged by hand there is no second touch") {
  Phone world;
  world("log ann chat 2026-11-18");
  CHECK(world.json("import " + Phone::fixture("sms.xml")).at("new") == 2);
}
