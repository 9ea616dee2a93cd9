// Opening the file: only ours, only sound, only for its owner.
#pragma once

#include <memory>
#include <string>

#include "base/errors.hpp"
#include "store/database.hpp"

namespace rel::store {

/// How much of a file will be read. Everything is read page by page: through memory, all of it would count as
/// the program's.
enum class Reading { little, everything };

/// The file must be migrated before it can be changed.
struct OlderFile : FileError {
  using FileError::FileError;
};

/// Opens an existing file for reading, of whatever version that we know; null where there is none. Everything
/// is read from one moment. Nothing on disk is touched, but for the rollback of a transaction that a crash
/// left behind. Throws FileError for whatever is no sound file of ours, and where the lock is held for more
/// than five seconds.
std::unique_ptr<Database> open_to_read(const std::string& path, Reading reading = Reading::little);

/// Opens an existing file for writing; null where there is none. Throws as open_to_read does, after thirty
/// seconds, and OlderFile.
std::unique_ptr<Database> open_to_write(const std::string& path);

/// A file of any version that we know, all of which is to be replaced; the database is null if there is none.
struct OpenToReplace {
  std::unique_ptr<Database> database;
  int version = 0;
};
OpenToReplace open_to_replace(const std::string& path);

/// An empty database in memory, on which no file that is attached can have any effect.
std::unique_ptr<Database> open_memory();

/// Opens an existing file to look at it whatever is in it; null where there is none. Everything is read from
/// one moment. It may write where the file may be written, because only then SQLite checks the constraints of
/// rows; don't. Throws FileError for what is no database, and LockedError.
std::unique_ptr<Database> open_to_examine(const std::string& path);

/// The version of a file of ours. Throws FileError where it is not ours, of a version that we don't know, has
/// not the tables of its version, or lacks its end.
int check_ours(Database& database, const std::string& path);

/// The version that a database says it is of.
int version_of(Database& database);

/// Makes the tables of a version, and marks the database as of it.
void make_tables(Database& database, int version);

/// Makes a new file (0600, its folder 0700) with an empty schema, all at once: no reader ever sees half of
/// it. Where another process was faster, its file stays. Throws IoError where that is denied.
void create_file(const std::string& path);

}  // namespace rel::store
