// The rows of the history and the chain of hashes through them.
#pragma once

#include <cstdint>
#include <functional>
#include <limits>
#include <optional>
#include <string>

#include "store/content_sum.hpp"
#include "store/database.hpp"
#include "store/hash.hpp"

namespace rel::store {

/// What a history row says happened. A checkpoint is always the first row: nothing before it can be undone.
/// What is kept is what the contacts of a list were, since its step was undone.
enum class Action { made, undone, redone, checkpoint, kept };
constexpr Action last_of(Action) {
  return Action::kept;
}

/// A row of the history.
struct HistoryRow {
  std::int64_t seq = 0;
  std::int64_t step = 0;   ///< the row's own `seq`, or that of the first row of its command
  std::int64_t at_ms = 0;  ///< milliseconds since 1970, UTC
  std::string command;
  Action action = Action::made;
  std::optional<std::int64_t>
      target;     ///< the step that was undone or redone; the list whose contacts are kept
  Bytes changes;  ///< a recording or a list (listed.hpp); or checkpoint_bytes()
  Bytes hash;
};

/// SHA-256 over a row and the hash before it.
Bytes chained(const Bytes& before, const HistoryRow& row);

/// Appends a row with its hash to the chain; `before` is the hash of the row before it.
void append_row(Database& database, const HistoryRow& row, const Bytes& before);

/// Puts a checkpoint in front of all rows that are left; it is no part of their chain.
void put_checkpoint(Database& database, const HistoryRow& row);

/// What a checkpoint holds: the sum of what the file held then and, where rows behind it are left, the hash
/// of the row that stood before these.
Bytes checkpoint_bytes(const ContentSum& content, const Bytes& hash_before);

/// The sum in a checkpoint.
ContentSum content_of(const HistoryRow& checkpoint);

/// The newest row's number and its hash, which covers all rows before it; 0 and empty where there is none.
/// Throws FileError where the number is one that no command comes to.
struct HistoryEnd {
  std::int64_t seq = 0;
  Bytes hash{};
  bool operator==(const HistoryEnd&) const = default;
};
HistoryEnd end_of_history(Database& database);

/// Before every row.
inline constexpr std::int64_t first_row = std::numeric_limits<std::int64_t>::min();

/// Hands over the rows from number `since` on in their order, as long as `take` wants more, each after its
/// hash was found to hold. Throws FileError at the first one that is not what was written.
void each_history_row(Database& database, std::int64_t since,
                      const std::function<bool(const HistoryRow&)>& take);

/// The row of that number. Throws FileError where it is not what was written.
HistoryRow history_row(Database& database, std::int64_t seq);

/// The first row whose hash is not that of the row and the one before.
std::optional<HistoryRow> broken_row(Database& database);

/// Throws FileError: what is wrong with the row of that number.
[[noreturn]] void refuse_row(std::int64_t seq, const char* what);

}  // namespace rel::store
