#include "store/history.hpp"

#include <sqlite3.h>

#include <algorithm>
#include <array>
#include <memory>
#include <span>
#include <string_view>
#include <utility>

#include "rel/errors.hpp"
#include "store/content.hpp"
#include "store/history_rows.hpp"
#include "store/listed.hpp"
#include "store/schema.hpp"

namespace rel::store {

namespace {

/// A buffer that SQLite allocated.
struct SqliteBuffer {
  int size = 0;
  void* data = nullptr;
  SqliteBuffer() = default;
  SqliteBuffer(const SqliteBuffer&) = delete;
  SqliteBuffer& operator=(const SqliteBuffer&) = delete;
  ~SqliteBuffer() { sqlite3_free(data); }
  Bytes bytes() const {
    const auto* begin = static_cast<const unsigned char*>(data);
    return {begin, begin + size};
  }
};

Bytes inverted(const Database& database, Bytes changes) {
  SqliteBuffer inverse;
  database.check(
      sqlite3changeset_invert(static_cast<int>(changes.size()), changes.data(), &inverse.size, &inverse.data),
      "inverting the history");
  return inverse.bytes();
}

int refuse_conflict(void*, int, sqlite3_changeset_iter*) {
  return SQLITE_CHANGESET_ABORT;
}

[[noreturn]] void refuse_to_fit() {
  throw FileError("history: it does not fit what is in the file; nothing was changed",
                  "restore a copy of the file");
}

void apply(Database& database, Bytes changes) {
  const int code = sqlite3changeset_apply(database.handle(), static_cast<int>(changes.size()), changes.data(),
                                          nullptr, refuse_conflict, nullptr);
  if (code == SQLITE_ABORT) refuse_to_fit();
  database.check(code, "applying the history");
}

/// How the people are found on whose figures and names a row bears.
struct Ownership {
  std::string_view table;
  const char* people;  // of the row with an id; null where the key begins with the person; `nobody` where no
                       // figure rests on it
  bool names;
};
constexpr const char* nobody = "";
constexpr const char* of_contact =
    "SELECT person FROM contacts WHERE id = ?1 UNION ALL SELECT person FROM companions WHERE contact = ?1";
constexpr std::array ownerships = {
    Ownership{"people", nullptr, true},
    Ownership{"details", nullptr, true},
    Ownership{"dates", nullptr, false},
    Ownership{"contacts", of_contact, false},
    Ownership{"companions", nullptr, false},
    Ownership{"remarks", "SELECT person FROM remarks WHERE id = ?", false},
    Ownership{"promises", "SELECT person FROM promises WHERE id = ?", false},
    Ownership{"snoozes", "SELECT person FROM snoozes WHERE id = ? AND person IS NOT NULL", false},
    Ownership{"reviews", nobody, false},
    Ownership{"intentions", nobody, false}};
static_assert(ownerships.size() == recorded_tables.size());

Id key_of(sqlite3_changeset_iter* change, int operation) {
  sqlite3_value* value = nullptr;
  if (operation == SQLITE_INSERT) {
    sqlite3changeset_new(change, 0, &value);
  } else {
    sqlite3changeset_old(change, 0, &value);
  }
  return value ? sqlite3_value_int64(value) : 0;  // only damage leaves a key out: nobody has 0
}

void note_owners(Database& database, const char* query, Id key, Touched& touched) {
  Rows people = database.query(query, key);
  while (people.next()) touched.figures.insert(people.id(0));
}

// A change leaves out the values that stay the same: whose row it is, the file knows, before or after.
void note_change(Database& database, sqlite3_changeset_iter* change, Touched& touched) {
  const char* table = nullptr;
  int columns = 0;
  int operation = 0;
  int indirect = 0;
  database.check(sqlite3changeset_op(change, &table, &columns, &operation, &indirect), "reading the history");
  const auto owner = std::find_if(ownerships.begin(), ownerships.end(),
                                  [&](const Ownership& o) { return o.table == table; });
  if (owner == ownerships.end() || owner->people == nobody) return;
  const Id key = key_of(change, operation);
  if (owner->people) return note_owners(database, owner->people, key, touched);
  touched.figures.insert(key);
  if (owner->names) touched.names.insert(key);
}

void note_touched(Database& database, Bytes& changes, Touched& touched) {
  sqlite3_changeset_iter* iterator = nullptr;
  database.check(sqlite3changeset_start(&iterator, static_cast<int>(changes.size()), changes.data()),
                 "reading the history");
  const std::unique_ptr<sqlite3_changeset_iter, int (*)(sqlite3_changeset_iter*)> owner(
      iterator, sqlite3changeset_finalize);
  while (sqlite3changeset_next(iterator) == SQLITE_ROW) note_change(database, iterator, touched);
}

/// A row of the history that says what a step did.
struct Part {
  std::int64_t seq = 0;
  Bytes changes{};
};

// What a list's contacts were stands for the list once it is kept. One part at a time is in memory.
std::vector<std::int64_t> parts_of(Database& database, std::int64_t step) {
  std::vector<std::int64_t> parts;
  Rows rows = database.query(
      "SELECT seq FROM history h WHERE seq >= ?1 AND step = ?1 AND action IN (0, 4) AND NOT EXISTS"
      " (SELECT 1 FROM history k WHERE k.target = h.seq AND k.action = 4) ORDER BY coalesce(target, seq)",
      step);
  while (rows.next()) parts.push_back(rows.id(0));
  return parts;
}

Part part_at(Database& database, std::int64_t seq) {
  Rows rows = database.query("SELECT changes FROM history WHERE seq = ?", seq);
  rows.next();
  return {seq, rows.bytes(0)};
}

void apply_part(Database& database, const Part& part, bool backwards, Touched& touched) {
  Bytes changes = backwards ? inverted(database, part.changes) : part.changes;
  note_touched(database, changes, touched);  // whom the rows belonged to,
  apply(database, changes);
  note_touched(database, changes, touched);  // and whom they belong to now
}

constexpr std::size_t contacts_at_once = 4096;  // what they were is in memory for so many

void remove_listed(Database& database, std::span<const ListedContact> contacts) {
  for (const ListedContact& contact : contacts) {
    if (sum_of_contact(database, contact.id) != contact.sum) refuse_to_fit();
    database.run("DELETE FROM contacts WHERE id = ?", contact.id);
  }
}

/// Takes back a list for the first time, and keeps what its contacts were.
void take_back(Database& database, const Part& list, std::int64_t step, std::int64_t at_ms,
               Touched& touched) {
  std::vector<ListedContact> contacts;
  each_listed(list.changes, [&](const ListedContact& contact) { contacts.push_back(contact); });
  for (std::span<const ListedContact> left = contacts; !left.empty();) {
    const auto now = left.first(std::min(left.size(), contacts_at_once));
    for (const ListedContact& contact : now) note_owners(database, of_contact, contact.id, touched);
    Recorder recorder(database);
    remove_listed(database, now);
    append_history(database, step, at_ms, "", Action::kept, list.seq, inverted(database, recorder.changes()));
    left = left.subspan(now.size());
  }
}

Step step_from(Rows& rows, bool undone) {
  return {rows.id(0), rows.instant(1), rows.text(2), undone};
}

}  // namespace

Recorder::Recorder(Database& database) : database_(database) {
  database.check(sqlite3session_create(database.handle(), "main", &session_), "recording the history");
  for (const char* table : recorded_tables) {
    database.check(sqlite3session_attach(session_, table), "recording the history");
  }
}

Recorder::~Recorder() {
  sqlite3session_delete(session_);
}

Bytes Recorder::changes() {
  SqliteBuffer changes;
  database_.check(sqlite3session_changeset(session_, &changes.size, &changes.data), "recording the history");
  return changes.bytes();
}

std::size_t Recorder::memory_used() const {
  return static_cast<std::size_t>(sqlite3session_memory_used(session_));
}

void Recorder::look_away(const std::function<void()>& work) {
  sqlite3session_enable(session_, 0);
  work();
  sqlite3session_enable(session_, 1);
}

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
      "SELECT seq, at, command, (SELECT action FROM history a WHERE a.target = h.seq AND a.action <= 2"
      " ORDER BY a.seq DESC LIMIT 1) = 1"
      " FROM history h WHERE action = 0 AND step = seq ORDER BY seq DESC LIMIT ?",
      limit);
  while (rows.next()) steps.push_back(step_from(rows, rows.flag(3)));
  return steps;
}

