// The files that lines are taken in from: which they are, and which lines stand in them.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "invocation/invocation.hpp"
#include "store/inbox_lines.hpp"

namespace rel::commands {

/// A line that says something: no blank one and no comment.
struct InboxLine {
  std::string text;        ///< with plain blanks, and none at the ends
  int number = 0;          ///< in its file, from 1
  store::LineKey key = 0;  ///< what it is known by
  bool ended = true;       ///< a line feed stands behind it: nobody is still writing it
};

/// A file as it was read.
struct InboxFile {
  std::string path;  ///< empty for standard input
  std::string bytes;
  cli::Now now;  ///< when it was saved; never later than the clock
  std::vector<InboxLine> lines;
};

/// The files of the setting `inbox` that are there, by name.
std::vector<std::string> inbox_paths(const Call& call);

/// Reads a file, whatever link leads to it. Throws IoError where it can't be read or is no list of lines.
InboxFile read_inbox_file(const Call& call, const std::string& path);
/// What was typed or piped in.
InboxFile read_inbox_input(const Call& call);

/// The bytes without some of the lines.
std::string without_lines(const std::string& bytes, const std::set<int>& numbers);

/// How many lines of the files in the setting were never taken in.
int lines_waiting(const store::Reader& store, const Call& call);

}  // namespace rel::commands
