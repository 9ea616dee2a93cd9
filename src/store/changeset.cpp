#include "store/changeset.hpp"

#include <sqlite3.h>

#include "base/errors.hpp"
#include "store/history_rows.hpp"
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

int size_of(const Bytes& bytes) {
  return static_cast<int>(bytes.size());
}

// SQLite takes what it only reads without const.
void* data_of(const Bytes& bytes) {
  return const_cast<unsigned char*>(bytes.data());
}

int refuse_conflict(void*, int, sqlite3_changeset_iter*) {
  return SQLITE_CHANGESET_ABORT;
}

}  // namespace

void refuse_to_fit() {
  throw FileError("history: it does not fit what is in the file; nothing was changed",
                  "restore a copy of the file");
}

Changeset Changeset::of(Database& database, const HistoryRow& row) {
  Changeset changes(database, row.changes);
  try {
    changes.each([](const RecordedChange&) {});
  } catch (const Malformed&) {
    refuse_row(row.seq, "holds what rel never records");
  }
  return changes;
}

void Changeset::each(const std::function<void(const RecordedChange&)>& take) const {
  ChangesetReader reader(database_, bytes_);
  RecordedChange change;
  while (reader.next(change)) take(change);
}

Changeset Changeset::inverted() const {
  SqliteBuffer inverse;
  database_.check(sqlite3changeset_invert(size_of(bytes_), data_of(bytes_), &inverse.size, &inverse.data),
                  "inverting the history");
  return {database_, inverse.bytes()};
}

void Changeset::apply() const {
  const int code = sqlite3changeset_apply(database_.handle(), size_of(bytes_), data_of(bytes_), nullptr,
                                          refuse_conflict, nullptr);
  if (code == SQLITE_ABORT) refuse_to_fit();
  database_.check(code, "applying the history");
}

Recorder::Recorder(Database& database) : database_(database) {
  database.check(sqlite3session_create(database.handle(), "main", &session_), "recording the history");
  for (const char* table : recorded_tables) {
    database.check(sqlite3session_attach(session_, table), "recording the history");
  }
}

Recorder::~Recorder() {
  sqlite3session_delete(session_);
}

Changeset Recorder::changes() {
  SqliteBuffer changes;
  database_.check(sqlite3session_changeset(session_, &changes.size, &changes.data), "recording the history");
  return {database_, changes.bytes()};
}

std::size_t Recorder::memory_used() const {
  return static_cast<std::size_t>(sqlite3session_memory_used(session_));
}

void Recorder::unrecorded(const std::function<void()>& work) {
  sqlite3session_enable(session_, 0);
  work();
  sqlite3session_enable(session_, 1);
}

}  // namespace rel::store
