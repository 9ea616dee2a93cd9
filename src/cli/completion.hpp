// What may stand where the cursor is: completion, from the specifications of the commands.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "cli/command_spec.hpp"

namespace rel::cli {

/// Something to choose, and what it means.
struct Candidate {
  std::string value;
  std::string meaning;
};

/// What the word under the cursor may become.
struct Wanted {
  std::string command;                ///< empty where it is still to be typed
  std::string kept;                   ///< the beginning of the word that stays: `ann,`, `--tag=`
  std::string begun;                  ///< what is typed of the value itself
  std::vector<Candidate> candidates;  ///< known without the file, beginning with `begun`
  std::vector<ValueKind> look_up;     ///< person, entry, tag: in the data file; file: in the folder
};

/// What is wanted at the last of `words`: all that stands behind `rel`, the last one as far as it is typed,
/// without the quotes of a shell.
Wanted wanted_at(std::span<const CommandSpec* const> commands, const std::vector<std::string>& words);

}  // namespace rel::cli
