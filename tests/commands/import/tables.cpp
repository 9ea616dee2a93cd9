#include "commands/circle.hpp"

using namespace rel::test;

namespace {

struct Tables : World {
  Tables() {
    (*this)("add 'Ann Lee' --handle ann --tier 1");
    (*this)("add 'Bo Berg' --handle bo --alias bobo");
  }
  std::string import(const std::string& text, const std::string& options = "") {
    write("c.csv", text);
    return "import " + path("c.csv") + " " + options;
  }
  Json take(const std::string& text, const std::string& options = "") { return json(import(text, options)); }
  void refuse(const std::string& text, const std::string& why, const std::string& options = "") {
    refuses(*this, import(text, options), 2, why);
  }
};

}  // namespace

TEST_CASE("a table of contacts in any order of columns, only who and on are needed") {
  Tables world;
  CHECK(world.take("on,who\n2026-11-01,ann\n").at("new") == 1);
  const Json plain = world.latest("ann");
  CHECK(plain.at("channel") == "call");
  CHECK(plain.at("minutes").is_null());
  CHECK(world
            .take("note,depth,by,minutes,channel,time,on,who\n\"a, b\",deep,them,1h30,coffee,19:30:00,"
                  "2026-11-02,ann;Bo Berg\n")
            .at("new") == 1);
  const Json rich = world.latest("bo");
  CHECK(rich.at("with") == Json{"ann", "bo"});
  CHECK(rich.at("channel") == "met");
  CHECK(rich.at("minutes") == 90);
  CHECK(rich.at("time") == "19:30");
  CHECK(rich.at("by") == "them");
  CHECK(rich.at("depth") == "deep");
  CHECK(rich.at("note") == "a, b");
}

TEST_CASE("the same table again adds nothing, rows that are alike are several contacts") {
  Tables world;
  const std::string table =
      "who,on,channel\nann,2026-11-01,chat\nann,2026-11-01,chat\nbo;ann,2026-11-01,met\n";
  CHECK(world.take(table).at("new") == 3);
  const std::string before = world.data();
  const Json again = world.take(table);
  CHECK(again.at("new") == 0);
  CHECK(again.at("unchanged") == 3);
  CHECK(world.data() == before);
  CHECK(world.take(table + "ann,2026-11-01,chat\n").at("new") == 1);
  world.json("undo");
  world.json("undo");
  CHECK(world.entries("ann").empty());
}

TEST_CASE("our own tables come back: people with all that is kept, and when you were in contact") {
  World there;
  there(
      "add '=1+1' --handle sum --alias '@x;y' --alias 'a\\b' --tag '+t' --birthday 02-29 --phone '+49 30 1'");
  there(
      "add 'Ann Lee' --tier 2 --every 3w --date 'wedding day 1990-06-14' --real-by letter,chat "
      "--purpose '-dear' --last 2026-10-01");
  there("edit ann --archive");
  there("log sum call 45m 2026-10-29 -m '=cmd'");
  there("log sum,ann met 2h '2026-11-02 19:30' --by them --depth deep");
  there("log ann tried");
  const auto wrote = there("export --to csv -o " + there.path("t/"));
  holds(wrote.err, "1 call that did not come about is left out");
  World here;
  CHECK(here.json("import " + there.path("t")).at("new") == 4);
  const Json before = Json::parse(there("export").out);
  const Json after = Json::parse(here("export").out);
  CHECK(after.at("people") == before.at("people"));
  REQUIRE(after.at("contacts").size() == 2);
  for (std::size_t i = 0; i < 2; ++i) {
    Json theirs = before.at("contacts").at(i);
    Json ours = after.at("contacts").at(i);
    theirs.erase("id");
    ours.erase("id");
    CHECK(ours == theirs);
  }
  CHECK(here.json("import " + there.path("t")).at("new") == 0);
}

TEST_CASE("a table of contacts goes out with the columns of the contract") {
  Tables world;
  world("log ann call 45m 2026-10-29 -m 'new job'");
  const auto table = world("export --to csv");
  CHECK(table.out == "who,on,time,channel,minutes,by,depth,note\r\nann,2026-10-29,,call,45,,,new job\r\n");
  holds(table.err, "people, too, with -o FOLDER/");
}

TEST_CASE("tables from elsewhere: their columns, separators and encodings") {
  Tables world;
  CHECK(
      world.take("Name;Date;Art;Ort\nAnn Lee;2 nov 2026;phone;Graz\n", "--map name=Name,on=Date,channel=Art")
          .at("new") == 1);
  CHECK(world.latest("ann").at("on") == "2026-11-02");
  holds(world(world.import("who,on,Place\nann,2026-11-03,Graz\n")).out, "left out: 1 column Place");
  world("add Zoë");
  CHECK(world.take("who,on\nZo\xEB,2026-11-01\n").at("new") == 1);
  world.refuse("Name,Date\n", "needs the columns who and on");
  world.refuse("who,on\n", "not COLUMN=THEIRS", "--map x=y");
  world.refuse("who,on\n", "there is no column Day", "--map on=Day");
}

