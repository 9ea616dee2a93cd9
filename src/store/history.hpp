// The history: every command's changes, in order, chained by hashes. Undo and redo are read from it.
#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "store/changeset.hpp"
#include "store/database.hpp"
#include "store/history_rows.hpp"

namespace rel::store {

/// One command in the history.
struct Step {
  std::int64_t number = 0;
  std::int64_t at_ms = 0;  ///< milliseconds since 1970, UTC
  std::string command;     ///< as it was typed
  bool undone = false;
};

/// People whose figures, and people whose names, a set of changes touched.
struct Touched {
  std::set<Id> figures;
  std::set<Id> names;
};

/// Appends to the history, and returns the step. Rows of one command share it; without one, this row begins
/// it.
std::int64_t append_history(Database& database, std::optional<std::int64_t> step, std::int64_t at_ms,
                            const std::string& command, Action action, std::optional<std::int64_t> target,
                            const Bytes& changes);

/// All commands, newest first, at most `limit`.
std::vector<Step> history_steps(Database& database, int limit);

/// The newest command that is not undone; nothing where there is none.
std::optional<Step> step_to_undo(Database& database);

/// The command that was undone last, as long as nothing new was done since.
std::optional<Step> step_to_redo(Database& database);

/// Applies a step forwards or backwards and tells whom it touched. Throws FileError where the file does not
/// fit it, or the history from there on is not what was written. `at_ms` (milliseconds since 1970) is when.
Touched apply_step(Database& database, std::int64_t step, std::int64_t at_ms, bool backwards);

/// Where the history begins, if not with the file.
struct Checkpoint {
  std::int64_t at_ms = 0;  ///< milliseconds since 1970, UTC
  std::string why;  ///< the command that ended what was before: `forget`, `restore`; empty where it grew
                    ///< too large; migration_why
};

/// Stands in a checkpoint where the file was brought to another version then.
inline constexpr const char* migration_why = "migration";

/// Removes all history and puts a checkpoint of what the file holds now in its place. Steps go on counting.
void end_history(Database& database, std::int64_t at_ms, const std::string& why);

/// The same where the history is gone already: `seq` is the number that its next row would have had.
void begin_history(Database& database, std::int64_t seq, std::int64_t at_ms, const std::string& why);

/// The checkpoint that the history begins with; nothing where it begins with the file.
std::optional<Checkpoint> checkpoint_of(Database& database);

}  // namespace rel::store
