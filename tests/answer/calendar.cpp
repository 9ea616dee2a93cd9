#include "answer/calendar.hpp"

#include <set>

#include "commands/circle.hpp"

using namespace rel::test;

namespace {

/// The unfolded lines of a calendar that begin so, in order, without that.
std::vector<std::string> values(const std::string& calendar, const std::string& name) {
  std::string text = calendar;
  for (auto fold = text.find("\r\n "); fold != std::string::npos; fold = text.find("\r\n "))
    text.erase(fold, 3);
  std::vector<std::string> found;
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);) {
    if (line.starts_with(name)) found.push_back(line.substr(name.size(), line.size() - name.size() - 1));
  }
  return found;
}

using Texts = std::vector<std::string>;

/// Ann has one of everything; it is 21 November 2026.
void fill(World& world) {
  world("add 'Ann Lee' --tier 1 --birthday 1980-02-29 --date 'name day 06-14' --phone 123456");
  world("log ann call 45m 2026-11-20");
  world("log ann missed 2026-11-21");
  world("promise ann 'send the book' --by 2026-12-18");
  world("note ann surgery --ask '2026-12-12 how did it go?'");
  world("snooze ann 2026-12-05 --agreed dinner");
}

}  // namespace

TEST_CASE("a calendar has everything that has a day") {
  World world;
  fill(world);
  const std::string calendar = world("export --to ics").out;
  CHECK(values(calendar, "SUMMARY:") == Texts{"Ann Lee: time to talk", "Ann Lee: answer",
                                              "Ann Lee: send the book", "Ann Lee: how did it go?",
                                              "Ann Lee: dinner", "Ann Lee: birthday", "Ann Lee: name day"});
  // The silence waits for the day agreed on.
  CHECK(values(calendar, "DTSTART;VALUE=DATE:") ==
        Texts{"20261205", "20261122", "20261218", "20261212", "20261205", "19800229", "20000614"});
  CHECK(values(calendar, "RRULE:") == Texts{"FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-1", "FREQ=YEARLY"});
  const Texts texts = values(calendar, "DESCRIPTION:");
  CHECK(texts[1] == "they reached out on 21 Nov 2026\\; not answered yet\\n123456");
  CHECK(texts[2] == "promised on 21 Nov 2026 for 18 Dec 2026\\n123456");
  CHECK(texts[3] == "told you on 21 Nov 2026: surgery\\n123456");
  CHECK(texts[4] == "agreed on 21 Nov 2026\\n123456");
  CHECK(texts[5] == "since 1980\\n123456");
}

TEST_CASE("a calendar written again is the same, and its events keep their UIDs as days go by") {
  World world;
  fill(world);
  const std::string calendar = world("export --to ics").out;
  CHECK(world("export --to ics").out == calendar);
  const Texts uids = values(calendar, "UID:");
  CHECK(std::set<std::string>(uids.begin(), uids.end()).size() == uids.size());
  world.at("2026-12-20T09:00");
  const Texts later = values(world("export --to ics").out, "UID:");
  for (const std::string& uid : later) CHECK(std::find(uids.begin(), uids.end(), uid) != uids.end());
}

TEST_CASE("a folder has an event in each file") {
  World world;
  fill(world);
  const Json wrote = world.json("export --to ics -o " + world.path("days/")).at("wrote");
  CHECK(wrote.size() == 7);
  for (const Json& file : wrote) {
    std::ostringstream bytes;
    bytes << std::ifstream(file.at("path").get<std::string>(), std::ios::binary).rdbuf();
    CHECK(values(bytes.str(), "BEGIN:") == Texts{"VCALENDAR", "VEVENT"});
  }
}

TEST_CASE("nobody, nowhere, and people in no tier make an empty calendar") {
  World world;
  const std::string empty =
      "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//rel//rel//EN\r\nCALSCALE:GREGORIAN\r\nEND:VCALENDAR\r\n";
  CHECK(world("export --to ics").out == empty);
  CHECK(world("due --format ics").out == empty);
  world("add Ann --tier none");
  world("add Bo --birthday 11-21");
  world("edit bo --deceased");
  CHECK(world("export --to ics").out == empty);
  CHECK(world("due --format ics").out == empty);
}

TEST_CASE("due --format ics has what rings until the last day looked at, under the same UIDs") {
  World world;
  fill(world);
  world("add Bo --tier 2 --last 2026-01-01");
  const std::string today = world("due --format ics").out;
  CHECK(values(today, "SUMMARY:") == Texts{"Bo: time to talk"});
  CHECK(values(today, "DTSTART;VALUE=DATE:") == Texts{"20261121"});
  const Texts ahead = values(world("due ann --days 21 --format ics").out, "UID:");
  CHECK(ahead.size() == 4);  // answer, dinner, silence, ask
  const Texts all = values(world("export --to ics").out, "UID:");
  for (const std::string& uid : ahead) CHECK(std::find(all.begin(), all.end(), uid) != all.end());
  CHECK(values(world("due --format ics --discreet").out, "SUMMARY:") == Texts{"Bo"});
  CHECK(values(world("due --format ics --discreet").out, "DESCRIPTION:").empty());
  CHECK(world("due --format ics -q").out.empty());
  refuses(world, "list --format ics", 2, "--format ics: not text, json or tsv");
  refuses(world, "due --format xml", 2, "--format xml: not text, json, tsv or ics");
}

TEST_CASE("dates of one name in a calendar are told apart") {
  World world;
  world(
      "add Ann --date 'día 06-14' --date 'dúa 06-15' --date 'a day 01-02' --date 'd--a-2 03-03' --date 'dóa "
      "04-04'");
  const Texts uids = values(world("export --to ics").out, "UID:");
  CHECK(std::set<std::string>(uids.begin(), uids.end()).size() == 6);
}
