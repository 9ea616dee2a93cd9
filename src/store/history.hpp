// The history: every command's changes, in order, chained by hashes. Undo and redo are read from it.
#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "store/database.hpp"

struct sqlite3_session;

namespace rel::store {

using Bytes = std::vector<unsigned char>;

/// One command in the history.
struct Step {
  std::int64_t number = 0;
  std::int64_t at_ms = 0;  ///< milliseconds since 1970, UTC
  std::string command;     ///< as it was typed
  bool undone = false;
};

/// Watches a connection while it lives and gives the changes made to the recorded tables.
class Recorder {
 public:
  explicit Recorder(Database& database);
  ~Recorder();
  Recorder(const Recorder&) = delete;
  Recorder& operator=(const Recorder&) = delete;

  /// The changes since the beginning, empty where there were none.
  Bytes changes();
  /// Memory that the recorded changes take, in bytes.
  std::int64_t memory_used() const;

 private:
  const Database& database_;
  sqlite3_session* session_ = nullptr;
};

/// People whose figures, and people whose names, a set of changes touched.
struct Touched {
  std::set<Id> figures;
  std::set<Id> names;
};

/// What a history row says happened.
enum class Action { made, undone, redone };

/// Appends to the history; `target` is the step that was undone or redone. Rows of one command share the
/// step.
void append_history(Database& database, std::optional<std::int64_t> step, std::int64_t at_ms,
                    const std::string& command, Action action, std::optional<std::int64_t> target,
                    const Bytes& changes);

/// The number that the next history row gets.
std::int64_t next_step(Database& database);

/// All commands, newest first, at most `limit`.
std::vector<Step> history_steps(Database& database, int limit);

/// The newest command that is not undone; nothing where there is none.
std::optional<Step> step_to_undo(Database& database);

/// The command that was undone last, as long as nothing new was done since.
std::optional<Step> step_to_redo(Database& database);

/// Applies a step forwards or backwards and tells whom it touched. Throws FileError where the file does not
/// fit it.
Touched apply_step(Database& database, std::int64_t step, bool backwards);

}  // namespace rel::store