std::optional<Step> step_to_undo(Database& database) {
  Rows rows = database.query(
      "SELECT seq, at, command FROM history h WHERE action = 0 AND step = seq AND coalesce("
      "(SELECT action FROM history a WHERE a.target = h.seq AND a.action <= 2 ORDER BY a.seq DESC LIMIT 1), "
      "2) = 2"
      " ORDER BY seq DESC LIMIT 1");
  if (!rows.next()) return std::nullopt;
  return step_from(rows, false);
}

std::optional<Step> step_to_redo(Database& database) {
  Rows rows = database.query(
      "SELECT h.seq, h.at, h.command FROM history u JOIN history h ON h.seq = u.target WHERE u.action = 1"
      " AND u.seq > (SELECT max(seq) FROM history WHERE action = 0)"
      " AND NOT EXISTS (SELECT 1 FROM history a WHERE a.target = u.target AND a.seq > u.seq)"
      " ORDER BY u.seq DESC LIMIT 1");
  if (!rows.next()) return std::nullopt;
  return step_from(rows, true);
}

Touched apply_step(Database& database, std::int64_t step, std::int64_t at_ms, bool backwards) {
  std::vector<std::int64_t> parts = parts_of(database, step);
  if (backwards) std::reverse(parts.begin(), parts.end());
  Touched touched;
  for (const std::int64_t seq : parts) {
    const Part part = part_at(database, seq);
    if (is_list(part.changes)) {
      take_back(database, part, step, at_ms, touched);
    } else {
      apply_part(database, part, backwards, touched);
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
