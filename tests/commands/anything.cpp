// Random command lines: contract words, garbage and ids of the file, in any order.
#include <random>

#include "commands/circle.hpp"
#include "commands/commands.hpp"

using namespace rel::test;

namespace {

constexpr int lines_tried = 2500;
constexpr unsigned seed = 20261121;

const std::vector<std::string> garbage = {"",           " ",
                                          "-",          "--",
                                          "---",        "=",
                                          ",",          ",,",
                                          "!",          "#",
                                          ":",          "\x1b[2J",
                                          "\xff",       "\u202e",
                                          "\u200b",     "%s%n",
                                          "{}",         "[a,b]",
                                          "'",          "\"",
                                          "\\",         "a\nb",
                                          "-1",         "0",
                                          "1e9",        "0x10",
                                          "٣",          "9999999999999999999999",
                                          "2025-02-29", "25:61",
                                          "last week",  "03/04/2026",
                                          "xyzzy",      "👩‍👩‍👧",
                                          "王",         "*",
                                          "_",          "'); DROP TABLE people;--",
                                          "--x=y",      "-Z",
                                          "2222"};

const std::vector<std::string> words = {"ann",
                                        "bo",
                                        "cy",
                                        "tom",
                                        "ann,bo",
                                        "lee",
                                        "ann-lee",
                                        "Ann Lee",
                                        "call",
                                        "met",
                                        "chat",
                                        "lunch",
                                        "45m",
                                        "1h30",
                                        "0m",
                                        "2w",
                                        "today",
                                        "yesterday",
                                        "tomorrow",
                                        "3d",
                                        "ago",
                                        "in",
                                        "last",
                                        "tue",
                                        "next",
                                        "fri",
                                        "2",
                                        "nov",
                                        "19:30",
                                        "2026-11-02",
                                        "2026-12-12",
                                        "2199-12-31",
                                        "tried",
                                        "missed",
                                        "owe",
                                        "voicemail",
                                        "a note",
                                        "by fri",
                                        "1",
                                        "3",
                                        "none",
                                        "high",
                                        "3w",
                                        "work",
                                        "!work",
                                        "choir",
                                        "me",
                                        "them",
                                        "deep",
                                        "json",
                                        "tsv",
                                        "text",
                                        "2026-12-12 how did it go?",
                                        "the book by fri",
                                        "bo: moves",
                                        "wedding 06-14",
                                        "04-12",
                                        "1980-02-29",
                                        "a@b.c",
                                        "+49 30 1",
                                        "vcard"};

/// Writes random command lines, half of them with a command that is meant.
class Typist {
 public:
  Typist() {
    for (const rel::commands::Command& command : rel::commands::all_commands()) {
      // What is forgotten or restored can't be taken back, and a copy over a fuller one is refused with 4.
      if (command.spec.name == "backup" || command.spec.name == "restore" || command.spec.name == "forget")
        continue;
      commands_.emplace_back(command.spec.name);
      for (const auto& option : command.spec.options) options_.push_back("--" + std::string(option.name));
    }
    for (const auto& option : rel::cli::global_options()) options_.push_back("--" + std::string(option.name));
    std::erase(options_, "--db");  // the file of the test is the one to break
    options_.insert(options_.end(),
                    {"-q", "-n", "-m", "-e", "-h", "-t", "--format=json", "--note=", "--agreed="});
  }

  std::vector<std::string> line(const std::vector<std::string>& ids) {
    std::vector<std::string> args;
    if (chance(95)) args.push_back(any(commands_));
    if (chance(60)) args.push_back(any(words));
    for (int more = below(4); more > 0; --more) {
      const int kind = below(100);
      args.push_back(kind < 50                   ? any(words)
                     : kind < 75                 ? any(options_)
                     : kind < 90 && !ids.empty() ? any(ids).substr(0, 1 + static_cast<std::size_t>(below(13)))
                     : kind < 93                 ? any(commands_)
                                                 : any(garbage));
    }
    return args;
  }

