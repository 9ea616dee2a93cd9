// Opening the file: only ours, only sound, only for its owner.
#pragma once

#include <memory>
#include <string>

#include "store/database.hpp"

namespace rel::store {

/// How much of a file will be read. Everything is read page by page: through memory, all of it would count as
/// the program's.
enum class Reading { little, everything };

/// Opens an existing file for reading; null where there is none. Everything is read from one moment. Nothing
/// on disk is touched, but for the rollback of a transaction that a crash left behind. Throws FileError for
/// whatever is no sound file of ours, and where the lock is held for more than five seconds.
std::unique_ptr<Database> open_to_read(const std::string& path, Reading reading = Reading::little);

/// Opens an existing file for writing; null where there is none. Throws as open_to_read does, after thirty
/// seconds.
std::unique_ptr<Database> open_to_write(const std::string& path);

/// Opens an existing file to look at it whatever is in it; null where there is none. Everything is read from
/// one moment. It may write where the file may be written, because only then SQLite checks the constraints of
/// rows; don't. Throws FileError for what is no database, and LockedError.
std::unique_ptr<Database> open_to_examine(const std::string& path);

/// Throws FileError where a file is not ours, of a version that we don't know, has not the tables that we
/// make, or lacks its end.
void check_ours(Database& database, const std::string& path);

/// Makes a new file (0600, its folder 0700) with an empty schema, all at once: no reader ever sees half of
/// it. Where another process was faster, its file stays. Throws IoError where that is denied.
void create_file(const std::string& path);

}  // namespace rel::store
