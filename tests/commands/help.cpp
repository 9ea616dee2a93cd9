#include <sstream>

#include "commands/commands.hpp"
#include "commands/world.hpp"
#include "text/terminal.hpp"

using namespace rel::test;

TEST_CASE("help has every command, its options and its examples") {
  World world;
  for (const rel::commands::Command& command : rel::commands::all_commands()) {
    const std::string name(command.spec.name);
    CAPTURE(name);
    const auto help = world("help " + name);
    CHECK(help.exit_code == 0);
    CHECK(help.out.starts_with("rel " + name + ": "));
    for (const auto& option : command.spec.options) holds(help.out, "--" + std::string(option.name));
    for (const auto& example : command.spec.examples) holds(help.out, example.line);
    CHECK(world(name + " --help").out == help.out);
    CHECK(world(name + " -h").out == help.out);
    if (command.spec.group != rel::cli::Group::hidden) holds(world("help --all").out, "\n  " + name);
  }
  CHECK(world.data().empty());
}

TEST_CASE("no line of help is wider than eighty columns") {
  World world;
  for (const rel::commands::Command& command : rel::commands::all_commands()) {
    std::istringstream lines(world("help " + std::string(command.spec.name)).out);
    for (std::string line; std::getline(lines, line);) {
      CAPTURE(line);
      CHECK(line.size() <= 90);  // in bytes: the ellipsis has three
    }
  }
}

TEST_CASE("every example in help can be typed: its options are known") {
  World world;
  for (const rel::commands::Command& command : rel::commands::all_commands()) {
    for (const auto& example : command.spec.examples) {
      if (example.line.find_first_of("|\"&") != std::string_view::npos) continue;  // for a shell
      std::vector<std::string> args = words_of(example.line);
      args.erase(args.begin());
      CAPTURE(example.line);
      const std::string err = world.run(args).err;
      CHECK(err.find("unknown option") == std::string::npos);
      CHECK(err.find("no such command") == std::string::npos);
    }
  }
}

TEST_CASE("the overview, the version, and what is unknown") {
  World world;
  CHECK(world("--help").out == world("help").out);
  CHECK(world("-h").out == world("help").out);
  CHECK(world("--version").out.starts_with("rel "));
  CHECK(world("due --version").out == world("--version").out);
  refuses(world, "lgo", 2, "lgo: no such command\ntry: rel log");
  refuses(world, "help lgo", 2, "lgo: no such command");
  refuses(world, "xyzzy", 2, "try: rel help --all");
  refuses(world, "help log due", 2, "due: one word too many for help");
}

TEST_CASE("help fits a narrow screen") {
  World world;
  world.variables["COLUMNS"] = "60";
  for (const char* line : {"help", "help --all", "schedule --help"}) {
    std::istringstream lines(world(line).out);
    for (std::string text; std::getline(lines, text);) {
      CAPTURE(text);
      if (!text.starts_with("  rel ")) CHECK(rel::text::width(text) <= 60);
    }
  }
}
