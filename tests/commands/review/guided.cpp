#include <algorithm>

#include "commands/circle.hpp"

using namespace rel::test;

namespace {

/// Half a year after everyone was added: tiers are old, and Ann and Bo are quiet.
struct Guided : Circle {
  Guided() {
    json("log ann call 45m");
    json("log bo call 45m");
    at("2027-05-24T09:00");
    at_terminal = true;
  }

  rel::Outcome answered(const std::deque<std::string>& lines) {
    questions.clear();
    answers = lines;
    return (*this)("review --guided --since 2026-11-22");
  }

  /// Whether any question so far held this.
  bool was_asked(const std::string& part) const {
    return std::any_of(questions.begin(), questions.end(),
                       [&](const std::string& question) { return question.find(part) != std::string::npos; });
  }
  Json reviews() {
    answers.reset();
    return json("review").at("last_review");
  }
};

}  // namespace

TEST_CASE("guided: figures first, then tiers, then who went quiet, then what to do, kept at the end") {
  Guided world;
  const auto done =
      world.answered({"", "k", "3", "6w", "fri", "", "", "ann: a walk every week", "fewer messages", ""});
  CHECK(done.exit_code == 0);
  CHECK(done.saved);
  REQUIRE(world.questions.size() == 10);
  holds(world.questions[0], "In person");
  holds(world.questions[0], "Go through it now? [Enter/q]");
  holds(world.questions[1], "Ann Lee: very high, every 7 days, since 21 Nov 2026\n");
  holds(world.questions[1], " [k/1/2/3/none/3w/a/p/Enter/q]");
  holds(world.questions[1], "\n1 of ");
  holds(world.questions[2], "Ann Lee: kept as it is");
  holds(world.questions[3], "Bo Berg: tier moderate, every 90 days");
  holds(done.out, "kept: review of");
  CHECK(world.person("ann").at("considered") == "2027-05-24");
  CHECK(world.person("bo").at("tier") == "moderate");
  CHECK(world.person("cy").at("every_days") == 42);
  world.answers.reset();
}

TEST_CASE("guided: it can be stopped at any question, and goes on where it was") {
  for (const bool by_word : {true, false}) {
    CAPTURE(by_word);
    Guided world;
    const auto stopped =
        world.answered(by_word ? std::deque<std::string>{"", "k", "q"} : std::deque<std::string>{"", "k"});
    CHECK(stopped.exit_code == 0);
    holds(stopped.out, "Stopped here; what you answered is kept. rel review --guided goes on.");
    CHECK(world.reviews().is_null());
    world.answered({"", "q"});
    CHECK(!world.was_asked("Ann Lee: very high, every 7 days, since"));
    CHECK(world.was_asked("Bo Berg: high"));
  }
}

TEST_CASE("guided: each answer is one step") {
  Guided world;
  world.answered({"", "a", "p my brother in arms", "q"});
  CHECK(world.person("ann").at("archived") == true);
  CHECK(world.person("bo").at("purpose") == "my brother in arms");
  world.answers.reset();
  holds(world("undo").out, "review --guided (bo-berg)");
  CHECK(world.person("bo").at("purpose").is_null());
  CHECK(world.person("bo").at("considered") == "2026-11-21");
  CHECK(world.person("ann").at("archived") == true);
}

TEST_CASE("guided: what is not understood changes nothing and is asked again") {
  Guided world;
  world.answered({"", "soon", "0d", "k", "q"});
  CHECK(world.was_asked("soon: not a cadence"));
  CHECK(world.person("ann").at("considered") == "2027-05-24");
  CHECK(world.person("bo").at("considered") == "2026-11-21");
}

TEST_CASE("guided: a day for a talk is an agreed one, and who has one is not asked about again") {
  Guided world;
  world.answered({"", "", "", "", "yesterday", "sat 19:30", "q"});
  const Json snooze = world.latest("ann");
  CHECK(snooze.at("agreed") == "a talk, 19:30");
  CHECK(snooze.at("counted") == false);
  CHECK(snooze.at("until") == "2027-05-29");
  world.answered({"", "", "", "", "q"});
  holds(world.questions.back(),
        "Bo Berg: last talk 21 Nov 2026, 184 days; you wanted 30\n1 of 2 [sat 19:30/Enter/q]");
}

TEST_CASE("guided: intentions typed before stopping are kept") {
  Guided world;
  const auto done = world.answered({"", "", "", "", "", "", "", "anm: a walk", "ann: a walk", "q"});
  CHECK(world.was_asked("anm: nobody of that name"));
  holds(done.out, "you mean to: a walk, with Ann Lee");
  CHECK(world.reviews().at("on") == "2027-05-24");
}

TEST_CASE("guided: a second time on one day adds to what was meant, in one review") {
  Guided world;
  world.answered({"", "", "", "", "", "", "", "ann: a walk", "bo: a call", ""});
  world.answered({"", "", "", "", "", "", "", "cy: lunch"});
  CHECK(world.was_asked("you mean to: a walk, with Ann Lee"));
  CHECK(world.was_asked("3 of 3 [Enter ends]"));
  world.answers.reset();
  const Json reviews = world.json("export").at("reviews");
  REQUIRE(reviews.size() == 1);
  CHECK(reviews[0].at("intentions").size() == 3);
  refuses(world, "review --intend 'ann: a swim'", 2, "--intend: with those of today's review they are 4");
  world.json("review --done --intend 'ann: a walk'");
  CHECK(world.json("export").at("reviews").size() == 1);
}

TEST_CASE("guided: only at a terminal, only as text, only of the present") {
  Guided world;
  refuses(world, "review --guided", 2, "--guided: asks, so it needs a terminal");
  world.answers = std::deque<std::string>{};
  refuses(world, "review --guided --format json", 2, "--guided and --format json: only one of the two");
  refuses(world, "review --guided --as-of 2027-01-01", 2, "--as-of and --guided: only one of the two");
}
