// The whole program as a function, in a world of its own: a clock that stands still, variables and an editor
// in memory, a data file in a folder that goes with the test.
#pragma once

#include <date/date.h>
#include <doctest/doctest.h>

#include <deque>
#include <filesystem>
#include <fstream>
#include <functional>
#include <map>
#include <nlohmann/json.hpp>
#include <optional>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "app/run.hpp"
#include "rel/day.hpp"
#include "support/scratch.hpp"

namespace rel::test {

using Json = nlohmann::json;

/// The words of a command line: blanks part them, single quotes hold them together.
inline std::vector<std::string> words_of(std::string_view line) {
  std::vector<std::string> words;
  bool quoted = false;
  bool in_word = false;
  for (const char c : line) {
    if (c == '\'') {
      quoted = !quoted;
      if (!in_word) words.emplace_back();
      in_word = true;
    } else if (c == ' ' && !quoted) {
      in_word = false;
    } else {
      if (!in_word) words.emplace_back();
      words.back() += c;
      in_word = true;
    }
  }
  return words;
}

/// The folder that the process works in, while this lives.
class Stay {
 public:
  explicit Stay(const std::string& folder) : before_(std::filesystem::current_path()) {
    std::filesystem::current_path(folder);
  }
  ~Stay() { std::filesystem::current_path(before_); }
  Stay(const Stay&) = delete;
  Stay& operator=(const Stay&) = delete;

 private:
  std::filesystem::path before_;
};

/// One user at one desk. It is Saturday, 21 November 2026, nine o'clock.
class World {
 public:
  std::map<std::string, std::string> variables;  ///< beside or instead of HOME, TMPDIR and REL_DB
  std::string input;                             ///< what standard input holds
  bool at_terminal = false;                      ///< standard output is one
  /// Standard input is a terminal, too, and these lines are typed there, then its end.
  std::optional<std::deque<std::string>> answers;
  std::vector<std::string> questions;  ///< what was shown before each answer
  /// What the editor makes of a file's text; it ends with `editor_status`.
  std::function<std::string(const std::string&)> editor = [](const std::string& text) { return text; };
  int editor_status = 0;
  int editor_sessions = 0;  ///< how often it was opened
  /// What becomes of a program that is run without a shell; none is there by default.
  std::function<Ended(const ProgramWords& words, const std::string& input)> program = [](const ProgramWords&,
                                                                                         const std::string&) {
    return Ended{"there is no such program", 127, "", ""};
  };
  std::vector<ProgramWords> programs;  ///< those that were run
  std::string shown_first;             ///< what was printed before the last one that had the terminal

  World() { at("2026-11-21T09:00"); }

  /// Sets the clock: `2026-11-21T09:00`.
  void at(const std::string& moment) {
    now_ = {*day_from_iso(moment.substr(0, 10)), time_from_text(moment.substr(11))};
  }

  /// Runs one command line.
  Outcome operator()(std::string_view line) { return run(words_of(line)); }
  Outcome run(const std::vector<std::string>& args) { return rel::run(args, env()); }

  /// Runs a command line that must succeed, as JSON.
  Json json(std::string_view line) {
    std::vector<std::string> args = words_of(line);
    args.insert(args.end(), {"--format", "json"});
    const Outcome outcome = run(args);
    CAPTURE(line);
    CAPTURE(outcome.err);
    REQUIRE(outcome.exit_code == 0);
    return Json::parse(outcome.out);
  }

  /// The id of what a command wrote first.
  std::string id(std::string_view line) { return json(line).at("wrote").at(0).at("id"); }
  Json person(const std::string& who) { return json("show '" + who + "'").at("person"); }
  Json entries(const std::string& who) { return json("show '" + who + "'").at("entries"); }
  /// The latest entry of a person.
  Json latest(const std::string& who) { return entries(who).back(); }

  std::string path(const std::string& name) const { return folder_ / name; }
  void write(const std::string& name, const std::string& bytes) const {
    std::ofstream(path(name), std::ios::binary) << bytes;
  }
  /// The bytes of the data file.
  std::string data() const { return bytes_of(path("rel.db")); }

  /// The world as a command sees it.
  Env env() {
    Env env;
    env.variable = [this](const char* name) { return variable(name); };
    env.read_input = [this](std::size_t limit) { return input.substr(0, limit); };
    env.run_program = [this](const std::string&, const std::string& file) { return edit(file); };
    env.run_beside = [this](const ProgramWords& words, const std::string& given) {
      programs.push_back(words);
      return program(words, given);
    };
    env.run_in_front = [this](const ProgramWords& words, const std::string& first) {
      programs.push_back(words);
      shown_first = first;
      return program(words, "");
    };
    env.output_is_terminal = at_terminal;
    if (at_terminal && answers) env.ask = [this](const std::string& question) { return answer(question); };
    env.now = now_;
    const auto minutes = now_.day.time_since_epoch() + *now_.time;
    env.now_ms = std::chrono::duration_cast<std::chrono::milliseconds>(minutes).count();
    return env;
  }

 private:
  static std::string bytes_of(const std::string& file) {
    std::ostringstream bytes;
    bytes << std::ifstream(file, std::ios::binary).rdbuf();
    return bytes.str();
  }

  std::optional<std::string> variable(const std::string& name) const {
    if (const auto found = variables.find(name); found != variables.end()) return found->second;
    if (name == "REL_DB") return path("rel.db");
    if (name == "EDITOR") return "editor";
    return name == "HOME" || name == "TMPDIR" ? std::optional(path(".")) : std::nullopt;
  }

  int edit(const std::string& file) {
    ++editor_sessions;
    if (editor_status == 0) {
      const std::string text = editor(bytes_of(file));
      std::ofstream(file, std::ios::binary | std::ios::trunc) << text;
    }
    return editor_status;
  }

  std::optional<std::string> answer(const std::string& question) {
    questions.push_back(question);
    if (answers->empty()) return std::nullopt;
    const std::string line = answers->front();
    answers->pop_front();
    return line;
  }

  Scratch folder_;
  const Stay stay_{folder_ / "."};  // what a command writes into the folder it runs in goes with the test
  Moment now_;
};

/// Whether a text holds another; in a CHECK both are shown.
inline bool holds(const std::string& text, std::string_view part) {
  INFO("\"" << part << "\" in \"" << text << "\"");
  CHECK(text.find(part) != std::string::npos);
  return text.find(part) != std::string::npos;
}

/// A command that must fail with this exit code and message, and leave the data file as it was.
inline void refuses(World& world, std::string_view line, int exit_code, std::string_view message) {
  CAPTURE(line);
  const std::string before = world.data();
  const Outcome outcome = world(line);
  CHECK(outcome.exit_code == exit_code);
  holds(outcome.err, message);
  CHECK(outcome.out.empty());
  CHECK(!outcome.saved);
  CHECK(world.data() == before);
}

}  // namespace rel::test
