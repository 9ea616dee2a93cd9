#include "commands/circle.hpp"

using namespace rel::test;

TEST_CASE("done closes a promise, an ask and a reply owed") {
  Circle world;
  const std::string promise = world.id("promise ann 'the book'");
  const std::string ask = world.id("note ann surgery --ask '2026-12-12 how was it?'");
  const std::string reply = world.id("log ann missed");
  CHECK(world("done " + promise).out.starts_with("Ann Lee: kept: the book"));
  CHECK(world("done " + ask).out.starts_with("Ann Lee: asked: how was it?"));
  CHECK(world("done " + reply).out.starts_with("Ann Lee: answered"));
  for (const Json& entry : world.entries("ann")) {
    if (entry.at("id") == promise) CHECK(entry.at("kept") == "2026-11-21");
    if (entry.at("id") == ask) CHECK(entry.at("used") == "2026-11-21");
    if (entry.at("id") == reply) CHECK(entry.at("answered") == "2026-11-21");
  }
}

TEST_CASE("--dropped says that it will not happen") {
  Circle world;
  const std::string promise = world.id("promise ann 'the book'");
  const std::string ask = world.id("note bo surgery --ask '2026-12-12 how was it?'");
  const std::string reply = world.id("log cy missed");
  CHECK(world("done --dropped " + promise).out.starts_with("Ann Lee: dropped: the book"));
  CHECK(world("done --dropped " + ask).out.starts_with("Bo Berg: dropped: how was it?"));
  CHECK(world("done --dropped " + reply).out.starts_with("Cy: no reply needed"));
  CHECK(world.latest("ann").at("kept").is_null());
  CHECK(world.latest("ann").at("dropped") == "2026-11-21");
  CHECK(world.latest("bo").at("used").is_null());
  CHECK(world.latest("bo").at("done") == "2026-11-21");
}

TEST_CASE("what was closed stays as it was closed, and that is no step") {
  Circle world;
  const std::string promise = world.id("promise ann 'the book'");
  world.json("done " + promise);
  const auto steps = world.json("undo --list").at("commands").size();
  world.at("2026-11-25T09:00");
  holds(world("done --dropped " + promise).out, "the book was closed before");
  CHECK(world.latest("ann").at("kept") == "2026-11-21");
  CHECK(world.json("undo --list").at("commands").size() == steps);
}

TEST_CASE("several ids are closed together or not at all") {
  Circle world;
  const std::string one = world.id("promise ann one");
  const std::string two = world.id("promise ann two");
  refuses(world, "done " + one + " 2222", 3, "2222: no entry");
  CHECK(world.json("done " + one + " " + two).at("wrote").size() == 2);
}

TEST_CASE("what there is nothing to close about") {
  Circle world;
  refuses(world, "done", 2, "done: which one?");
  refuses(world, "done ann", 3, "ann: nothing is open with Ann Lee");
  refuses(world, "done " + world.id("log ann"), 2, "a contact that asks for no reply");
  refuses(world, "done --dropped " + world.id("note ann nuts"), 2, "is a remark without a day to ask");
  refuses(world, "done " + world.id("snooze ann 2w"), 2, "a snooze ends by itself");
}

TEST_CASE("WHO is the only thing open with them, whatever it is") {
  Circle world;
  world.json("promise ann 'the book'");
  CHECK(world("done ann").out.starts_with("Ann Lee: kept: the book"));
  world.json("note bo surgery --ask '2026-12-12 how was it?'");
  CHECK(world("done bo").out.starts_with("Bo Berg: asked: how was it?"));
  world.json("log cy missed");
  world.json("note cy nuts");
  CHECK(world("done cy").out.starts_with("Cy: answered"));
  const std::string one = world.id("promise ann one").substr(0, 4);
  const std::string two = world.id("promise ann two --theirs").substr(0, 4);
  for (const std::string& id : {one, two}) refuses(world, "done ann", 3, id);
  refuses(world, "done anm", 3, "anm: nobody of that name");
  CHECK(world.json("done " + one).at("wrote").size() == 1);
}

TEST_CASE("a remark without a day is come back to, as often as the user does") {
  Circle world;
  const std::string remark = world.id("note ann nuts");
  CHECK(world("done " + remark).out.starts_with("Ann Lee: came back to: nuts"));
  CHECK(world.latest("ann").at("used") == "2026-11-21");
  CHECK(world.latest("ann").at("done").is_null());
  holds(world("done " + remark).out, "come back to before");
  world.at("2026-11-25T09:00");
  CHECK(world.json("done " + remark).at("wrote")[0].at("used") == "2026-11-25");
  world.json("undo");
  CHECK(world.latest("ann").at("used") == "2026-11-21");
}
