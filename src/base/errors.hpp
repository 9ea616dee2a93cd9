// The few ways in which a command can fail. Each has its exit code and says, where it can, what to do next.
#pragma once

#include <stdexcept>
#include <string>
#include <utility>

namespace rel {

/// The exit codes of the contract.
enum class Exit {
  done = 0,
  no = 1,
  usage = 2,
  not_found = 3,
  file = 4,
  io = 5,
  not_shown = 6,
  interrupted = 130
};

/// A text for a message, which ends at a NUL: each one is written `\u{0}`.
std::string without_nul(const std::string& text);

/// The base of all: `what: why`, one line, and optionally what to try.
class Error : public std::runtime_error {
 public:
  Error(Exit exit, const std::string& message, std::string advice = {})
      : std::runtime_error(without_nul(message)), exit_(exit), advice_(std::move(advice)) {}
  Exit exit() const { return exit_; }
  const std::string& advice() const { return advice_; }

 private:
  Exit exit_;
  std::string advice_;
};

/// Throw when the command line, a value in it, or text given to a command can't be understood.
struct UsageError : Error {
  explicit UsageError(const std::string& message, std::string advice = {})
      : Error(Exit::usage, message, std::move(advice)) {}
};

/// Throw when a person or an entry is not there, or more than one is meant.
struct NotFound : Error {
  explicit NotFound(const std::string& message, std::string advice = {})
      : Error(Exit::not_found, message, std::move(advice)) {}
};

/// Throw when the data file can't be used: foreign, newer, damaged, locked, missing where it must be there.
struct FileError : Error {
  explicit FileError(const std::string& message, std::string advice = {})
      : Error(Exit::file, message, std::move(advice)) {}
};

/// Throw when another program has held the data file for longer than we wait.
struct LockedError : FileError {
  using FileError::FileError;
};

/// Throw when the operating system refuses to read or write: disk full, denied, unreadable.
struct IoError : Error {
  explicit IoError(const std::string& message, std::string advice = {})
      : Error(Exit::io, message, std::move(advice)) {}
};

/// Throw when whoever read standard output has gone: the program ends without a word, and that is no failure.
struct ReaderLeft {};

}  // namespace rel
