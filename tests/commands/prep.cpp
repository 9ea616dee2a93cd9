#include "commands/circle.hpp"

using namespace rel::test;

namespace {

/// Ann, about whom there is something of everything. It is Tuesday, 24 November.
struct Known : Circle {
  std::string surgery, school, book;

  Known() {
    at("2026-10-29T20:00");
    json("edit ann --purpose 'my oldest friend' --phone '+49 30 123 456' --birthday 1980-11-28");
    json("log ann call 45m 'new job at the theatre'");
    school = id("note ann 'her daughter starts school in Graz'");
    surgery = id("note ann 'surgery on 12 Dec' --ask '2026-12-12 how did it go?'");
    book = id("promise ann 'the Calvino book' --by 2026-11-18");
    json("promise ann 'the recipe' --theirs");
    at("2026-11-24T09:00");
  }
};

std::vector<std::string> texts(const Json& list) {
  std::vector<std::string> all;
  for (const Json& one : list) all.push_back(one.at("text"));
  return all;
}

using Texts = std::vector<std::string>;

}  // namespace

TEST_CASE("prep has the keys of the contract") {
  Known world;
  world.json("log ann chat yesterday");
  const Json prep = world.json("prep ann");
  CHECK(prep.at("schema") == 1);
  CHECK(prep.at("command") == "prep");
  CHECK(prep.at("as_of") == "2026-11-24");
  CHECK(prep.at("person").at("handle") == "ann-lee");
  CHECK(prep.at("person").at("purpose") == "my oldest friend");
  CHECK(prep.at("last_conversation").at("on") == "2026-10-29");
  CHECK(prep.at("last_conversation").at("minutes") == 45);
  CHECK(prep.at("last_conversation").at("credit") == 1.0);
  CHECK(prep.at("touches_since") == 1);
  CHECK(texts(prep.at("remarks")) == Texts{"surgery on 12 Dec", "her daughter starts school in Graz"});
  CHECK(prep.at("remarks")[0].at("ask_on") == "2026-12-12");
  CHECK(prep.at("open").size() == 3);  // two promises and an ask
  CHECK(prep.at("open")[0].at("id") == world.book);
  CHECK(prep.at("open")[0].at("late_days") == 6);
  CHECK(prep.at("dates") == Json::parse(R"([{"name": "birthday", "on": "2026-11-28", "in_days": 4}])"));
  CHECK(texts(prep.at("openers")) == Texts{"her daughter starts school in Graz"});
}

TEST_CASE(
    "prep says in this order why, how to reach them, the last talk, what was told, owed, near, and what "
    "next") {
  Known world;
  world.json("log ann chat yesterday 'a photo of the garden'");
  const std::string text = world("prep ann").out;
  std::size_t at = 0;
  for (const char* part :
       {"Ann Lee  very high, every 7 days", "my oldest friend", "+49 30 123 456", "take your time",
        "Thu 29 Oct, 26 days ago, 45 min by phone", "new job at the theatre",
        "1 chat, the last yesterday: a photo of the garden",
        "surgery on 12 Dec (29 Oct, ask on 12 Dec: how did it go?)",
        "her daughter starts school in Graz (29 Oct)", "the Calvino book, promised for last Wednesday",
        "the recipe, promised to you on 29 Oct", "birthday on Saturday, in 4 days, 46 years", "Begin with"}) {
    CAPTURE(part);
    CAPTURE(text);
    const std::size_t found = text.find(part, at);
    REQUIRE(found != std::string::npos);
    at = found;
  }
  holds(text, world.surgery.substr(0, 4));
  CHECK(text.find("Afterwards") == std::string::npos);
}

TEST_CASE("on a terminal the line that logs the call stands below, and it can be typed") {
  Known world;
  world.at_terminal = true;
  const std::string text = world("prep ann").out;
  holds(text, "Afterwards: rel log ann-lee call 55m --about " + world.school.substr(0, 4) + " :");
  CHECK(world("log ann-lee call 55m 'the move' --heard 'a flat' --about " + world.school.substr(0, 4))
            .exit_code == 0);
  holds(world("prep ann,bo").out, "Afterwards: rel log ann-lee,bo-berg met 1h");
}

TEST_CASE("how long you two talk is said from three conversations on, and never of the dearest") {
  Circle world;
  const auto says = [&](const char* who, const char* what) {
    return world("prep " + std::string(who)).out.find(what) != std::string::npos;
  };
  for (int n = 1; n <= 3; ++n) {
    CHECK(!says("bo", "usually talk"));
    CHECK(world.json("prep bo").at("minutes").is_null());
    world.json("log ann,bo 2026-11-1" + std::to_string(n) + " 45m");
  }
  CHECK(says("bo", "you two usually talk for about 45 min"));
  CHECK(world.json("prep bo").at("minutes") == 45);
  CHECK(says("ann", "take your time"));
  CHECK(!says("ann", "usually talk"));
}

TEST_CASE("without WHO it is about the first of today's list") {
  Known world;
  world.json("promise cy 'the keys' --by 2026-11-24");
  const Json due = world.json("due");
  CHECK(due.at("items").size() > 1);
  CHECK(world.json("prep").at("person").at("handle") == due.at("items")[0].at("handle"));
  CHECK(world("prep").out == world("prep " + due.at("items")[0].at("handle").get<std::string>()).out);
  CHECK(world.json("prep --as-of 2026-10-30").at("person").is_null());
}

