#include "commands/circle.hpp"

using namespace rel::test;

namespace {

/// A month later everyone in tier 1 and 2 is due.
struct Later : Circle {
  Later() { at("2026-12-22T09:00"); }
};

std::vector<std::string> handles(const Json& due) {
  std::vector<std::string> all;
  for (const Json& item : due.at("items")) all.push_back(item.at("handle"));
  return all;
}

}  // namespace

TEST_CASE("nobody due: zero bytes and exit 0, 1 with -q") {
  Circle world;
  for (const char* line : {"due", "", "due --explain", "due --tier 1"}) {
    CAPTURE(line);
    const auto due = world(line);
    CHECK(due.exit_code == 0);
    CHECK(due.out.empty());
    CHECK(due.err.empty());
  }
  CHECK(world("due -q").exit_code == 1);
  CHECK(world("due --count").out == "0\n");
  world.at_terminal = true;
  CHECK(!world("due").out.empty());
}

TEST_CASE("no file yet: nobody is due, nothing is made, and a name is unknown") {
  World world;
  CHECK(world("due").exit_code == 0);
  CHECK(world("due -q").exit_code == 1);
  CHECK(world.json("due").at("items").empty());
  CHECK(world("due ann").exit_code == 3);
  CHECK(world.data().empty());
}

TEST_CASE("due gives the people, best first, with the reason") {
  Later world;
  const Json due = world.json("due");
  CHECK(due.at("as_of") == "2026-12-22");
  CHECK(due.at("waiting") == 2);
  CHECK(handles(due) == std::vector<std::string>{"ann-lee", "bo-berg"});
  CHECK(due.at("items")[0].at("clock") == "silence");
  CHECK(due.at("items")[0].at("target_days") == 7);
  holds(world("due").out, "Ann Lee");
  CHECK(world("due -q").exit_code == 0);
  CHECK(world("due -q").out.empty());
  CHECK(world("due --count").out == "2\n");
  CHECK(world("").out == world("due").out);
}

TEST_CASE("--count for programs: the head of the same document") {
  Later world;
  CHECK(world.json("due --count --tier 1") == Json{{"schema", 1},
                                                   {"command", "due"},
                                                   {"as_of", "2026-12-22"},
                                                   {"waiting", 1},
                                                   {"minutes", world.json("due --tier 1").at("minutes")}});
  CHECK(world("due --count --tier 2 --format tsv").out.starts_with("waiting\tminutes\n1\t"));
}

TEST_CASE("due is chosen by person, tier and tag") {
  Later world;
  using Handles = std::vector<std::string>;
  CHECK(handles(world.json("due bo")) == Handles{"bo-berg"});
  CHECK(handles(world.json("due bo ann")) == Handles{"ann-lee", "bo-berg"});
  CHECK(handles(world.json("due ann,bo")) == Handles{"ann-lee", "bo-berg"});
  CHECK(handles(world.json("due --tier 2")) == Handles{"bo-berg"});
  CHECK(handles(world.json("due --tier 2 --tier 1")) == Handles{"ann-lee", "bo-berg"});
  CHECK(handles(world.json("due --tag CHOIR")) == Handles{"ann-lee", "bo-berg"});
  CHECK(handles(world.json("due --tag !work")) == Handles{"ann-lee"});
  CHECK(handles(world.json("due --tag choir --tag !work")) == Handles{"ann-lee"});
  CHECK(handles(world.json("due -n 1")) == Handles{"ann-lee"});
  CHECK(world.json("due -n 1").at("waiting") == 2);
}

TEST_CASE("--days looks ahead, --as-of looks from another day") {
  Circle world;
  CHECK(world.json("due --days 6").at("items").empty());
  CHECK(handles(world.json("due --days 7")) == std::vector<std::string>{"ann-lee"});
  CHECK(handles(world.json("due --as-of 2026-11-28")) == std::vector<std::string>{"ann-lee"});
  CHECK(world.json("due --as-of 2026-11-27").at("items").empty());
  CHECK(world.json("due --as-of fri").at("as_of") == "2026-11-20");  // one looks back, mostly
  CHECK(world.json("due --as-of 'next fri'").at("as_of") == "2026-11-27");
  CHECK(world.json("due --as-of 3d").at("as_of") == "2026-11-18");
  CHECK(world.json("due --as-of 'in 3d'").at("as_of") == "2026-11-24");
}

