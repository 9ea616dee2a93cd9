#include "store/history.hpp"

#include <algorithm>
#include <span>

#include "store/content.hpp"
#include "store/history_rows.hpp"
#include "store/listed.hpp"
#include "store/recorded.hpp"
#include "store/sql.hpp"

namespace rel::store {

namespace {

void note_owners(Database& database, const char* query, Id key, Touched& touched) {
  Rows people = database.query(query, key);
  while (people.next()) touched.figures.insert(people.id(0));
}

// Changesets omit unchanged columns, so the owner is looked up in the file, before and after.
void note_touched(Database& database, const Changeset& changes, Touched& touched) {
  changes.each([&](const RecordedChange& change) {
    const Recorded& table = recorded[change.table];
    if (!table.figures) return;
    const Id key = change.keyed().front()->number;
    if (table.people) return note_owners(database, table.people, key, touched);
    touched.figures.insert(key);
    if (table.names) touched.names.insert(key);
  });
}

// Once a list was undone, its `kept` rows replace it. One part at a time is in memory.
std::vector<std::int64_t> parts_of(Database& database, std::int64_t step) {
  std::vector<std::int64_t> parts;
  Rows rows = database.query(
      sql<"SELECT seq FROM history h WHERE seq >= ?1 AND step = ?1 AND action IN (", Action::made, ", ",
          Action::kept, ") AND NOT EXISTS (SELECT 1 FROM history k WHERE k.target = h.seq AND k.action = ",
          Action::kept, ") ORDER BY coalesce(target, seq)">,
      step);
  while (rows.next()) parts.push_back(rows.id(0));
  return parts;
}

void apply_part(Database& database, const Changeset& changes, Touched& touched) {
  note_touched(database, changes, touched);  // whom the rows belonged to,
  changes.apply();
  note_touched(database, changes, touched);  // and whom they belong to now
}

constexpr std::size_t contacts_at_once = 4096;  // rows removed per batch

void remove_listed(Database& database, std::span<const ListedContact> contacts) {
  for (const ListedContact& contact : contacts) {
    if (sum_of_contact(database, contact.id) != contact.sum) refuse_to_fit();
    database.run("DELETE FROM contacts WHERE id = ?", contact.id);
  }
}

/// Takes back a list for the first time, and keeps what its contacts were.
void take_back(Database& database, const HistoryRow& list, std::int64_t step, std::int64_t at_ms,
               Touched& touched) {
  std::vector<ListedContact> contacts;
  each_listed(list.changes, [&](const ListedContact& contact) { contacts.push_back(contact); });
  for (std::span<const ListedContact> left = contacts; !left.empty();) {
    const auto now = left.first(std::min(left.size(), contacts_at_once));
    for (const ListedContact& contact : now) note_owners(database, of_contact, contact.id, touched);
    Recorder recorder(database);
    remove_listed(database, now);
    append_history(database, step, at_ms, "", Action::kept, list.seq, recorder.changes().inverted().bytes());
    left = left.subspan(now.size());
  }
}

/// Whether a step was undone or done again, whichever came last.
constexpr auto last_done =
    piece<"(SELECT action FROM history a WHERE a.target = h.seq AND a.action IN (", Action::undone, ", ",
          Action::redone, ") AND a.seq > h.seq ORDER BY a.seq DESC LIMIT 1)">;

Step step_from(Rows& rows, bool undone) {
  return {rows.id(0), rows.instant(1), rows.text(2), undone};
}

}  // namespace

std::int64_t append_history(Database& database, std::optional<std::int64_t> step, std::int64_t at_ms,
                            const std::string& command, Action action, std::optional<std::int64_t> target,
                            const Bytes& changes) {
  const HistoryEnd end = end_of_history(database);
  const std::int64_t seq = end.seq + 1;
  const std::int64_t of_step = step.value_or(seq);
  append_row(database, {seq, of_step, at_ms, command, action, target, changes, {}}, end.hash);
  return of_step;
}

std::vector<Step> history_steps(Database& database, int limit) {
  std::vector<Step> steps;
  Rows rows = database.query(
      sql<"SELECT seq, at, command, ", last_done, " = ", Action::undone,
          " FROM history h WHERE action = ", Action::made, " AND step = seq ORDER BY seq DESC LIMIT ?">,
      limit);
  while (rows.next()) steps.push_back(step_from(rows, rows.flag(3)));
  return steps;
}

std::optional<Step> step_to_undo(Database& database) {
  Rows rows = database.query(sql<"SELECT seq, at, command FROM history h WHERE action = ", Action::made,
                                 " AND step = seq AND coalesce(", last_done, ", ", Action::redone,
                                 ") = ", Action::redone, " ORDER BY seq DESC LIMIT 1">);
  if (!rows.next()) return std::nullopt;
  return step_from(rows, false);
}

std::optional<Step> step_to_redo(Database& database) {
  Rows rows = database.query(
      sql<"SELECT h.seq, h.at, h.command FROM history u JOIN history h ON h.seq = u.target WHERE u.action = ",
          Action::undone, " AND u.seq > (SELECT max(seq) FROM history WHERE action = ", Action::made,
          ") AND NOT EXISTS (SELECT 1 FROM history a WHERE a.target = u.target AND a.seq > u.seq)"
          " ORDER BY u.seq DESC LIMIT 1">);
  if (!rows.next()) return std::nullopt;
  return step_from(rows, true);
}

Touched apply_step(Database& database, std::int64_t step, std::int64_t at_ms, bool backwards) {
  each_history_row(database, step, [](const HistoryRow&) { return true; });  // by these the step was chosen
  std::vector<std::int64_t> parts = parts_of(database, step);
  if (backwards) std::reverse(parts.begin(), parts.end());
  Touched touched;
  for (const std::int64_t seq : parts) {
    const HistoryRow part = history_row(database, seq);
    if (is_list(part.changes)) {
      take_back(database, part, step, at_ms, touched);
    } else {
      const Changeset changes = Changeset::of(database, part);
      apply_part(database, backwards ? changes.inverted() : changes, touched);
    }
  }
  return touched;
}

void end_history(Database& database, std::int64_t at_ms, const std::string& why) {
  const std::int64_t seq = end_of_history(database).seq + 1;
  database.run("DELETE FROM history");
  begin_history(database, seq, at_ms, why);
}

void begin_history(Database& database, std::int64_t seq, std::int64_t at_ms, const std::string& why) {
  put_checkpoint(database, {seq,
                            seq,
                            at_ms,
                            why,
                            Action::checkpoint,
                            std::nullopt,
                            checkpoint_bytes(content_sum(database), {}),
                            {}});
}

std::optional<Checkpoint> checkpoint_of(Database& database) {
  Rows rows = database.query("SELECT at, command, action FROM history ORDER BY seq LIMIT 1");
  if (!rows.next() || rows.value<Action>(2) != Action::checkpoint) return std::nullopt;
  return Checkpoint{rows.instant(0), rows.text(1)};
}

}  // namespace rel::store