  const std::string& any(const std::vector<std::string>& list) {
    return list[static_cast<std::size_t>(below(static_cast<int>(list.size())))];
  }
  // Not a distribution of the library: those differ between machines.
  int below(int limit) { return static_cast<int>(random_() % static_cast<unsigned>(limit)); }
  bool chance(int percent) { return below(100) < percent; }

 private:
  std::mt19937 random_{seed};
  std::vector<std::string> commands_;
  std::vector<std::string> options_;
};

std::vector<std::string> ids_in(World& world) {
  std::vector<std::string> ids;
  const Json list = world.json("list");
  for (const Json& person : list.at("people")) {
    const Json shown = Json::parse(world.run({"show", person.at("handle"), "--format", "json"}).out);
    for (const Json& entry : shown.at("entries")) ids.push_back(entry.at("id"));
  }
  return ids;
}

/// `rel: what: why`, and at most one line `try: …`.
bool well_formed(const std::string& error) {
  const std::size_t first = error.find('\n');
  if (!error.starts_with("rel: ") || first == std::string::npos) return false;
  const std::string rest = error.substr(first + 1);
  return rest.empty() || (rest.starts_with("try: ") && rest.find('\n') == rest.size() - 1);
}

std::string shown(const std::vector<std::string>& args) {
  std::string line;
  for (const std::string& arg : args) line += "[" + arg + "] ";
  return line;
}

}  // namespace

TEST_CASE("whatever is typed: an exit code of the contract, nothing half done, and a file that opens") {
  Circle world;
  Typist typist;
  world.input = "from standard input\n";
  world.write("book.vcf", "BEGIN:VCARD\nVERSION:3.0\nFN:Ada Kern\nTEL:+49 30 123456\nEND:VCARD\n");
  std::vector<std::string> ids;
  for (int n = 0; n < lines_tried; ++n) {
    if (n % 100 == 0) ids = ids_in(world);
    if (n % 10 == 0)
      world.editor = [text = typist.any(garbage)](const std::string& old) { return old + text; };
    world.editor_status = typist.chance(10) ? 1 : 0;
    std::vector<std::string> args = typist.line(ids);
    if (!args.empty() && args.front() == "import") args.push_back(world.path("book.vcf"));
    const std::string before = world.data();
    const rel::Outcome outcome = world.run(args);
    CAPTURE(n);
    INFO(shown(args));
    INFO(outcome.err);
    REQUIRE(outcome.exit_code >= 0);
    REQUIRE(outcome.exit_code <= 5);
    if (outcome.exit_code > 1) {
      REQUIRE(well_formed(outcome.err));
      REQUIRE(outcome.out.empty());
      REQUIRE(world.data() == before);
    }
    REQUIRE(outcome.exit_code != 4);
    if (outcome.exit_code != 0) REQUIRE(!outcome.saved);
    REQUIRE(world("due --format json").exit_code == 0);
    REQUIRE(world("list").exit_code == 0);
  }
  CHECK(world.json("undo --list -n 100000").at("commands").size() > 50);  // enough of them did something
}

TEST_CASE("any number of commands can be taken back and done again") {
  Circle world;
  Typist typist;
  const std::string beginning = world("list --format json").out + world("list --archived --format json").out;
  const auto steps = world.json("undo --list").at("commands").size();
  for (int n = 0; n < 400; ++n) {
    const std::vector<std::string> args = typist.line({});
    const auto moves = [](const std::string& arg) { return arg == "undo" || arg == "redo"; };
    if (std::none_of(args.begin(), args.end(), moves)) world.run(args);
  }
  const auto everything = [&] {
    return world("list --format json").out + world("list --archived --format json").out +
           world("due --all --days 366 --format json").out;
  };
  const std::string end = everything();
  std::size_t done = 0;
  for (const Json list = world.json("undo --list -n 100000"); const Json& step : list.at("commands"))
    done += !step.at("undone").get<bool>();
  REQUIRE(done > steps);
  for (std::size_t n = steps; n < done; ++n) REQUIRE(world("undo").exit_code == 0);
  CHECK(world("list --format json").out + world("list --archived --format json").out == beginning);
  for (std::size_t n = steps; n < done; ++n) REQUIRE(world("redo").exit_code == 0);
  CHECK(everything() == end);
}
