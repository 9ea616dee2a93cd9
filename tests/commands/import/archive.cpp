#include "commands/circle.hpp"

using namespace rel::test;

namespace {

/// A world in which an archive is imported.
struct Archive : World {
  std::string import(const std::string& text, const std::string& options = "") {
    write("rel.json", text);
    return "import " + path("rel.json") + " " + options;
  }
  Json take(const std::string& text, const std::string& options = "") { return json(import(text, options)); }
  void refuse(const std::string& text, const std::string& why) { refuses(*this, import(text), 2, why); }
};

const std::string id = "42zywv0h5n6rc";

std::string people(const std::string& rows) {
  return "{\"people\": [" + rows + "]}";
}
std::string with_ann(const std::string& rest) {
  return "{\"people\": [{\"handle\": \"ann\", \"name\": \"Ann\", \"uid\": \"u\"}],\n" + rest + "}";
}

}  // namespace

TEST_CASE("an archive by hand: keys may be left out, and ids and uids are made") {
  Archive world;
  const Json done = world.take(
      "{\"contacts\": [{\"with\": [\"ann\"], \"on\": \"2026-11-01\"}],"
      " \"people\": [{\"name\": \"Ann\", \"handle\": \"ann\", \"tier\": \"high\"}, {\"name\": \"Bo\"}]}");
  CHECK(done.at("new") == 3);
  CHECK(world.person("ann").at("uid").get<std::string>().size() == 36);
  CHECK(world.person("ann").at("start") == "2026-11-21");
  CHECK(world.person("ann").at("considered") == "2026-11-21");
  CHECK(world.person("bo").at("tier") == "none");
  CHECK(world.latest("ann").at("channel") == "call");
  CHECK(world.latest("ann").at("id").get<std::string>().size() == 13);
}

TEST_CASE("it adds nothing twice, with ids or without") {
  Archive world;
  const std::string archive = with_ann(
      "\"contacts\": [{\"with\": [\"ann\"], \"on\": \"2026-11-01\"}],"
      "\"remarks\": [{\"handle\": \"ann\", \"text\": \"x\", \"heard\": \"2026-11-01\"}],"
      "\"promises\": [{\"handle\": \"ann\", \"text\": \"y\", \"given\": \"2026-11-01\"}],"
      "\"snoozes\": [{\"handle\": null, \"on\": \"2026-11-01\", \"until\": \"2026-12-01\"}],"
      "\"reviews\": [{\"on\": \"2026-11-01\", \"since\": \"2026-10-01\", \"until\": \"2026-10-31\","
      " \"intentions\": [{\"handle\": \"ann\", \"text\": \"a walk\"}]}]");
  CHECK(world.take(archive).at("new") == 6);
  const std::string before = world.data();
  const Json again = world.take(archive);
  CHECK(again.at("new") == 0);
  CHECK(again.at("unchanged") == 6);
  CHECK(world.data() == before);
  world.json("undo");
  CHECK(world.json("list").at("people").empty());
}

TEST_CASE("what is different here stays, and is listed") {
  Archive world;
  const auto archive = [](const std::string& note, const std::string& tier) {
    return "{\"people\": [{\"handle\": \"ann\", \"name\": \"Ann\", \"uid\": \"u\", \"tier\": \"" + tier +
           "\"}], \"contacts\": [{\"id\": \"" + id +
           "\", \"with\": [\"ann\"], \"on\": \"2026-11-01\", \"note\": \"" + note + "\"}]}";
  };
  world.take(archive("old", "high"));
  const Json again = world.take(archive("new", "none"));
  CHECK(again.at("new") == 0);
  CHECK(again.at("skipped") == 2);
  CHECK(again.at("kept") == Json{"ann", id + " of the contacts"});
  CHECK(world.latest("ann").at("note") == "old");
  CHECK(world.person("ann").at("tier") == "high");
  holds(world(world.import(archive("new", "none"))).out, "left as they are: ann, " + id);
}

TEST_CASE("people are the same by their uid, a handle that someone else has becomes another") {
  Archive world;
  world("add Anna --handle ann");
  world.take(
      "{\"people\": [{\"handle\": \"ann\", \"name\": \"Ann\", \"uid\": \"u\"}],"
      " \"contacts\": [{\"with\": [\"ann\"], \"on\": \"2026-11-01\"}]}");
  CHECK(world.person("ann-2").at("name") == "Ann");
  CHECK(world.entries("ann-2").size() == 1);
  CHECK(world.json("show --since 2026-01-01 ann").at("entries").empty());
  CHECK(world.take(with_ann("\"contacts\": [{\"with\": [\"ann\"], \"on\": \"2026-11-01\"}]")).at("new") == 0);
}

