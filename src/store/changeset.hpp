// The one door to SQLite's session extension: what is recorded, and what may be read, inverted and applied.
#pragma once

#include <functional>

#include "store/bytes.hpp"
#include "store/changeset_reader.hpp"
#include "store/database.hpp"

struct sqlite3_session;

namespace rel::store {

struct HistoryRow;

/// Recorded changes that are known to be well formed. Of bytes from a file, only of() makes one.
class Changeset {
 public:
  /// The recording in a row of the history, gone through to its last byte. Throws FileError where rel never
  /// records such a thing.
  static Changeset of(Database& database, const HistoryRow& row);

  const Bytes& bytes() const { return bytes_; }
  /// Hands over every change, in order.
  void each(const std::function<void(const RecordedChange&)>& take) const;
  /// The changes that take these back.
  Changeset inverted() const;
  /// Makes the changes. Throws FileError where the file does not hold what they begin with.
  void apply() const;

 private:
  friend class Recorder;
  Changeset(Database& database, Bytes bytes) : database_(database), bytes_(std::move(bytes)) {}

  Database& database_;
  Bytes bytes_;
};

/// Says that a step of the history does not fit what the file holds: throws FileError.
[[noreturn]] void refuse_to_fit();

/// Watches a connection while it lives and gives the changes made to the recorded tables.
class Recorder {
 public:
  explicit Recorder(Database& database);
  ~Recorder();
  Recorder(const Recorder&) = delete;
  Recorder& operator=(const Recorder&) = delete;

  /// The changes since the beginning, empty where there were none.
  Changeset changes();
  /// Memory that the recorded changes take, in bytes.
  std::size_t memory_used() const;
  /// Runs `work` without recording what it does.
  void unrecorded(const std::function<void()>& work);

 private:
  Database& database_;
  sqlite3_session* session_ = nullptr;
};

}  // namespace rel::store