TEST_CASE("nobody due: nothing for a program to read, a kind word for a person") {
  Circle world;
  const auto prep = world("prep");
  CHECK(prep.exit_code == 0);
  CHECK(prep.out.empty());
  CHECK(prep.err.empty());
  CHECK(world.json("prep").at("person").is_null());
  CHECK(world.json("prep").at("remarks").empty());
  world.at_terminal = true;
  holds(world("prep").out, "Nobody is waiting.");
  World empty;
  CHECK(empty("prep").out.empty());
  refuses(empty, "prep ann", 3, "ann: nobody is in the file yet");
  empty.at_terminal = true;
  CHECK(empty("prep").out == empty("due").out);
  CHECK(empty.data().empty());
}

TEST_CASE("of several people each has a brief") {
  Known world;
  world.json("log bo missed");
  const Json prep = world.json("prep ann,bo");
  REQUIRE(prep.at("briefs").size() == 2);
  CHECK(prep.at("briefs")[0] == [&] {
    Json one = world.json("prep ann");
    for (const char* key : {"schema", "command", "as_of"}) one.erase(key);
    return one;
  }());
  CHECK(prep.at("briefs")[1].at("open")[0].at("kind") == "reply");
  const std::string text = world("prep ann,bo").out;
  CHECK(text.find("Ann Lee") < text.find("\n\nBo Berg"));
  holds(text, "called you today");
}

TEST_CASE("someone who died or is archived keeps their brief, which says so and asks for nothing") {
  Known world;
  for (const char* day : {"11-05", "11-06", "11-07", "11-08", "11-09"})
    world.json("log ann chat " + std::string(day));
  holds(world("prep ann").out, "5 messages since you last talked: call instead");
  world.json("edit ann --archive");
  holds(world("prep ann").out, "archived");
  CHECK(world.json("prep ann").at("open").size() == 3);
  world.json("edit ann --deceased");
  world.at_terminal = true;
  const std::string text = world("prep ann").out;
  holds(text, "Ann Lee  deceased");
  holds(text, "her daughter starts school in Graz");
  for (const char* no :
       {"call instead", "Begin with", "birthday", "+49 30", "take your time", "Afterwards"}) {
    CAPTURE(no);
    CHECK(text.find(no) == std::string::npos);
  }
  CHECK(world.json("prep ann").at("dates").empty());
}

TEST_CASE("--as-of knows nothing of what came later") {
  Known world;
  world.json("log ann 20m yesterday -m later --about " + world.school);
  const Json then = world.json("prep ann --as-of 2026-11-01");
  CHECK(then.at("last_conversation").at("on") == "2026-10-29");
  CHECK(then.at("remarks")[1].at("used").is_null());
  CHECK(then.at("dates").at(0).at("in_days") == 27);
  const std::string text = world("prep ann --as-of 2026-11-01").out;
  holds(text, "3 days ago, 45 min by phone");
  CHECK(text.find("later") == std::string::npos);
  CHECK(world.json("prep ann").at("openers").empty() == false);
  CHECK(world.json("prep ann").at("remarks")[1].at("used") == "2026-11-23");
}

TEST_CASE("the last talk, however short, the longer one before it, and what came since") {
  Known world;
  for (const char* line :
       {"log ann 5m 2026-11-02 'in a hurry'", "log ann chat 2026-11-03", "log ann email 2026-11-04",
        "log ann chat 2026-11-05 hi there", "log ann tried yesterday"})
    world(line);
  world.json("log ann chat 2026-11-05 -m hi");
  const std::string text = world("prep ann").out;
  holds(text, "Last talked  Mon 2 Nov, 22 days ago, 5 min by phone\n               in a hurry\n");
  holds(text, "Longer       Thu 29 Oct, 26 days ago, 45 min by phone\n");
  holds(text, "1 e-mail, 2 chats, the last on 5 Nov: hi");
  holds(text, "you tried yesterday; no answer");
  holds(world("prep bo").out, "no talk logged yet");
  world.json("edit bo --last 2026-11-01");
  holds(world("prep bo").out, "Sun 1 Nov, 23 days ago\n");
}

TEST_CASE("a brief is at most a screen, and nothing in it obeys a terminal") {
  Known world;
  for (int n = 0; n < 20; ++n) {
    world.run({"note", "ann", "remark \x1b[2J\n" + std::string(400, 'x') + std::to_string(n)});
    world.json("promise ann 'thing " + std::to_string(n) + "'");
  }
  world.at_terminal = true;
  const std::string text = world("prep ann").out;
  CHECK(text.find('\x1b') == std::string::npos);
  holds(text, "\\u{1b}[2J");
  holds(text, "and 17 more: rel show ann-lee");
  holds(text, "and 16 more: rel show ann-lee");
  CHECK(std::count(text.begin(), text.end(), '\n') < 40);
  world.at_terminal = false;
  holds(world("prep ann").out, std::string(60, 'x'));
  CHECK(world.json("prep ann").at("remarks").size() == 22);
}

TEST_CASE("TSV has a row for the last talk, each remark, each open item and each date") {
  Known world;
  std::istringstream lines(world("prep ann --format tsv").out);
  std::vector<std::string> kinds;
  for (std::string line; std::getline(lines, line);) {
    const std::size_t tab = line.find('\t');
    kinds.push_back(line.substr(tab + 1, line.find('\t', tab + 1) - tab - 1));
  }
  CHECK(kinds == Texts{"kind", "contact", "remark", "remark", "promise", "promise", "ask", "date"});
}

TEST_CASE("prep never touches the file, and names its mistakes") {
  Known world;
  const std::string before = world.data();
  world("prep ann");
  world("prep");
  CHECK(world.data() == before);
  holds(world("prep Ann Lee").out, "Ann Lee");
  refuses(world, "prep xyzzy", 3, "xyzzy: nobody of that name");
  refuses(world, "prep ann,xyzzy", 3, "xyzzy: nobody of that name");
  refuses(world, "prep ''", 2, "WHO: empty");
}
