#include "store/history_rows.hpp"

#include "base/errors.hpp"
#include "store/sql.hpp"

namespace rel::store {

namespace {

constexpr std::int64_t last_row = std::int64_t{1} << 53;  // further than anybody will ever come
constexpr const char* not_written = "is not what was written";

// The rows behind a checkpoint may have been chained to others, which were let go.
Bytes before_next(const HistoryRow& row) {
  if (row.action != Action::checkpoint || row.changes.size() <= sum_bytes) return row.hash;
  return {row.changes.begin() + sum_bytes, row.changes.end()};
}

#define ROW_COLUMNS "seq, step, at, command, action, target, changes, hash"

HistoryRow row_from(const Rows& rows) {
  return {rows.id(0),    rows.id(1),    rows.id(2),   rows.text(3), rows.value<Action>(4),
          rows.id_if(5), rows.bytes(6), rows.bytes(7)};
}

/// The hash that the row of that number is chained to; empty where it is the first one.
Bytes hash_before(Database& database, std::int64_t seq) {
  Rows rows =
      database.query(sql<"SELECT hash, action, CASE action WHEN ", Action::checkpoint,
                         " THEN changes ELSE x'' END FROM history WHERE seq < ? ORDER BY seq DESC LIMIT 1">,
                     seq);
  if (!rows.next()) return {};
  return before_next({.action = rows.value<Action>(1), .changes = rows.bytes(2), .hash = rows.bytes(0)});
}

/// Hands over the rows from a number on, and whether the hash of each holds.
void walk(Database& database, std::int64_t since, const std::function<bool(const HistoryRow&, bool)>& take) {
  Bytes before = hash_before(database, since);
  Rows rows = database.query("SELECT " ROW_COLUMNS " FROM history WHERE seq >= ? ORDER BY seq", since);
  bool more = true;
  while (more && rows.next()) {
    const HistoryRow row = row_from(rows);
    more = take(row, chained(before, row) == row.hash);
    before = before_next(row);
  }
}

}  // namespace

Bytes chained(const Bytes& before, const HistoryRow& row) {
  Hash hash;
  hash.add_text(before.data(), before.size());
  hash.add_number(row.seq);
  hash.add_number(row.step);
  hash.add_number(row.at_ms);
  hash.add_text(row.command.data(), row.command.size());
  hash.add_number(static_cast<std::int64_t>(row.action));
  hash.add_number(row.target.value_or(0));
  hash.add_text(row.changes.data(), row.changes.size());
  return hash.finish();
}

void append_row(Database& database, const HistoryRow& row, const Bytes& before) {
  database.run(
      "INSERT INTO history (seq, step, at, command, action, target, changes, hash)"
      " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
      row.seq, row.step, row.at_ms, row.command, row.action, row.target, row.changes, chained(before, row));
}

void put_checkpoint(Database& database, const HistoryRow& row) {
  append_row(database, row, {});
}

Bytes checkpoint_bytes(const ContentSum& content, const Bytes& hash_before) {
  Bytes bytes = content.bytes();
  bytes.insert(bytes.end(), hash_before.begin(), hash_before.end());
  return bytes;
}

ContentSum content_of(const HistoryRow& checkpoint) {
  const auto content = ContentSum::from(checkpoint.changes);
  if (!content) throw FileError("history: its beginning can't be read", "restore a copy of the file");
  return *content;
}

HistoryEnd end_of_history(Database& database) {
  Rows rows = database.query("SELECT seq, hash FROM history ORDER BY seq DESC LIMIT 1");
  if (!rows.next()) return {};
  HistoryEnd end{rows.id(0), rows.bytes(1)};
  if (end.seq < 0 || end.seq > last_row) refuse_row(end.seq, not_written);
  return end;
}

void each_history_row(Database& database, std::int64_t since,
                      const std::function<bool(const HistoryRow&)>& take) {
  walk(database, since, [&](const HistoryRow& row, bool holds) {
    if (!holds) refuse_row(row.seq, not_written);
    return take(row);
  });
}

HistoryRow history_row(Database& database, std::int64_t seq) {
  std::optional<HistoryRow> found;
  each_history_row(database, seq, [&](const HistoryRow& row) {
    found = row;
    return false;
  });
  if (!found || found->seq != seq) refuse_row(seq, "is not there");
  return *std::move(found);
}

std::optional<HistoryRow> broken_row(Database& database) {
  std::optional<HistoryRow> broken;
  walk(database, first_row, [&](const HistoryRow& row, bool holds) {
    if (!holds) broken = row;
    return holds;
  });
  return broken;
}

void refuse_row(std::int64_t seq, const char* what) {
  throw FileError("history: row " + std::to_string(seq) + ' ' + what, "rel doctor");
}

}  // namespace rel::store
