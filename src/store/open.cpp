#include "store/open.hpp"

#include <sqlite3.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

#include "base/errors.hpp"
#include "store/header.hpp"
#include "store/schema.hpp"
#include "system/private_file.hpp"

namespace rel::store {

namespace {

constexpr int read_wait_ms = 5'000;
constexpr int write_wait_ms = 30'000;

enum class Found { nothing, file };

Found look(const std::string& path) {
  struct stat info {};
  if (stat(path.c_str(), &info) != 0) {
    if (errno == ENOENT && lstat(path.c_str(), &info) != 0) return Found::nothing;
    if (errno == ENOTDIR) throw IoError(path + ": a part of this path is not a folder");
    const int why = errno;
    if (why == ENOENT || why == ELOOP || why == ENAMETOOLONG)
      throw FileError(path + ": " + std::strerror(why));
    throw IoError(path + ": " + std::strerror(why));
  }
  if (S_ISDIR(info.st_mode)) throw FileError(path + ": is a folder, not a rel file");
  if (!S_ISREG(info.st_mode)) throw FileError(path + ": is not a regular file");
  if (info.st_size == 0) {
    throw FileError(path + ": is empty (0 bytes), not a rel file",
                    "restore a copy, or remove it to begin anew");
  }
  return Found::file;
}

// The file may come from anywhere: nothing in it may make SQLite run or believe more than tables of ours.
void defend(Database& database) {
  sqlite3* db = database.handle();
  sqlite3_db_config(db, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
  for (const int off : {SQLITE_DBCONFIG_TRUSTED_SCHEMA, SQLITE_DBCONFIG_ENABLE_TRIGGER,
                        SQLITE_DBCONFIG_ENABLE_VIEW, SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION}) {
    sqlite3_db_config(db, off, 0, nullptr);
  }
}

// SQLite takes the missing end of a page for zeros and says nothing. While we read, nobody writes a part of a
// page.
void check_whole(Database& database, const FirstBytes& header, const std::string& path) {
  const std::uint64_t size = size_of(database);
  const std::uint32_t page = page_size_in(header);
  if (size % page == 0) return;
  const bool longer = size / page >= number_at(header, pages_at);
  throw FileError(
      path + (longer ? ": is damaged: something stands behind its end" : ": is damaged: its end is missing"),
      "restore a copy of the file");
}

std::unique_ptr<Database> connect(const std::string& path, int flags, int wait_ms) {
  auto database = std::make_unique<Database>(path, flags, wait_ms);
  defend(*database);
  return database;
}

/// A read-only connection whose transaction has begun; null where a crash left a journal, which such a
/// connection can't roll back.
std::unique_ptr<Database> begin_reading(const std::string& path, Reading reading) {
  auto database = connect(path, SQLite::OPEN_READONLY, read_wait_ms);
  // Through memory, one system call for all pages instead of one for each, unless all are read.
  constexpr std::string_view script = "PRAGMA mmap_size = 2147418112; BEGIN; PRAGMA user_version";
  const std::size_t begin = reading == Reading::little ? 0 : script.find("BEGIN");
  const int code = sqlite3_exec(database->handle(), script.data() + begin, nullptr, nullptr, nullptr);
  if (code == SQLITE_READONLY) return nullptr;
  database->check(code);
  return database;
}

// What a crash left behind is rolled back by the first read of a connection that may write. A write-ahead
// log, which another program has turned on, would stay beside the file whenever it is read. Whether it worked
// shows when the file is read again.
void mend(const std::string& path) {
  const auto database = connect(path, SQLite::OPEN_READWRITE, read_wait_ms);
  sqlite3_exec(database->handle(), "PRAGMA user_version; PRAGMA journal_mode = DELETE", nullptr, nullptr,
               nullptr);
}

void write_schema(const std::string& path) {
  Database database(path, SQLite::OPEN_READWRITE, write_wait_ms);
  database.script("PRAGMA synchronous = EXTRA; BEGIN IMMEDIATE");
  make_tables(database, schema_version());
  database.script("COMMIT");
}

// Whether the tables and indices are those of a version, to the letter: anything added or changed shows.
bool has_our_schema(Database& database, int version) {
  std::string_view text = schema_text(version);
  Rows rows = database.query("SELECT sql FROM main.sqlite_schema WHERE sql IS NOT NULL ORDER BY rowid");
  while (rows.next()) {
    const std::string_view statement = rows.view(0);  // there between a line break and a semicolon
    if (text.size() < statement.size() + 2 || text.front() != '\n' || text[statement.size() + 1] != ';' ||
        text.substr(1, statement.size()) != statement) {
      return false;
    }
    text.remove_prefix(statement.size() + 2);
  }
  return text == "\n";
}

}  // namespace

void make_tables(Database& database, int version) {
  database.script(std::string(schema_text(version)));
  database.script("PRAGMA main.application_id = " + std::to_string(application_id) +
                  "; PRAGMA main.user_version = " + std::to_string(version));
}

int check_ours(Database& database, const std::string& path) {
  const FirstBytes header = first_bytes(database);
  if (number_at(header, application_at) != application_id) {
    throw FileError(path + ": is a database of another program, not a rel file");
  }
  const auto version = static_cast<int>(number_at(header, version_at));
  if (version > schema_version()) {
    throw FileError(path + ": was written by a newer rel (file version " + std::to_string(version) +
                        ", this rel knows " + std::to_string(schema_version()) + ")",
                    "install the newer rel; the file is unharmed");
  }
  if (version < 1) {
    throw FileError(path + ": its version is " + std::to_string(version) + ", which no rel writes",
                    "restore a copy of the file");
  }
  if (!has_our_schema(database, version)) {
    throw FileError(path + ": its tables are not those that rel makes", "restore a copy of the file");
  }
  check_whole(database, header, path);
  return version;
}

int version_of(Database& database) {
  Rows rows = database.query("PRAGMA main.user_version");
  rows.next();
  return rows.integer(0);
}

std::unique_ptr<Database> open_to_examine(const std::string& path) {
  if (look(path) == Found::nothing) return nullptr;
  const int flags = access(path.c_str(), W_OK) == 0 ? SQLite::OPEN_READWRITE : SQLite::OPEN_READONLY;
  auto database = connect(path, flags, read_wait_ms);
  database->script("BEGIN; PRAGMA user_version");
  return database;
}

std::unique_ptr<Database> open_to_read(const std::string& path, Reading reading) {
  if (look(path) == Found::nothing) return nullptr;
  auto database = begin_reading(path, reading);
  if (!database || first_bytes(*database)[read_with_at] == with_log) {
    database.reset();
    mend(path);
    database = begin_reading(path, reading);
  }
  if (!database) {
    throw FileError(path + ": a crash left it half written, and it may not be written to mend that",
                    "make the file and its folder writable once");
  }
  check_ours(*database, path);
  return database;
}

OpenToReplace open_to_replace(const std::string& path) {
  if (look(path) == Found::nothing) return {};
  auto database = connect(path, SQLite::OPEN_READWRITE, write_wait_ms);
  database->script("BEGIN; PRAGMA user_version");  // which takes the lock: the header is read past SQLite
  const int version = check_ours(*database, path);
  const bool logged = first_bytes(*database)[read_with_at] == with_log;
  database->script("COMMIT; PRAGMA synchronous = EXTRA; PRAGMA secure_delete = ON");
  if (logged) database->script("PRAGMA journal_mode = DELETE");  // which another program has changed
  sqlite3_db_config(database->handle(), SQLITE_DBCONFIG_ENABLE_FKEY, 1, nullptr);
  return {std::move(database), version};
}

std::unique_ptr<Database> open_to_write(const std::string& path) {
  auto [database, version] = open_to_replace(path);
  if (!database || version == schema_version()) return std::move(database);
  throw OlderFile(path + ": was written by an older rel (file version " + std::to_string(version) +
                      ", this rel writes " + std::to_string(schema_version()) + ")",
                  "try again; the next change brings it up to date");
}

std::unique_ptr<Database> open_memory() {
  auto database = connect(":memory:", SQLite::OPEN_READWRITE, read_wait_ms);
  database->script("PRAGMA temp_store = MEMORY");  // reading writes nothing, anywhere
  return database;
}

void create_file(const std::string& path) {
  make_private_folder(folder_of(path));
  PrivateFile file(path);
  write_schema(file.path());
  file.place();
}

}  // namespace rel::store
