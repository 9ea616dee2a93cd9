// --as-of: what a command answers as of a day is what it answers from a file that was cut at that day.
#include <set>

#include "commands/world.hpp"
#include "support/histories.hpp"

using namespace rel::test;

namespace {

const rel::Day first = date::year{2026} / 1 / 1;
constexpr int days = 320;  // to the middle of November

std::string some_day(Random& random) {
  return rel::iso(rel::plus_days(first, random.between(0, days)));
}

Json maybe(Random& random, const Json& value) {
  return random.one_in(2) ? value : Json();
}

Json random_person(Random& random, int number) {
  static const std::array<std::string, 4> tiers = {"very-high", "high", "moderate", "none"};
  Json person = {{"handle", "p" + std::to_string(number)},
                 {"name", "Pat " + std::string(1, static_cast<char>('A' + number))},
                 {"tier", random.one_of(tiers)},
                 {"added", some_day(random)},
                 {"considered", some_day(random)},
                 {"last", maybe(random, some_day(random))},
                 {"tags", random.one_in(2) ? Json{"choir"} : Json::array()},
                 {"phones", Json{"+4930123" + std::to_string(number)}},
                 {"dates", Json{{{"name", "birthday"}, {"month", 11}, {"day", random.between(1, 30)}}}}};
  if (person.at("tier") != "none") person["start"] = some_day(random);
  return person;
}

Json random_contact(Random& random, const std::vector<std::string>& handles) {
  std::vector<std::string> with = handles;
  random.shuffle(with);
  with.resize(random.one_in(2) ? 1 : static_cast<std::size_t>(random.between(1, 4)));
  static const std::array<std::string, 4> channels = {"call", "met", "chat", "video"};
  static const std::array<std::string, 4> kinds = {"contact", "contact", "missed", "tried"};
  return {{"with", with},
          {"on", some_day(random)},
          {"channel", random.one_of(channels)},
          {"minutes", random.between(1, 90)},
          {"kind", random.one_of(kinds)},
          {"note", "a walk"}};
}

/// Everything that an archive can hold, in a circle of five, with days in any order.
Json random_archive(Random& random) {
  Json archive = {{"schema", 1}, {"command", "export"}};
  std::vector<std::string> handles;
  for (int number = 0; number < 5; ++number) {
    archive["people"].push_back(random_person(random, number));
    handles.push_back(archive["people"].back().at("handle"));
  }
  for (int left = 30; left > 0; --left) archive["contacts"].push_back(random_contact(random, handles));
  for (int left = 8; left > 0; --left) {
    const std::string heard = some_day(random);
    archive["remarks"].push_back({{"handle", random.one_of(handles)},
                                  {"text", "walks a dog"},
                                  {"heard", heard},
                                  {"ask_on", maybe(random, some_day(random))},
                                  {"used", maybe(random, std::max(heard, some_day(random)))},
                                  {"done", maybe(random, std::max(heard, some_day(random)))}});
    archive["promises"].push_back({{"handle", random.one_of(handles)},
                                   {"text", "a walk"},
                                   {"mine", random.one_in(2)},
                                   {"given", heard},
                                   {"kept", maybe(random, std::max(heard, some_day(random)))}});
    archive["snoozes"].push_back({{"handle", random.one_in(6) ? Json() : Json(random.one_of(handles))},
                                  {"on", heard},
                                  {"until", rel::iso(rel::plus_days(*rel::day_from_iso(heard), 9))},
                                  {"counted", false},
                                  {"agreed", maybe(random, "a walk")}});
  }
  archive["reviews"] = {{{"on", some_day(random)},
                         {"since", "2026-01-01"},
                         {"until", "2026-01-31"},
                         {"intentions", {{{"handle", random.one_of(handles)}, {"text", "a walk"}}}}}};
  return archive;
}

void erase_later(Json& rows, const char* key, const std::string& then) {
  for (std::size_t i = rows.size(); i-- > 0;) {
    if (rows[i].at(key).get<std::string>() > then) rows.erase(i);
  }
}

void forget_later(Json& rows, std::initializer_list<const char*> keys, const std::string& then) {
  for (Json& row : rows) {
    for (const char* key : keys) {
      if (row.at(key).is_string() && row.at(key).get<std::string>() > then) row[key] = nullptr;
    }
  }
}

/// Those who were added by a day, and whoever an entry names that is not later.
std::set<std::string> known_by(const Json& archive, const std::string& then) {
  std::set<std::string> known;
  for (const Json& person : archive.at("people")) {
    const bool remembered = person.at("last").is_string() && person.at("last").get<std::string>() <= then;
    if (remembered || person.at("added").get<std::string>() <= then) known.insert(person.at("handle"));
  }
  for (const Json& contact : archive.at("contacts")) {
    if (contact.at("on").get<std::string>() > then) continue;
    for (const Json& handle : contact.at("with")) known.insert(handle);
  }
  for (const auto& [rows, day] :
       {std::pair("remarks", "heard"), std::pair("promises", "given"), std::pair("snoozes", "on")}) {
    for (const Json& row : archive.at(rows)) {
      if (row.at(day).get<std::string>() <= then && row.at("handle").is_string())
        known.insert(row.at("handle"));
    }
  }
  return known;
}

/// An archive without anything later than the day `then`.
Json cut(Json archive, const std::string& then) {
  const std::set<std::string> known = known_by(archive, then);
  for (std::size_t i = archive["people"].size(); i-- > 0;) {
    Json& person = archive["people"][i];
    if (person.at("considered").get<std::string>() > then)
      person["considered"] = std::min(person.at("added").get<std::string>(), then);
    if (!known.contains(person.at("handle"))) archive["people"].erase(i);
  }
  for (const auto& [rows, day] :
       {std::pair("contacts", "on"), std::pair("remarks", "heard"), std::pair("promises", "given"),
        std::pair("snoozes", "on"), std::pair("reviews", "on")})
    erase_later(archive[rows], day, then);
  forget_later(archive["people"], {"last"}, then);
  forget_later(archive["contacts"], {"answered"}, then);
  forget_later(archive["remarks"], {"used", "done"}, then);
  forget_later(archive["promises"], {"kept", "dropped"}, then);
  for (Json& review : archive["reviews"]) {
    for (Json& intention : review["intentions"]) {
      if (!known.contains(intention.at("handle"))) intention["handle"] = nullptr;
    }
  }
  return archive;
}

const std::vector<std::string> every_reading = {"list",
                                                "list --tag choir",
                                                "list --stale",
                                                "list --duplicates",
                                                "show p0",
                                                "show p1",
                                                "show p2",
                                                "show p3",
                                                "prep p0",
                                                "prep p1",
                                                "prep p2",
                                                "prep",
                                                "find walk",
                                                "find pat",
                                                "due",
                                                "due --all",
                                                "due --days 30",
                                                "health",
                                                "health p0",
                                                "health p1",
                                                "review",
                                                "review --since 2026-02-01",
                                                "export",
                                                "export --to csv",
                                                "export --to vcard",
                                                "export --to ics"};

}  // namespace