TEST_CASE("what has a day is shown whole, whatever limits the rest") {
  Later world;
  world.json("promise cy 'the book' --by 2026-12-22");
  CHECK(handles(world.json("due -n 0")) == std::vector<std::string>{"cy"});
  CHECK(world.json("due -n 0").at("items")[0].at("clock") == "promise");
  holds(world("due -n 0").out, "the book");
}

TEST_CASE("text shows five of those who were long enough ago, JSON all") {
  World world;
  for (int n = 1; n <= 7; ++n)
    world.json("add 'P " + std::to_string(n) + "' --tier 1 --last 2026-10-0" + std::to_string(n));
  const auto shown = [](const std::string& text) {
    int count = 0;
    for (std::size_t at = text.find("  P "); at != std::string::npos; at = text.find("  P ", at + 1)) ++count;
    return count;
  };
  CHECK(shown(world("due").out) == 5);
  CHECK(shown(world("due --all").out) == 7);
  CHECK(shown(world("due -n 2").out) == 2);
  CHECK(world.json("due").at("items").size() == 7);
}

TEST_CASE("--minutes takes those who fit") {
  Later world;
  CHECK(world.json("due --minutes 1").at("items").empty());
  CHECK(world.json("due --minutes 3h").at("items").size() == 2);
  CHECK(world.json("due --minutes 180").at("items").size() == 2);
  refuses(world, "due --minutes 0", 2, "--minutes 0: not a length of time up to 24 hours");
}

TEST_CASE("the days ahead show all that has one, also of people who are due for something else first") {
  Circle world;
  world.at("2026-11-02T09:00");
  world.json("edit bo --birthday 11-04");
  world.json("promise bo 'the number' --by fri");
  world.json("note bo surgery --ask 'sat how did it go?'");
  const std::string text = world("due --days 7").out;
  holds(text, "Wed 4 Nov\n  Bo Berg  birthday");
  holds(text, "Fri 6 Nov\n  Bo Berg  the number, promised for Friday");
  holds(text, "Sat 7 Nov\n  Bo Berg  surgery; ask on Saturday: how did it go?");
  CHECK(world("due --days 7 --count").out == "1\n");
  CHECK(world.json("due --days 7").at("items").size() == 1);
}

TEST_CASE("what has a day is shown with people, too, who are cut today, --call takes the first of today") {
  World world;
  for (int i = 1; i <= 6; ++i)
    world.json("add 'Now " + std::to_string(i) + "' --last 2026-07-0" + std::to_string(i));
  world.json("edit 'Now 6' --birthday 11-25 --phone 030555666");
  const std::string text = world("due --days 7").out;
  holds(text, "1 more: rel due --all");
  holds(text, "Wed 25 Nov\n  Now 6  birthday");
  world.program = [](const rel::ProgramWords&, const std::string&) { return rel::Ended{"", 0, "", ""}; };
  CHECK(world("due --days 7 --call").exit_code == 3);  // Now 1 has no number
  world.json("edit 'Now 1' --phone 030111222");
  world("due --days 7 --call");
  CHECK(world.programs == std::vector<rel::ProgramWords>{{"xdg-open", "tel:030111222"}});
}

TEST_CASE("the days ahead are not cut: the five are those of today") {
  World world;
  for (int i = 1; i <= 7; ++i) {
    world.json("add 'Now " + std::to_string(i) + "' --last 2026-07-01");
    world.json("add 'Soon " + std::to_string(i) + "' --last 2026-08-26");  // due on 24 November
  }
  const std::string text = world("due --days 7").out;
  for (int i = 1; i <= 7; ++i) holds(text, "Soon " + std::to_string(i));
  CHECK(text.find("Now 6") == std::string::npos);
  holds(text, "2 more: rel due --all");
}

TEST_CASE("names only, for screens that others see") {
  Later world;
  world.json("promise ann 'a secret' --by 2026-12-22");
  const auto due = world("due --discreet");
  holds(due.out, "Ann Lee");
  CHECK(due.out.find("secret") == std::string::npos);
}

TEST_CASE("due has TSV with a header, and never touches the file") {
  Later world;
  const std::string before = world.data();
  const auto tsv = world("due --format tsv");
  CHECK(tsv.out.starts_with("handle\t"));
  CHECK(std::count(tsv.out.begin(), tsv.out.end(), '\n') == 3);
  CHECK(world.data() == before);
}

