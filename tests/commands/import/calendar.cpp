#include "commands/circle.hpp"

using namespace rel::test;

namespace {

const std::string ann = "ATTENDEE:mailto:ann@x.example\r\n";
const std::string me = "ORGANIZER:mailto:me@x.example\r\n";

std::string event(const std::string& lines) {
  return "BEGIN:VEVENT\r\n" + lines + "END:VEVENT\r\n";
}

/// An event on 29 October 2026 from 19:00 to 20:30, wherever one is.
std::string evening(const std::string& lines) {
  return event("UID:e\r\nDTSTART:20261029T190000\r\nDTEND:20261029T203000\r\nSUMMARY:Dinner\r\n" + lines);
}

/// A world with Ann and Bo, and a calendar.
void fill(World& world, const std::string& events) {
  world("add 'Ann Lee' --email Ann@x.example");
  world("add 'Bo Chen' --email bo@x.example");
  world.write("c.ics", "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n" + events + "END:VCALENDAR\r\n");
}

Json taken(World& world) {
  return world.json("import c.ics --meetings");
}

/// The talks with Ann after the import of these events.
Json talks(const std::string& events) {
  World world;
  fill(world, events);
  taken(world);
  return world.entries("ann");
}

}  // namespace

TEST_CASE("events of a calendar are offered, not assumed") {
  World world;
  fill(world, evening(me + ann));
  const std::string before = world.data();
  const rel::Outcome outcome = world("import c.ics");
  CHECK(outcome.exit_code == 0);
  CHECK_FALSE(outcome.saved);
  holds(outcome.out, "0 new, 0 updated, 0 unchanged, 0 skipped, 0 failed");
  holds(outcome.out, "1 past event with people of yours:");
  holds(outcome.out, "Thu 29 Oct 19:00  Ann Lee  90 min  Dinner");
  holds(outcome.out, "None of them is written yet. If these were talks: --meetings");
  const Json offer = world.json("import c.ics").at("offered");
  CHECK(offer.size() == 1);
  CHECK(offer.at(0).at("with") == Json{"ann-lee"});
  CHECK(world.data() == before);
}

TEST_CASE("a calendar that is only offered makes no file") {
  World world;
  world.write("c.ics", "BEGIN:VCALENDAR\r\n" + evening(ann) + "END:VCALENDAR\r\n");
  CHECK(world("import c.ics").exit_code == 0);
  CHECK(world.data().empty());
}

TEST_CASE("with --meetings they are talks of the event's length, once") {
  World world;
  fill(world, evening(me + ann));
  CHECK(taken(world).at("new") == 1);
  const Json talk = world.latest("ann");
  CHECK(talk.at("on") == "2026-10-29");
  CHECK(talk.at("time") == "19:00");
  CHECK(talk.at("channel") == "met");
  CHECK(talk.at("minutes") == 90);
  CHECK(talk.at("guessed") == true);
  CHECK(talk.at("others") == 0);
  CHECK(talk.at("note") == "Dinner");
  CHECK(talk.at("source") == "ics e");
  const Json again = taken(world);
  CHECK(again.at("new") == 0);
  CHECK(again.at("unchanged") == 1);
  CHECK(world("undo").exit_code == 0);
  CHECK(world.entries("ann").empty());
}

TEST_CASE("who else was there counts, one whom nobody knows is the user") {
  const Json talk = talks(evening(me + ann +
                                  "ATTENDEE:mailto:bo@x.example\r\nATTENDEE:mailto:x@x.example\r\n"
                                  "ATTENDEE;PARTSTAT=DECLINED:mailto:y@x.example\r\n"))
                        .at(0);
  CHECK(talk.at("with") == Json{"ann-lee", "bo-chen"});
  CHECK(talk.at("others") == 1);
}

TEST_CASE("a conference is a call by video") {
  CHECK(talks(evening(ann + "LOCATION:https://us02web.zoom.us/j/1\r\n")).at(0).at("channel") == "video");
}

