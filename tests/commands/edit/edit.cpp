#include "commands/circle.hpp"

using namespace rel::test;

TEST_CASE("edit changes what its options name, and nothing else") {
  Circle world;
  const Json before = world.person("ann");
  CHECK(world("edit ann --phone '+49 30 1'").exit_code == 0);
  Json after = world.person("ann");
  CHECK(after.at("phones") == Json{"+49 30 1"});
  after["phones"] = before.at("phones");
  CHECK(after == before);
}

TEST_CASE("lists grow, ! takes away, - clears") {
  Circle world;
  world.json(
      "edit ann --tag work --tag '!choir' --alias Annie --every 3w --purpose friend --real-by chat --last "
      "2026-10-29 "
      "--birthday 04-12 --date 'wedding 06-14'");
  Json ann = world.person("ann");
  CHECK(ann.at("tags") == Json{"work"});
  CHECK(ann.at("every_days") == 21);
  world.json(
      "edit ann --every - --purpose - --real-by - --last - --birthday - --date '!wedding' --alias '!ANNIE'");
  ann = world.person("ann");
  for (const char* key : {"every_days", "purpose", "last"}) CHECK(ann.at(key).is_null());
  for (const char* key : {"real_by", "dates", "aliases"}) CHECK(ann.at(key).empty());
}

TEST_CASE("of several options that name one thing the last holds, and what is named stands last") {
  Circle world;
  world.json("edit ann --tag work --tag Choir --tag run --tag '!RUN' --tag Work --tag '!swim' --tag swim");
  CHECK(world.person("ann").at("tags") == Json{"Choir", "Work", "swim"});
  world.json("edit ann --date 'move 06-14' --date 'wedding 06-15' --date 'Move 06-16' --date '!wedding'");
  const Json dates = world.person("ann").at("dates");
  REQUIRE(dates.size() == 1);
  CHECK(dates[0].at("name") == "Move");
  CHECK(dates[0].at("day") == 16);
}

TEST_CASE("one date of a name: the second replaces the first") {
  Circle world;
  world.json("edit ann --birthday 1980-04-12");
  world.json("edit ann --birthday 04-13");
  CHECK(world.person("ann").at("dates") ==
        Json::parse(R"([{"name": "birthday", "month": 4, "day": 13, "year": null, "imported": false}])"));
}

TEST_CASE("several people at once, as one step of the history") {
  Circle world;
  CHECK(world.json("edit ann,bo,cy --tier 3 --tag friends").at("wrote").size() == 3);
  for (const char* who : {"ann", "bo", "cy"}) {
    CHECK(world.person(who).at("tier") == "moderate");
    CHECK(world.person(who).at("tags").back() == "friends");
  }
  world.json("undo");
  CHECK(world.person("ann").at("tier") == "very-high");
  CHECK(world.person("cy").at("tags").empty());
  refuses(world, "edit ann,bo --name X", 2, "--name, --handle: one person at a time");
  refuses(world, "edit ann,bo --handle x", 2, "--name, --handle: one person at a time");
  refuses(world, "edit ann,xyzzy --tier 1", 3, "xyzzy: nobody of that name");
}

TEST_CASE("names and handles change, and a handle that is taken does not") {
  Circle world;
  world.json("edit ann --name 'Ann Bay' --handle annie");
  CHECK(world.person("annie").at("name") == "Ann Bay");
  CHECK(world("show lee").exit_code == 3);
  refuses(world, "edit bo --handle annie", 2, "handle annie: Ann Bay has it");
  CHECK(world("edit annie --handle annie").exit_code == 0);
}

TEST_CASE("archived people are kept and never due, --unarchive brings them back") {
  Circle world;
  holds(world("edit ann --archive").out, "archived");
  CHECK(world.json("due --days 366 ann").at("items").empty());
  holds(world("edit ann --unarchive").out, "next due");
  holds(world("edit ann --deceased").out, "nothing reminds of them any more");
  refuses(world, "edit ann --archive --unarchive", 2, "--archive and --unarchive: only one of the two");
}

TEST_CASE("a contact is edited with the words of log") {
  Circle world;
  const std::string id = world.id("log ann call 45m 'new job'").substr(0, 5);
  world.json("edit " + id + " 20m yesterday met --depth deep --by them --others 2");
  const Json contact = world.latest("ann");
  CHECK(contact.at("minutes") == 20);
  CHECK(contact.at("channel") == "met");
  CHECK(contact.at("on") == "2026-11-20");
  CHECK(contact.at("depth") == "deep");
  CHECK(contact.at("by") == "them");
  CHECK(contact.at("others") == 2);
  CHECK(contact.at("note") == "new job");
  holds(world("edit " + id + " lunch 25 at the new place").out, "\nnote: at the new place\n");
  CHECK(world.latest("ann").at("minutes") == 25);
  CHECK(world.latest("ann").at("note") == "at the new place");
  holds(world("edit " + id + " '1 h 30'").out, "Ann Lee: met, 90 min, deep, Fri 20 Nov 2026");
  world.json("edit " + id + " --with bo,cy");
  CHECK(world.entries("ann").empty());
  CHECK(world.latest("cy").at("with") == Json{"bo-berg", "cy"});
  refuses(world, "edit " + id + " tomorrow", 2, "still to come");
  refuses(world, "edit " + id + " --tier 1", 2, "--tier: not for a contact");
}