TEST_CASE("an id that another kind of entry has is kept by it") {
  Archive world;
  world.take(with_ann("\"remarks\": [{\"id\": \"" + id +
                      "\", \"handle\": \"ann\", \"text\": \"x\", \"heard\": \"2026-11-01\"}]"));
  const Json done = world.take(
      with_ann("\"contacts\": [{\"id\": \"" + id + "\", \"with\": [\"ann\"], \"on\": \"2026-11-01\"}]"));
  CHECK(done.at("skipped") == 1);
  CHECK(world.entries("ann").size() == 1);
}

TEST_CASE("entries may name people who are in the file only") {
  Archive world;
  world("add Bo");
  CHECK(world.take("{\"contacts\": [{\"with\": [\"bo\"], \"on\": \"2026-11-01\"}]}").at("new") == 1);
}

TEST_CASE("--tier and --only, a trial does nothing") {
  Archive world;
  const std::string archive =
      "{\"people\": [{\"name\": \"Ann\", \"handle\": \"ann\"}, {\"name\": \"Bo\", \"handle\": \"bo\"}],"
      " \"contacts\": [{\"with\": [\"ann\"], \"on\": \"2026-11-01\"}, {\"with\": [\"bo\", \"ann\"], \"on\": "
      "\"2026-11-01\"}]}";
  CHECK(world.take(archive, "--dry-run").at("new") == 4);
  CHECK(world.data().empty());
  const Json done = world.take(archive, "--only ann --tier 1");
  CHECK(done.at("new") == 2);
  CHECK(done.at("skipped") == 2);
  CHECK(world.person("ann").at("tier") == "very-high");
}