TEST_CASE("due says how often someone was put off, and what for, until you talk") {
  Circle world;
  world.at("2026-10-20T09:00");
  world.json("add 'Zoe Bay' --tier 1 --last 2026-10-01");
  world.at("2026-11-02T09:00");
  world.json("snooze zoe 3d --why travel");
  world.at("2026-11-06T09:00");
  world.json("snooze zoe 3d --why deadline");
  world.json("snooze zoe 2026-11-10 --agreed lunch");
  world.at("2026-11-21T09:00");
  holds(world("due zoe").out, "put off twice\n           put off: deadline\n");
  world.json("snooze zoe 3d");
  world.at("2026-11-25T09:00");
  holds(world("due zoe").out, "put off three times\n");
  holds(world("due zoe --as-of 2026-11-15").out, "put off twice\n           put off: deadline\n");
  world.json("log zoe 5m");
  holds(world("due zoe --as-of 2026-12-30").out, "put off three times");
  world.json("log zoe 25m");
  CHECK(world("due zoe --as-of 2026-12-30").out.find("put off") == std::string::npos);
}

TEST_CASE("signs stand beside the list, two at most, and are never counted") {
  Circle world;
  for (const char* who : {"ann", "bo", "cy"}) {
    world.json("log " + std::string(who) + " call 30m 2026-11-16");
    for (const char* day : {"11-17", "11-18", "11-19", "11-20", "11-21"})
      world.json("log " + std::string(who) + " chat " + day);
  }
  world.json("promise tom 'the photos' --by 2026-11-22 --theirs");
  world.at("2026-11-23T03:00");  // still the 22nd: Ann was last called six days ago
  Json due = world.json("due");
  CHECK(due.at("waiting") == 0);
  REQUIRE(due.at("soft").size() == 2);
  CHECK(due.at("soft")[0].at("handle") == "ann-lee");
  CHECK(due.at("soft")[0].at("kind") == "messages");
  CHECK(due.at("soft")[0].at("reason") == "5 messages since you last talked");
  CHECK(world("due -q").exit_code == 1);
  CHECK(world("due --count").out == "0\n");
  CHECK(world("due").out.empty());  // nobody is due, and nobody reads
  CHECK(world.json("due tom").at("soft").empty());
  world.at("2026-11-23T09:00");
  due = world.json("due tom");
  REQUIRE(due.at("soft").size() == 1);
  CHECK(due.at("soft")[0].at("kind") == "owed");
}

TEST_CASE("the week: birthdays and meetings of the next six days") {
  Circle world;
  world.json("edit ann --birthday 11-24");
  world.json("snooze bo 2026-11-27 --agreed dinner");
  world.json("snooze cy 2026-11-28 --agreed walk");
  const Json week = world.json("due").at("week");
  REQUIRE(week.size() == 2);
  CHECK(week[0].at("on") == "2026-11-24");
  CHECK(week[0].at("handle") == "ann-lee");
  CHECK(week[0].at("text") == "birthday");
  CHECK(week[1].at("text") == "dinner");
}

TEST_CASE("last talked is the last talk, however short, and who is quiet for long is marked") {
  World world;
  world.at("2026-01-05T09:00");
  world.json("add 'Ann Lee' --tier 1 --last 2026-01-01");
  world.json("add Bo --tier 2");
  world.json("log bo call 30m 2026-01-05");
  world.at("2026-11-21T09:00");
  world.json("log bo call 5m 2026-11-20");
  for (const Json& item : world.json("due").at("items")) {
    const bool ann = item.at("handle") == "ann-lee";
    CHECK(item.at("long") == ann);
    CHECK(item.at("last_talk_days") == (ann ? 324 : 1));
    CHECK(item.at("reason") == (ann ? "last talk 1 Jan, 324 days; you wanted 7"
                                    : "last talk 20 Nov, 1 day; a longer one 5 Jan; you wanted 30 days"));
  }
}

TEST_CASE("life events: a wedding day comes back every year") {
  Circle world;
  world.json("edit cy --date 'wedding 11-28'");
  CHECK(world.json("due cy --days 6").at("items").empty());
  const Json item = world.json("due cy --days 7").at("items").at(0);
  CHECK(item.at("clock") == "date");
  CHECK(item.at("due_on") == "2026-11-28");
  holds(world("due cy --days 7").out, "wedding on 28 Nov");
}
