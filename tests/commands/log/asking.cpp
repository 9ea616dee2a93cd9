#include "commands/circle.hpp"

using namespace rel::test;

namespace {

struct Asked : Circle {
  Asked() { at_terminal = true; }
  rel::Outcome answering(std::deque<std::string> lines) {
    answers = std::move(lines);
    questions.clear();
    return (*this)("log");
  }
};

}  // namespace

TEST_CASE("log without words asks at a terminal, and shows the command that it makes") {
  Asked world;
  const rel::Outcome out = world.answering({"ann", "dinner yesterday", "90", "Lisbon; the new flat"});
  CHECK(out.exit_code == 0);
  CHECK(out.out.starts_with("rel log ann dinner yesterday 90m : 'Lisbon; the new flat'\n"));
  const Json logged = world.latest("ann");
  CHECK(logged.at("channel") == "met");
  CHECK(logged.at("minutes") == 90);
  CHECK(logged.at("on") == "2026-11-20");
  CHECK(logged.at("note") == "Lisbon; the new flat");
  CHECK(world.json("undo --list").at("commands")[0].at("command") ==
        "log ann dinner yesterday 90m : 'Lisbon; the new flat'");
}

TEST_CASE("Enter leaves an answer out") {
  Asked world;
  holds(world.answering({"bo", "", "", ""}).out, "rel log bo\n");
  CHECK(world.latest("bo").at("channel") == "call");
  CHECK(world.latest("bo").at("minutes") == 30);
}

TEST_CASE("a number stands for one of those who are due") {
  Asked world;
  world.at("2027-03-01T09:00");
  holds(world.answering({"1", "", "", ""}).out, "rel log ann-lee\n");
  holds(world.questions.front(), "1  Ann Lee");
}

TEST_CASE("what can't be read is asked again, nobody, or the end of the input, logs nothing") {
  Asked world;
  const rel::Outcome out = world.answering({"anm", "ann", "cal", "her new job", "chat", "long", "", ""});
  CHECK(out.exit_code == 0);
  holds(world.questions[1], "anm: nobody of that name: ann-lee");
  holds(world.questions[3], "cal: no channel, duration or date");
  CHECK(world.latest("ann").at("channel") == "chat");
  for (const auto& lines : {std::deque<std::string>{""}, {}, {"ann", "call"}}) {
    const std::string before = world.data();
    const rel::Outcome none = world.answering(lines);
    CHECK(none.exit_code == 1);
    holds(none.out, "Nothing was logged.");
    CHECK(world.data() == before);
  }
  world.answers.reset();
  refuses(world, "log", 2, "log: whom did you talk with?");
}
