// A line of an inbox as the command that it stands for.
#pragma once

#include <functional>
#include <string>

#include "cli/arguments.hpp"
#include "cli/dates.hpp"

namespace rel::commands {

/// What is to be known of people to read a line.
struct KnownNames {
  std::function<bool(const std::string&)> whole;  ///< somebody's handle, alias or full name
  std::function<bool(const std::string&)> any;    ///< whatever means somebody as WHO
};

/// Where the words of a line have their present from.
enum class Present {
  clock,  ///< it is written now
  file,   ///< it was written some time before its file was saved: what has no date has no time either
};

/// A line that was read.
struct LineCommand {
  std::string command;  ///< log, note, promise, done, snooze, add
  cli::Arguments args;
  cli::Now now;  ///< the present of the command
  Day day{};     ///< on which it happened
};

/// Reads a line: the words of a log, WHO first, or a date and then WHO; or another command's behind its name.
/// Full names need no quotes; a comma, or a colon, behind a name or a date is left out. Throws UsageError
/// where it can't be told.
LineCommand read_line(const std::string& line, const cli::Now& now, Present present, const KnownNames& names);

}  // namespace rel::commands