TEST_CASE("remarks, promises and snoozes are edited by options of their own") {
  Circle world;
  const std::string remark = world.id("note ann surgery");
  world.json("edit " + remark + " -m 'knee surgery' --on 2026-11-01 --ask '2026-12-12 how was it?'");
  Json entry = world.entries("ann")[0];
  CHECK(entry.at("text") == "knee surgery");
  CHECK(entry.at("heard") == "2026-11-01");
  CHECK(entry.at("ask") == "how was it?");

  const std::string promise = world.id("promise bo book");
  world.json("edit " + promise + " -m 'the book' --by 2026-12-24");
  entry = world.latest("bo");
  CHECK(entry.at("text") == "the book");
  CHECK(entry.at("by") == "2026-12-24");

  const std::string snooze = world.id("snooze cy 2w");
  world.json("edit " + snooze + " --on 2027-01-02 --why travelling");
  entry = world.latest("cy");
  CHECK(entry.at("until") == "2027-01-02");
  CHECK(entry.at("why") == "travelling");

  refuses(world, "edit " + remark + " --tag x", 2, "--tag: not for a remark");
  refuses(world, "edit " + promise + " --via call", 2, "--via: not for a promise");
  refuses(world, "edit " + snooze + " --real", 2, "--real: not for a snooze");
  refuses(world, "edit " + promise + " call", 2, "call: a promise is changed by options");
  world.input = "from standard input\n";
  world.json("edit " + remark + " -m -");
  CHECK(world.entries("ann")[0].at("text") == "from standard input");
}

TEST_CASE("an edit follows what becomes of the talk: asks close and open, tries turn into talks and back") {
  Circle world;
  world.at("2026-11-14T09:00");
  const std::string ask = world.id("note bo surgery --ask '2026-11-20 how did it go?'");
  world.at("2026-11-21T09:00");
  const auto closed = [&] {
    for (const Json& entry : world.entries("bo"))
      if (entry.at("id") == ask) return !entry.at("done").is_null();
    return false;
  };
  const std::string call = world.id("log bo tried");
  CHECK_FALSE(closed());
  const auto talked = world("edit " + call + " 20m");
  holds(talked.out, "closed: ask how did it go?");
  CHECK(world.latest("bo").at("kind") == "contact");
  CHECK(world.latest("bo").at("minutes") == 20);
  CHECK(closed());
  world.json("edit " + call + " -m typo");  // says nothing of the talk
  CHECK(closed());
  holds(world("edit " + call + " 2026-11-19").out, "open again: ask how did it go?");
  CHECK_FALSE(closed());
  world.json("edit " + call + " today");
  CHECK(closed());
  CHECK(world.json("edit " + call + " tried").at("wrote").size() == 2);
  CHECK(world.latest("bo").at("minutes").is_null());
  CHECK_FALSE(closed());
}

TEST_CASE("an edit of the note alone leaves open what was asked for today in the same talk") {
  Circle world;
  const Json wrote = world.json("log bo call --ask 'today did it arrive?'").at("wrote");
  world.json("edit " + wrote[0].at("id").get<std::string>() + " -m parcel");
  CHECK(world.json("due bo").at("items")[0].at("clock") == "ask");
}

TEST_CASE("nobody and no entry is told so first, whatever else was typed") {
  Circle world;
  refuses(world, "edit 9zzz 20m", 3, "no entry has an id that begins so");
  refuses(world, "edit nobody 20m", 3, "nobody: nobody of that name");
  refuses(world, "edit 9zzz --for 20m", 3, "9zzz");
}

TEST_CASE("what was changed while the editor was open is not lost") {
  Circle world;
  world.editor = [&](const std::string& text) {
    world.json("edit bo --phone 030555666");
    return text + "tag: late\n";
  };
  const auto refused = world("edit bo");
  CHECK(refused.exit_code == 2);
  holds(refused.err, "bo-berg: was changed by another command while the editor was open");
  CHECK(world.person("bo").at("phones").size() == 1);
}

TEST_CASE("a note that was changed while the editor was open is not lost") {
  Circle world;
  const std::string call = world.id("log bo call -m first");
  world.editor = [&](const std::string&) {
    world.json("edit " + call + " -m meanwhile");
    return std::string("from the editor");
  };
  const auto refused = world("edit " + call);
  CHECK(refused.exit_code == 2);
  holds(refused.err, "was changed by another command while the editor was open");
  CHECK(world.latest("bo").at("note") == "meanwhile");
}

