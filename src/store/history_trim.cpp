#include "store/history_trim.hpp"

#include <filesystem>
#include <optional>

#include "store/history_sums.hpp"
#include "store/migrate.hpp"
#include "store/open.hpp"

namespace rel::store {

namespace {

constexpr std::int64_t row_bytes = 100;  // of a row beside its text and its changes, roughly

/// The newest row that is too much, counted from the newest of all, which never is; nothing where there is
/// room for all.
std::optional<std::int64_t> first_too_much(Database& database, std::int64_t most) {
  std::int64_t bytes = 0;
  bool newest = true;
  Rows rows = database.query(
      "SELECT seq, length(changes) + length(CAST(command AS BLOB)) FROM history ORDER BY seq DESC");
  while (rows.next()) {
    bytes += rows.id(1) + row_bytes;
    if (bytes > most && !newest) return rows.id(0);
    newest = false;
  }
  return std::nullopt;
}

// A step goes whole, and with it whatever took it back or did it again.
std::int64_t whole_steps(Database& database, std::int64_t seq) {
  for (std::int64_t before = 0; before != seq;) {
    before = seq;
    Rows rows = database.query(
        "SELECT max(seq) FROM history WHERE seq = ?1 OR target <= ?1 OR (seq > ?1 AND step <= ?1)", seq);
    if (rows.next()) seq = rows.id(0);
  }
  return seq;
}

bool is_newest(Database& database, std::int64_t seq) {
  return !database.query("SELECT 1 FROM history WHERE seq > ?", seq).next();
}

/// The checkpoint that stands for all rows up to `last`: the sum of what the file held behind them.
HistoryRow checkpoint_after(Database& database, std::int64_t last) {
  HistorySum sum(database);
  HistoryRow checkpoint{.seq = last, .step = last, .action = Action::checkpoint};
  each_history_row(database, first_row, [&](const HistoryRow& row) {
    sum.add(row);
    checkpoint.at_ms = row.at_ms;
    checkpoint.changes = checkpoint_bytes(sum.content(), row.hash);
    return row.seq < last;
  });
  return checkpoint;
}

void trim(Database& database, std::int64_t most) {
  const auto too_much = first_too_much(database, most);
  if (!too_much) return;
  const std::int64_t last = whole_steps(database, *too_much);
  if (is_newest(database, last)) return;
  const HistoryRow checkpoint = checkpoint_after(database, last);
  database.run("DELETE FROM history WHERE seq <= ?", last);
  put_checkpoint(database, checkpoint);
}

}  // namespace

void bound_history(const std::string& path, std::int64_t most) {
  std::error_code problem;
  const auto size = std::filesystem::file_size(path, problem);
  if (problem || size <= static_cast<std::uintmax_t>(most) || is_older(path)) return;
  const auto database = open_to_write(path);
  if (!database) return;
  database->script("BEGIN IMMEDIATE");
  trim(*database, most);
  database->script("COMMIT");
}

}  // namespace rel::store