TEST_CASE("what no archive holds is refused, with its place, and nothing is taken") {
  Archive world;
  const auto contact = [&](const std::string& fields) {
    return with_ann("\"contacts\": [\n{\"with\": [\"ann\"], \"on\": \"2026-11-01\", " + fields + "}]");
  };
  world("add Zed");
  world.refuse("[]", "rel reads");
  world.refuse("{", "rel.json:1: is not JSON");
  world.refuse("{} x", "is not JSON");
  world.refuse("{\"people\": [{\"name\": \"a\xff\"}]}", "is not JSON");
  world.refuse(people("{\"name\": \"\\ud800\"}"), "is not JSON");
  world.refuse("{\"schema\": 1e400}", "is not JSON");
  world.refuse("{\"schema\": 2}", "was written by a newer rel (schema 2; this one reads 1)");
  world.refuse("{\"schema\": 0}", "schema: is not 1");
  world.refuse("{\"command\": \"list\"}", "is not an archive of rel export");
  world.refuse("{\"people\": 3}", "people: is not a list");
  world.refuse("{\"persons\": []}", "\"persons\" is not a key");
  world.refuse("{\"persons\": [1]}", "\"persons\" is not a key");
  world.refuse("{\"people\": [], \"people\": []}", "the key \"people\" is there twice");
  world.refuse(people("{\"name\": \"Ann\", \"name\": \"Bo\"}"), "the key \"name\" is there twice");
  world.refuse("{\"people\": " + std::string(100'000, '['), "nested too deeply");
  world.refuse(people("3"), "people 1: is not an object");
  world.refuse(people("{}"), "people 1: name: is missing");
  world.refuse(people("{\"name\": \"Ann\", \"nick\": 3}"), "\"nick\" is not a key");
  world.refuse(people("{\"name\": \"\"}"), "name: is empty");
  world.refuse(people("{\"name\": \"a\\u0000b\"}"), "holds a NUL");
  world.refuse(people("{\"name\": \"a\\nb\"}"), "more than one line");
  world.refuse(people("{\"name\": \"" + std::string(201, 'x') + "\"}"), "longer than 200");
  world.refuse(people("{\"name\": \"Ann\", \"handle\": \"Ann Lee\"}"), "is not a handle");
  world.refuse(people("{\"name\": \"Ann\", \"tier\": \"top\"}"), "\"top\" is not a word for it");
  world.refuse(people("{\"name\": \"Ann\", \"every_days\": 0}"), "whole number from 1");
  world.refuse(people("{\"name\": \"Ann\", \"every_days\": 1.5}"), "whole number from 1");
  world.refuse(people("{\"name\": \"Ann\", \"every_days\": 18446744073709551615}"), "whole number from 1");
  world.refuse(people("{\"name\": \"Ann\", \"added\": \"2027-01-01\"}"), "lies in the future");
  world.refuse(people("{\"name\": \"Ann\", \"dates\": [{\"name\": \"x\", \"month\": 2, \"day\": 30}]}"),
               "no such day");
  world.refuse(people("{\"name\": \"Ann\", \"archived\": 1}"), "is not true or false");
  world.refuse(people("{\"name\": \"A\", \"handle\": \"a\"}, {\"name\": \"B\", \"handle\": \"a\"}"),
               "the handle a is there twice");
  world.refuse(people("{\"name\": \"A\", \"uid\": \"a\"}, {\"name\": \"B\", \"uid\": \"a\"}"),
               "is there twice");
  world.refuse(contact("\"minutes\": 1441"),
               "rel.json:3: contacts 1: minutes: is not a whole number from 0 to 1440");
  world.refuse(contact("\"channel\": \"phone\""), "\"phone\" is not a word for it");
  world.refuse(contact("\"time\": \"25:61\""), "is not a time");
  world.refuse(contact("\"id\": \"42zy\""), "is not an id");
  world.refuse(contact("\"id\": \"2000000000000\""), "is not an id");
  world.refuse(contact("\"others\": -1"), "whole number from 0");
  world.refuse(with_ann("\"contacts\": [{\"with\": [], \"on\": \"2026-11-01\"}]"), "names nobody");
  world.refuse(with_ann("\"contacts\": [{\"with\": [\"bo\"], \"on\": \"2026-11-01\"}]"),
               "nobody of the handle bo");
  world.refuse(with_ann("\"contacts\": [{\"with\": [\"ann\", \"ann\"], \"on\": \"2026-11-01\"}]"), "twice");
  world.refuse(with_ann("\"contacts\": [{\"with\": [\"ann\"], \"on\": \"2025-02-29\"}]"), "is not a day");
  world.refuse(with_ann("\"contacts\": [{\"with\": [\"ann\"], \"on\": \"2026-11-23\"}]"), "in the future");
  world.refuse(with_ann("\"remarks\": [{\"handle\": \"ann\", \"heard\": \"2026-11-01\"}]"),
               "text: is missing");
  CHECK(world.json("list").at("people").size() == 1);
}

TEST_CASE("where another zone has tomorrow already, its archive is taken") {
  Archive world;
  CHECK(world.take(with_ann("\"contacts\": [{\"with\": [\"ann\"], \"on\": \"2026-11-22\"}]")).at("new") == 2);
}

TEST_CASE("--keep-going takes the rows that are good") {
  Archive world;
  const std::string archive = with_ann(
      "\"contacts\": [{\"with\": [\"ann\"], \"on\": \"2026-11-01\"}, {\"with\": [\"ann\"]},"
      " {\"with\": [\"bo\"], \"on\": \"2026-11-01\"}]");
  world.refuse(archive, "contacts 2: on: is missing (and 1 more)\ntry: --keep-going");
  CHECK(world.data().empty());
  const Json done = world.take(archive, "--keep-going");
  CHECK(done.at("new") == 2);
  CHECK(done.at("failed") == 2);
}

TEST_CASE("an archive from a clock that was ahead comes back whole into a file of its own") {
  Archive world;
  world.at("2027-11-30T09:00");
  world.json("add Ann --tier 1 --last 2027-11-01");
  for (const char* line : {"log ann 30m -m x", "log ann missed", "note ann x --ask '2w y'", "promise ann x",
                           "snooze ann 2w", "snooze --everyone 3d"})
    world.json(line);
  world("review --done --intend x");
  const std::string there = world("export").out;
  world.at("2026-11-21T09:00");
  world.variables["REL_DB"] = world.path("new.db");
  const rel::Outcome tried = world(world.import(there, "--dry-run"));
  holds(tried.err, "later than today (the last on 2027-11-30)");
  const rel::Outcome done = world(world.import(there));
  CHECK(done.exit_code == 0);
  CHECK(done.err == tried.err);
  CHECK(world("export").out == there);
  CHECK(world(world.import(there)).err.empty());  // nothing is new
  CHECK(world("export").out == there);
  for (const Json& finding : world.json("doctor").at("findings")) CHECK(finding.at("severity") == "notice");
}

TEST_CASE("into a file with somebody in it, what is still to come is not taken") {
  Archive world;
  world("add Zed");
  world.refuse(people("{\"name\": \"Ann\", \"added\": \"2026-11-23\"}"),
               "added: 2026-11-23 lies in the future");
  world.refuse(with_ann("\"promises\": [{\"handle\": \"ann\", \"text\": \"x\", \"given\": \"2027-01-01\"}]"),
               "given: 2027-01-01 lies in the future");
}

TEST_CASE("a NUL in what is wrong does not cut the message") {
  Archive world;
  world("add Zed");
  world.refuse(people("{\"name\": \"Ann\", \"handle\": \"a\\u0000b\"}"), "\"a\\u{0}b\" is not a handle");
  world.refuse(people("{\"name\": \"Ann\", \"a\\u0000b\": 1}"), "\"a\\u{0}b\" is not a key");
  world.refuse("{\"a\\u0000b\": []}", "\"a\\u{0}b\" is not a key");
}
