// A command that writes: opening the file, the change, and what is said of it.
#pragma once

#include <functional>
#include <optional>
#include <string>

#include "answer/confirm.hpp"

namespace rel::commands {

/// What a command does to the file and how it says so.
struct Deed {
  std::function<void(store::Change&, Confirmation&)> write;
  /// Reads what there is to say before anybody else can change it; may be empty.
  std::function<void(Confirmation&, const store::Reader&)> report;
};

/// A change that several commands are parts of: the lines of an inbox.
struct Batch {
  store::Change& change;
  Confirmation& answer;
};

/// Does it as one step of the history and prints the answer; within a batch it is a part of that. Throws
/// NotFound where there is no file yet, naming `who` was looked for; without one it makes the file.
Exit carry_out(Call& call, const std::optional<std::string>& who, const Deed& deed);

}  // namespace rel::commands
