// The outside world as one value: made in main, or by a test.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "rel/day.hpp"

namespace rel {

/// What a program came to that was run without a shell.
struct Ended {
  std::string problem;  ///< why it could not be started; empty where it was
  int status = 0;       ///< its exit status; 128 and the signal where one ended it
  std::string out;      ///< what it printed, where that was kept
  std::string err;

  bool well() const { return problem.empty() && status == 0; }
};

/// The name of a program, found by PATH, and its arguments: each is one, whatever it holds.
using ProgramWords = std::vector<std::string>;

/// Everything a command may know of the world beside its arguments and the file.
struct Env {
  /// An environment variable; nothing where it is not set.
  std::function<std::optional<std::string>(const char*)> variable;
  /// Standard input, at most `limit` bytes of it; throws IoError where it can't be read.
  std::function<std::string(std::size_t limit)> read_input;
  /// Runs an interactive program by the shell with `file` as its last argument; its exit status.
  std::function<int(const std::string& command, const std::string& file)> run_program;
  /// Runs a program beside us: `input` is what it reads, and what it prints is kept.
  std::function<Ended(const ProgramWords&, const std::string& input)> run_beside;
  /// Prints `first` on standard output, then runs a program with our terminal and waits for it. What it
  /// prints goes to standard error. Throws IoError where `first` can't be printed.
  std::function<Ended(const ProgramWords&, const std::string& first)> run_in_front;
  /// Shows something at once on a terminal's standard error (progress).
  std::function<void(const std::string&)> notice;
  /// Shows a question on standard output at once and reads a line as the answer; nothing at the end of
  /// input. Empty unless standard input and output are both terminals: nobody else is ever asked.
  std::function<std::optional<std::string>(const std::string& question)> ask;
  /// Writes a piece of an answer that is too long to be held to standard output, at once. Throws IoError
  /// where it can't be written, and ReaderLeft where nobody reads on. Where it is empty, answers are
  /// collected.
  std::function<void(std::string_view)> print;
  bool output_is_terminal = false;
  int columns = 0;  ///< width of the terminal, 0 where unknown
  int rows = 0;     ///< its height, 0 where unknown
  /// The civil day and time here at so many seconds since 1970, UTC.
  std::function<Moment(std::int64_t seconds)> local_time = utc;
  Moment now;               ///< the civil day and time of day on the clock
  std::int64_t now_ms = 0;  ///< the same in milliseconds since 1970, UTC
  std::string warning;      ///< something wrong with the world that the user should know; mostly empty
};

/// What a run of the program comes to.
struct Outcome {
  int exit_code = 0;
  std::string out;     ///< for standard output
  std::string err;     ///< for standard error
  bool saved = false;  ///< something was written: an answer that can't be printed is a lesser evil
  /// What is to be done once the answer is out; gives a line for standard error, or nothing. May be empty.
  std::function<std::string()> afterwards;
};

}  // namespace rel