TEST_CASE("as of a day, each command that reads answers as from a file that was cut at that day") {
  int told = 0;
  for (std::uint64_t seed = 1; seed <= 60; ++seed) {
    CAPTURE(seed);
    Random random(seed);
    World whole;
    whole.write("all.json", random_archive(random).dump());
    REQUIRE(whole.json("import all.json").at("failed") == 0);
    const std::string then = some_day(random);
    CAPTURE(then);
    World past;
    past.write("cut.json", cut(whole.json("export"), then).dump());
    past.json("import cut.json");
    for (const std::string& command : every_reading) {
      CAPTURE(command);
      const std::string line = command + " --as-of " + then;
      const bool table = command.find("--to") != std::string::npos;
      const rel::Outcome answer = whole(table ? line : line + " --format json");
      const rel::Outcome right = past(table ? line : line + " --format json");
      REQUIRE(answer.exit_code == right.exit_code);
      REQUIRE(answer.out == right.out);
      if (!answer.out.empty()) ++told;
    }
  }
  CHECK(told > 600);
}

TEST_CASE("whoever was added later, and is in no entry before, is in no answer as of a day") {
  World world;
  world.at("2026-10-01T09:00");
  world.json("add 'Ann Lee'");
  world.at("2026-11-20T09:00");
  world.json("add Bo");
  world.json("add Cy");
  world.json("log bo,ann call 20m 2026-11-01");
  world.json("log cy call 20m 2026-09-30");
  for (const char* command : {"show bo", "prep bo", "health bo"})
    CHECK(world(std::string(command) + " --as-of 2026-10-02").exit_code == 3);
  CHECK(world("list --as-of 2026-10-02 --format tsv").out.find("bo") == std::string::npos);
  const Json then = world.json("export --as-of 2026-10-02");
  CHECK(then.at("people").size() == 2);
  CHECK(then.at("contacts").size() == 1);
  CHECK(world("show cy --as-of 2026-10-02").exit_code == 0);
}