TEST_CASE("people whom nobody knows are named with their line and those near, nothing is completed") {
  Tables world;
  world.refuse("who,on\nann,2026-11-01\nbov,2026-11-01\n", "c.csv:3: bov: nobody of that name (bo)");
  world.refuse("who,on\nlee,2026-11-01\n", "lee: nobody of that name");
  CHECK(world.take("who,on\nbobo,2026-11-01\n").at("new") == 1);
}

TEST_CASE("nothing is taken where a line is bad, --keep-going takes the rest and lists it") {
  Tables world;
  const std::pair<const char*, const char*> rows[] = {
      {"ann,2025-02-29,,,", "c.csv:3: "},
      {"ann,2026-12-01,,,", "c.csv:3: "},
      {"ann,03/04/2026,,,", "c.csv:3: "},
      {"ann,yesterday,,,", "on yesterday: not a date"},
      {"ann,,,,", "not a date"},
      {",2026-11-01,,,", "who: "},
      {"ann;,2026-11-01,,,", "who: "},
      {"ann,2026-11-01,25:61,,", "time 25:61: not a time"},
      {"ann,2026-11-01,,fax,", "fax: not a channel"},
      {"ann,2026-11-01,,,1441", "c.csv:3: "},
      {"ann,2026-11-01,,,-5", "not a duration"},
      {"ann,2026-11-01", "c.csv:3: has 2 columns; the first line has 5"},
      {"ann,2026-11-01,,,,x,y", "c.csv:3: has 7 columns; the first line has 5"}};
  for (const auto& [row, why] : rows) {
    CAPTURE(row);
    const std::string table = "who,on,time,channel,minutes\nann,2026-11-01,,,20\n" + std::string(row) + "\n";
    world.refuse(table, why);
    const Json done = world.take(table, "--keep-going");
    CHECK(done.at("new").get<int>() + done.at("unchanged").get<int>() == 1);
    CHECK(done.at("failed") == 1);
  }
}

TEST_CASE("--only and a trial") {
  Tables world;
  const std::string table = "who,on\nann,2026-11-01\nbo,2026-11-01\nann;bo,2026-11-02\n";
  const std::string before = world.data();
  CHECK(world.take(table, "--dry-run").at("new") == 3);
  CHECK(world.data() == before);
  const Json done = world.take(table, "--only lee");
  CHECK(done.at("new") == 1);
  CHECK(done.at("skipped") == 2);
}

TEST_CASE("--dates says how the days of a table are read") {
  Tables world;
  world.write("c.csv", "who,on\nbo,03/04/2026\nann,13.4.26\n");
  CHECK(world("import c.csv").exit_code == 2);
  world.json("import c.csv --dates dmy");
  CHECK(world.latest("bo").at("on") == "2026-04-03");
  CHECK(world.latest("ann").at("on") == "2026-04-13");
  world.write("d.csv", "who,on\nbo,03/04/2026\n");
  world.json("import d.csv --dates mdy");
  CHECK(world.latest("bo").at("on") == "2026-04-03");  // the latest still
  CHECK(world.entries("bo")[0].at("on") == "2026-03-04");
  refuses(world, "import d.csv --dates xyz", 2, "--dates xyz: not an order of days");
}

TEST_CASE("an imported talk closes the asks whose day has come, as a typed one does") {
  Tables world;
  world.at("2026-11-01T09:00");
  world.json("note bo surgery --ask '2026-11-12 how did it go?'");
  world.json("note ann exam --ask '2026-11-12 how was it?'");
  world.at("2026-11-14T09:00");
  world.write("c.csv", "who,on,channel,minutes\nbo,2026-11-13,call,30\nann,2026-11-13,chat,\n");
  holds(world("import c.csv").out, "closed: 1 ask, because you talked since");
  CHECK(world.json("due bo").at("items").empty());
  CHECK(world.json("due ann").at("items")[0].at("clock") == "ask");
  world.json("undo");
  CHECK(world.json("due bo").at("items")[0].at("clock") == "ask");
}

TEST_CASE("people of one name, without handles: the same table again adds nobody") {
  Circle world;
  world.write("p.csv", "handle,name,tier,phones\n,Kim Li,none,\n,Kim Li,none,\n");
  CHECK(world.json("import p.csv").at("new") == 2);
  CHECK(world.json("import p.csv").at("new") == 0);
  CHECK(world.json("import p.csv").at("unchanged") == 2);
}

TEST_CASE("a file that is not what --from says, but something else, is refused") {
  Circle world;
  world.write("a.vcf", "BEGIN:VCARD\nVERSION:3.0\nFN:Zed\nEND:VCARD\n");
  refuses(world, "import a.vcf --from friends", 2, "it looks like vCard\ntry: --from vcard");
  refuses(world, "import a.vcf --from google", 2, "holds nothing of Google Contacts");
  world.json("export -o rel.json");
  refuses(world, "import rel.json --from telegram", 2, "it looks like a rel archive");
}

