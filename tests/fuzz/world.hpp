// The program in a folder of its own, with a circle in its file, for inputs that are files or commands.
#pragma once

#include <filesystem>
#include <fstream>

#include "app/run.hpp"
#include "fuzz/target.hpp"
#include "support/scratch.hpp"

namespace rel::test {

class FuzzWorld {
 public:
  FuzzWorld() {
    std::filesystem::current_path(std::filesystem::path(path).parent_path());
    const std::vector<std::vector<std::string>> commands = {
        {"add", "Ann Lee", "--tier", "1", "--last", "2026-01-05", "--phone", "+49 30 1", "--email",
         "ann@x.example", "--birthday", "4-12"},
        {"add", "Bo Berg"},
        {"log", "ann", "call", "45m", "2026-11-01", "-m", "a walk", "--heard", "new job", "--promise",
         "a book"},
        {"log", "ann,bo", "met", "1h"},
        {"snooze", "bo", "2w"},
        {"undo"}};
    for (const auto& args : commands) must(run(args).exit_code == 0, "the circle is made");
    std::ostringstream content;
    content << std::ifstream(path, std::ios::binary).rdbuf();
    bytes = content.str();
  }

  void write(const std::string& content) const { std::ofstream(path, std::ios::binary) << content; }

  /// Runs a command; it ends with a code of the contract, and says something where that is an error.
  Outcome run(const std::vector<std::string>& args) {
    Outcome outcome = rel::run(args, env());
    must(outcome.exit_code >= 0 && outcome.exit_code <= 6, "an exit code of the contract");
    must(outcome.exit_code < 2 || (outcome.out.empty() && outcome.err.starts_with("rel: ")),
         "an error says what and why, and nothing else");
    return outcome;
  }

  const Scratch folder;
  const std::string path = folder / "rel.db";
  std::string bytes;  ///< of the file with the circle

 private:
  Env env() const {
    Env env;
    env.variable = [this](const char* name) -> std::optional<std::string> {
      if (std::string_view(name) == "REL_DB") return path;
      if (std::string_view(name) == "HOME" || std::string_view(name) == "TMPDIR") return folder / ".";
      return std::nullopt;
    };
    env.read_input = [](std::size_t) { return std::string(); };
    env.run_program = [](const std::string&, const std::string&) { return 0; };
    env.now = {fuzz_day, TimeOfDay{9 * 60}};
    env.now_ms = 1'795'248'000'000;
    return env;
  }
};

}  // namespace rel::test