TEST_CASE("an entry's text that was left as it was changes nothing") {
  Circle world;
  const std::string call = world.id("log bo call");
  CHECK(world("edit " + call).out == "nothing changed\n");
  CHECK(world.latest("bo").at("note").is_null());
}

TEST_CASE("without options an entry's text opens in the editor") {
  Circle world;
  const std::string id = world.id("note ann surgery");
  world.editor = [](const std::string& text) {
    CHECK(text == "surgery\n");
    return "knee " + text;
  };
  world.json("edit " + id);
  CHECK(world.entries("ann")[0].at("text") == "knee surgery");
}

TEST_CASE("options that say nothing about a person are refused, never ignored") {
  Circle world;
  for (const char* option :
       {"--via call", "--for 20m", "-m note", "--real", "--with bo", "--why x", "--ask 'fri x'"}) {
    refuses(world, "edit ann " + std::string(option), 2, "not for a person");
  }
  refuses(world, "edit ann call", 2, "call: people are changed by options");
  refuses(world, "edit --archive", 2, "--archive: not for the sheet: say whom to edit");
  CHECK(world.editor_sessions == 0);
}

TEST_CASE("an edit that changes nothing is no step of the history") {
  Circle world;
  const auto steps = world.json("undo --list").at("commands").size();
  CHECK(world("edit ann --tag choir").exit_code == 0);
  CHECK(world.json("undo --list").at("commands").size() == steps);
}

TEST_CASE("nobody gets a name that someone else has, unless a handle tells them apart") {
  Circle world;
  refuses(world, "edit bo --name 'ann  LEE'", 2, "ann-lee has this name already\ntry: --handle WORD");
  world.editor = [](const std::string& text) {
    return "name: Ann Lee\n" + text.substr(text.find("handle:"));
  };
  refuses(world, "edit bo", 2, "ann-lee has this name already");
  CHECK(world("edit bo --name 'Ann Lee' --handle ann-two").exit_code == 0);
  CHECK(world("edit ann-two --name 'ann lee' --handle ann-two").exit_code == 0);
  CHECK(world("edit ann-lee --name 'Ann LEE' --handle ann").exit_code == 0);
}

TEST_CASE("one's own name may be written anew, a look-alike of another's is warned of") {
  Circle world;
  const auto own = world("edit ann --name 'ANN LEE'");
  CHECK(own.exit_code == 0);
  CHECK(own.err.empty());
  holds(world("edit bo --name 'Аnn Lee'").err, "looks like ann-lee");
  CHECK(world("edit bo --name 'Ann'").err.empty());
}

TEST_CASE("edit says how often, where that is what was changed") {
  Circle world;
  CHECK(world("edit ann --tier 2").out ==
        "Ann Lee (ann-lee): tier high, every 30 days\nnext due Mon 21 Dec 2026\n");
  CHECK(world("edit cy --every 3w").out.starts_with("Cy (cy): tier moderate, every 21 days\n"));
  CHECK(world("edit cy --tag choir").out.starts_with("Cy (cy): next due "));
  refuses(world, "edit " + world.id("note ann x") + " 'other words'", 2,
          "a remark is changed by options\ntry: -m \"another text\"");
}

TEST_CASE("a day that was typed is said back with its weekday") {
  Circle world;
  const std::string remark = world.id("note ann x");
  const std::string promise = world.id("promise ann y --by fri");
  holds(world("edit " + remark + " --on 2026-11-01").out, "\nheard on Sun 1 Nov 2026\n");
  holds(world("edit " + promise + " --on 2026-11-02").out, "\npromised on Mon 2 Nov 2026\n");
  CHECK(world("edit " + promise + " -m z").out.find("promised on") == std::string::npos);
  holds(world("note ann z --on 3d").out, "\nheard on Wed 18 Nov 2026\n");
  CHECK(world("note ann z --ask fri").out.starts_with("Ann Lee: ask on Fri 27 Nov 2026: z  "));
  world.input = "very-high - 2026-11-03 ann-lee\nhigh - - bo-berg\n";
  holds(world("edit -").out, "1 line changed\nAnn Lee: last talked on Tue 3 Nov 2026\n");
}

TEST_CASE("a handle that is too long is said to be, without a second one as long") {
  Circle world;
  const std::string handle(5000, 'z');
  refuses(world, "edit ann --handle " + handle, 2, "…: longer than 64 characters\n");
  refuses(world, "edit ann --handle A-b", 2, "a letter first\ntry: a-b\n");
}

TEST_CASE("a text in the editor that is a dash is one, and not standard input") {
  Circle world;
  const std::string id = world.id("note ann x");
  world.input = "from elsewhere";
  world.editor = [](const std::string&) { return "-\n"; };
  world.json("edit " + id);
  CHECK(world.entries("ann")[0].at("text") == "-");
}
