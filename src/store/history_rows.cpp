#include "store/history_rows.hpp"

#include "rel/errors.hpp"

namespace rel::store {

namespace {

constexpr std::size_t sum_bytes = 16;

// The rows behind a checkpoint may have been chained to others, which were let go.
Bytes before_next(const HistoryRow& row) {
  if (row.action != Action::checkpoint || row.changes.size() <= sum_bytes) return row.hash;
  return {row.changes.begin() + sum_bytes, row.changes.end()};
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
  return rows.next() ? HistoryEnd{rows.id(0), rows.bytes(1)} : HistoryEnd{};
}

void each_history_row(Database& database, const std::function<bool(const HistoryRow&)>& take) {
  Rows rows = database.query(
      "SELECT seq, step, at, command, action, target, changes, hash FROM history ORDER BY seq");
  bool more = true;
  while (more && rows.next()) {
    more = take({rows.id(0), rows.id(1), rows.id(2), rows.text(3), rows.value<Action>(4), rows.id_if(5),
                 rows.bytes(6), rows.bytes(7)});
  }
}

std::optional<HistoryRow> broken_row(Database& database) {
  std::optional<HistoryRow> broken;
  Bytes before;
  each_history_row(database, [&](const HistoryRow& row) {
    if (chained(before, row) != row.hash) broken = row;
    before = before_next(row);
    return !broken;
  });
  return broken;
}

}  // namespace rel::store