TEST_CASE("what is no talk is left out, and said") {
  for (const auto& [events, why] :
       {std::pair{event("UID:e\r\nDTSTART;VALUE=DATE:20261029\r\n" + ann), "of whole days"},
        {event("UID:e\r\nDTSTART:20261029T190000\r\nDURATION:P2D\r\n" + ann), "longer than a day"},
        {event("UID:e\r\nDTSTART:20261029T190000\r\n" + ann), "without a length"},
        {event("UID:e\r\nDTSTART:20261029T190000\r\nDTEND:20261029T180000\r\n" + ann), "without a length"},
        {evening(ann + "STATUS:CANCELLED\r\n"), "cancelled"},
        {evening("ATTENDEE;PARTSTAT=DECLINED:mailto:ann@x.example\r\n"),
         "with nobody whose e-mail or name is known"},
        {evening(ann + "ATTENDEE;PARTSTAT=DECLINED:mailto:me@x.example\r\n"), "declined"},
        {evening(me), "with nobody whose e-mail or name is known"},
        {event("UID:e\r\nDTSTART;TZID=Nowhere:20261029T190000\r\nDURATION:PT1H\r\n" + ann), "time zone"},
        {event("UID:e\r\nDTSTART:20261121T083000\r\nDURATION:PT1H\r\n" + ann), "still to come"},
        {event("SUMMARY:x\r\n" + ann), "without a start"}}) {
    World world;
    fill(world, events);
    const rel::Outcome outcome = world("import c.ics --meetings");
    holds(outcome.out,
          std::string("1 event left out: ") + (std::string(why) == "time zone" ? "in a time zone" : why));
    CHECK(world.entries("ann").empty());
  }
}

TEST_CASE("a series is as many talks as it had days, but for those that differ") {
  const Json entries =
      talks(event("UID:s\r\nDTSTART:20261029T190000\r\nDURATION:PT1H\r\nRRULE:FREQ=WEEKLY\r\n"
                  "EXDATE:20261105T190000\r\n" +
                  ann) +
            event("UID:s\r\nRECURRENCE-ID:20261112T190000\r\nDTSTART:20261113T120000\r\n"
                  "DURATION:PT30M\r\n" +
                  ann));
  REQUIRE(entries.size() == 3);
  CHECK(entries.at(0).at("on") == "2026-10-29");
  CHECK(entries.at(1).at("on") == "2026-11-13");
  CHECK(entries.at(1).at("minutes") == 30);
  CHECK(entries.at(2).at("on") == "2026-11-19");
}

TEST_CASE("a series is taken once, and what comes to it later") {
  World world;
  fill(world, event("UID:s\r\nDTSTART:20261029T190000\r\nDURATION:PT1H\r\nRRULE:FREQ=WEEKLY\r\n" + ann));
  CHECK(taken(world).at("new") == 4);
  CHECK(taken(world).at("new") == 0);
  world.at("2026-11-27T09:00");
  const Json later = taken(world);
  CHECK(later.at("new") == 1);
  CHECK(later.at("unchanged") == 4);
}

TEST_CASE("times of other zones are those of the user's clock") {
  World world;
  fill(world, event("UID:z\r\nDTSTART;TZID=Asia/Tokyo:20261030T030000\r\nDURATION:PT1H\r\n" + ann));
  taken(world);
  CHECK(world.latest("ann").at("on") == "2026-10-29");
  CHECK(world.latest("ann").at("time") == "18:00");
}

TEST_CASE("a talk that was logged by hand is not logged again") {
  World world;
  fill(world, evening(ann));
  world("log ann met 2h 2026-10-29");
  const rel::Outcome outcome = world("import c.ics --meetings");
  holds(outcome.out, "0 new");
  holds(outcome.out, "1 event left out: which you logged yourself");
  CHECK(world.entries("ann").size() == 1);
}

TEST_CASE("nor is one that was logged with others, whoever of them was named first") {
  for (const char* whom : {"ann,bo", "bo,ann"}) {
    World world;
    fill(world, evening(ann));
    world("log " + std::string(whom) + " met 2h 2026-10-29");
    holds(world("import c.ics --meetings").out, "1 event left out: which you logged yourself");
    CHECK(world.entries("ann").size() == 1);
  }
}

TEST_CASE("--only takes those of a name, what is no calendar is refused") {
  World world;
  fill(world, evening(ann + "ATTENDEE:mailto:bo@x.example\r\n"));
  world("import c.ics --meetings --only bo");
  CHECK(world.entries("ann").empty());
  CHECK(world.entries("bo").size() == 1);
  world.write("x.ics", "nothing");
  refuses(world, "import x.ics --from ics", 2, "x.ics: not a calendar");
  CHECK(world("import c.ics --from ics").exit_code == 0);
}

TEST_CASE("our own calendar brings no talks") {
  World world;
  world("add Ann --email ann@x.example --last 2026-01-01 --birthday 04-12");
  world("export --to ics -o own.ics");
  CHECK(world.json("import own.ics --meetings").at("new") == 0);
}
