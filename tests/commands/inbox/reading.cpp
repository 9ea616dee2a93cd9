#include "commands/inbox/reading.hpp"

#include <doctest/doctest.h>

#include <algorithm>

#include "base/errors.hpp"
#include "rel/day.hpp"
#include "text/ascii.hpp"

using namespace rel;
using namespace rel::commands;

namespace {

const cli::Now now{.today = *day_from_iso("2026-11-21"), .time = TimeOfDay{21 * 60}};

bool among(std::initializer_list<const char*> names, const std::string& name) {
  return std::ranges::any_of(names, [&](const char* one) { return text::same_word(one, name); });
}

const KnownNames names{[](const std::string& name) {
                         return among({"ann", "Ann Lee", "bo", "May", "Sun"}, name);
                       },
                       [](const std::string& name) {
                         return among({"ann", "Ann Lee", "lee", "bo", "May", "Sun"}, name);
                       }};

LineCommand read(const std::string& line, Present present = Present::clock) {
  return read_line(line, now, present, names);
}

using Texts = std::vector<std::string>;

Texts words(const std::string& line) {
  return read(line).args.words;
}

std::string why(const std::string& line) {
  try {
    read(line);
  } catch (const UsageError& error) {
    return error.what();
  }
  return "";
}

}  // namespace

TEST_CASE("a line is the words of a log") {
  CHECK(read("ann call 20").command == "log");
  CHECK(words("ann call 20 her new job") == Texts{"ann", "call", "20", ":", "her new job"});
  CHECK(words("Ann Lee call 20") == Texts{"Ann Lee", "call", "20"});
  CHECK(words("lee call") == Texts{"lee", "call"});
  CHECK(words("ann: met 2h") == Texts{"ann", "met", "2h"});
  CHECK(words("ann, bo, Ann Lee dinner") == Texts{"ann,bo,Ann Lee", "dinner"});
  CHECK(words("ann,bo dinner") == Texts{"ann,bo", "dinner"});
  CHECK(words("- ann chat") == Texts{"ann", "chat"});
  CHECK(words("rel log ann chat") == Texts{"ann", "chat"});
}

TEST_CASE("the note is kept to the letter, and a dash begins one") {
  CHECK(words("ann call she said \"yes\" twice").back() == "she said \"yes\" twice");
  CHECK(words("ann call \"her new job\"").back() == "her new job");
  CHECK(words("ann 20m - tired, call me") == Texts{"ann", "20m", ":", "tired, call me"});
  CHECK(words("ann : call me maybe") == Texts{"ann", ":", "call me maybe"});
  CHECK(words("ann call her job - new").back() == "her job - new");
}

TEST_CASE("a date before the name is the day of the talk") {
  for (const char* line : {"2 nov ann call", "2 nov: ann call", "2026-11-02 ann call", "11-02, ann call"}) {
    const LineCommand command = read(line);
    CHECK(command.args.words == Texts{"ann", "call"});
    CHECK(command.args.one("on") == "2026-11-02");
    CHECK(iso(command.day) == "2026-11-02");
  }
  CHECK(read("fri 19:30 bo met").args.one("on") == "2026-11-20T19:30");
  CHECK(iso(read("ann yesterday call").day) == "2026-11-20");
  CHECK(why("2 nov ann yesterday call") == "yesterday: a second date after Mon 2 Nov 2026");
  CHECK(why("03/04/2026 ann call").starts_with("03/04/2026: can be 3 April or 4 March"));
  CHECK(why("tomorrow ann call").find("is still to come") != std::string::npos);
}

TEST_CASE("a name that could be a day is a name, unless both can be meant") {
  CHECK(words("may call 20") == Texts{"may", "call", "20"});
  CHECK(words("sun call") == Texts{"sun", "call"});
  CHECK(why("sun ann call") == "sun: can be a day and a name");
}

TEST_CASE("what has no date is of the day its file was saved, at no time") {
  CHECK(read("ann call", Present::file).args.one("on") == "2026-11-21");
  CHECK(!read("ann call", Present::clock).args.has("on"));
  CHECK(!read("ann yesterday call", Present::file).args.has("on"));
}

TEST_CASE("other commands begin with their names") {
  CHECK(read("note Ann Lee allergic to \"nuts\"").args.words == Texts{"Ann Lee", "allergic to \"nuts\""});
  CHECK(read("Promise bo the drill by fri").command == "promise");
  CHECK(read("done ann, bo").args.words == Texts{"ann,bo"});
  CHECK(read("snooze ann 2w").args.words == Texts{"ann", "2w"});
  CHECK(read("add Tom Sawyer --tier 2").args.words == Texts{"Tom", "Sawyer"});
  CHECK(read("add Tom Sawyer --tier 2").args.one("tier") == "2");
  const LineCommand earlier = read("2 nov note ann nuts");
  CHECK(earlier.command == "note");
  CHECK(iso(earlier.now.today) == "2026-11-02");
}

TEST_CASE("options are those of the command, also with the dash that phones make of two") {
  const LineCommand command = read("ann call 20 it went well \u2014heard \u201csurgery on 12 Dec\u201d");
  CHECK(command.args.all("heard") == Texts{"surgery on 12 Dec"});
  CHECK(command.args.words.back() == "it went well");
  CHECK(why("ann call --hurd x") == "--hurd: no option of a line that begins so");
  CHECK(why("ann call --db x") == "--db: no option of a line that begins so");
  CHECK(why("ann call --heard") == "--heard: needs a value");
  CHECK(why("ann --real --touch").find("only one") != std::string::npos);
  CHECK(words("ann call \u2014so it goes").back() == "\u2014so it goes");
}

TEST_CASE("slips are refused, with the line to write instead") {
  try {
    read("ann cal 45m");
    CHECK(false);
  } catch (const UsageError& error) {
    CHECK(error.advice() == "ann : cal 45m");
  }
  CHECK(why("ann call \xff") == "byte 9 is not UTF-8");
  CHECK(why("2 nov") == "no name stands there");
}