TEST_CASE("an import moves the clocks") {
  Tables world;
  CHECK(world.take("who,on,minutes\nann,2026-11-20,45\n").at("new") == 1);
  CHECK(world.json("due --days 0 ann").at("waiting") == 0);
}

TEST_CASE(
    "tables from a clock that was ahead come back together into a file of their own, and nowhere else") {
  World world;
  world.at("2027-11-30T09:00");
  world.json("add Ann --tier 1");
  world.json("log ann 30m");
  world.json("export --to csv -o " + world.path("tables") + "/");
  world.at("2026-11-21T09:00");
  world.variables["REL_DB"] = world.path("new.db");
  const rel::Outcome done = world("import " + world.path("tables"));
  CHECK(done.exit_code == 0);
  holds(done.err, "later than today (the last on 2027-11-30)");
  CHECK(world.latest("ann").at("on") == "2027-11-30");
  CHECK(world.json("import " + world.path("tables")).at("unchanged") == 2);
  world.write("later.csv", "who,on\nann,2027-11-29\n");
  refuses(world, "import " + world.path("later.csv"), 2, "later.csv:2: on: 2027-11-29 lies in the future");
}

TEST_CASE("lengths with their unit, and a column of seconds") {
  Tables world;
  const auto minutes_of = [&](const std::string& cell, const std::string& options = "") {
    world.take("who,on,length\nann,2026-11-01,\"" + cell + "\"\n",
               "--map " + (options.empty() ? "minutes=length" : options));
    const Json minutes = world.latest("ann").at("minutes");
    world.json("undo");
    return minutes;
  };
  CHECK(minutes_of("0:03:12") == 3);
  CHECK(minutes_of("192s") == 3);
  CHECK(minutes_of("0.5h") == 30);
  CHECK(minutes_of("45 min") == 45);
  CHECK(minutes_of("240") == 240);  // told that they are minutes
  CHECK(minutes_of("192", "seconds=length") == 3);
  CHECK(minutes_of("0:03:12", "seconds=length") == 3);
  world.refuse("who,on,minutes\nann,2026-11-01,3:12\n", "hours and minutes, or minutes and seconds?");
}

TEST_CASE("a column whose numbers can only be seconds is asked about, not taken") {
  Tables world;
  const std::string rows = "who,on,minutes\nann,2026-11-01,192\nann,2026-11-02,45\nann,2026-11-03,2730\n";
  world.refuse(rows, "minutes: most of them are over 180; are they seconds?");
  world.take(rows, "--map seconds=minutes");
  CHECK(world.latest("ann").at("minutes") == 46);
  world.refuse(rows, "at most 24 hours", "--map minutes=minutes");
}

TEST_CASE("our own table may hold long evenings alone") {
  Tables world;
  world.json("log ann dinner 4h 2026-11-01");
  world("export --to csv -o " + world.path("t/"));
  World there;
  CHECK(there.json("import " + world.path("t")).at("failed") == 0);
  CHECK(there.latest("ann").at("minutes") == 240);
}

TEST_CASE("a row that was corrected since is offered as a correction, which can be pasted") {
  Tables world;
  const std::string before =
      "who,on,channel,minutes,note\nann,2026-11-01,call,20,new job nervous\nann,2026-11-02,call,5,\n";
  CHECK(world.take(before).at("new") == 2);
  const std::string after =
      "who,on,channel,minutes,note\nann,2026-11-01,call,20,\"new job, nervous\"\nann,2026-11-02,call,5,\n";
  const Json dry = world.take(after, "--dry-run");
  const Json again = world.take(after);
  CHECK(again.at("new") == 0);
  CHECK(again.at("unchanged") == 1);
  CHECK(again.at("kept") == dry.at("kept"));
  REQUIRE(again.at("kept").size() == 1);
  const std::string kept = again.at("kept").at(0);
  holds(kept, "c.csv:2 (Ann Lee, call on 2026-11-01): rel edit ");
  CHECK(world.entries("ann").size() == 2);
  CHECK(world(kept.substr(kept.find("rel edit ") + 4)).exit_code == 0);
  CHECK(world.entries("ann").at(0).at("note") == "new job, nervous");
  CHECK(world.take(after).at("unchanged") == 2);
}

TEST_CASE("another call on the same day is no correction of the first") {
  Tables world;
  const std::string first = "who,on,channel,minutes\nann,2026-11-01,call,20\n";
  world.take(first);
  CHECK(world.take(first + "ann,2026-11-01,call,35\n").at("new") == 1);
  world.json("log ann call 10m 2026-11-05");
  CHECK(world.take("who,on,channel,minutes\nann,2026-11-05,call,20\n").at("new") == 1);
}
