#include "store/copies.hpp"

#include <sys/stat.h>

#include <filesystem>

#include "rel/errors.hpp"
#include "store/doctor.hpp"
#include "store/doctor_rows.hpp"
#include "store/history_sums.hpp"
#include "store/open.hpp"
#include "store/schema.hpp"

namespace rel::store {

namespace {

constexpr int wait_ms = 30'000;
constexpr const char* through_memory =
    "PRAGMA mmap_size = 2147418112";  // a third of the time, see decision 8

[[noreturn]] void damaged(const std::string& path, const std::string& why) {
  throw FileError(path + ": is damaged: " + why, "rel backup --list shows other copies");
}

std::unique_ptr<Database> open_there(const std::string& path) {
  auto database = open_to_read(path);
  if (!database) throw FileError(path + ": there is no such file");
  return database;
}

// Where it may not be written, SQLite leaves out the constraints of the rows. It writes nothing here.
void check_pages(const std::string& path, const std::string& named) {
  Database database(path, SQLite::OPEN_READWRITE, wait_ms);
  database.script(through_memory);
  Rows check = database.query("PRAGMA integrity_check(1)");
  const std::string found = check.next() ? check.text(0) : "nothing can be read";
  if (found != "ok") damaged(named, found);
}

/// Checks the file at `path`; what is wrong is said of `named`.
void check_wholly(Database& database, const std::string& path, const std::string& named) {
  check_pages(path, named);
  if (database.query("PRAGMA foreign_key_check").next()) {
    damaged(named, "an entry names a person who is not there");
  }
  if (database.file_version == schema_version()) {
    for (const Finding& finding : examine_values(database))
      damaged(named, finding.where + ": " + finding.what);
  }
  if (broken_row(database)) damaged(named, "its history is broken");
  if (content_by_history(database) != content_sum(database)) {
    damaged(named, "what it holds is not what its history adds up to");
  }
}

void compare(Database& original, Database& copy, const std::string& path) {
  if (content_sum(original) != content_sum(copy) ||
      end_of_history(original).hash != end_of_history(copy).hash) {
    throw IoError(path + ": was read back differently from what was written; it is not kept");
  }
}

/// Of the file that is to be replaced; 0 where there is none. Only a rel file is ever replaced.
std::int64_t entries_at(const std::string& place) {
  try {
    const auto database = open_to_read(place);
    return database ? extent_of(*database).entries : 0;
  } catch (const LockedError&) {
    throw;
  } catch (const FileError& error) {
    throw FileError(error.what(), "name another file");
  }
}

/// Reads a copy again, and compares the two.
Extent checked(Database& original, const std::string& copied, const std::string& from) {
  const auto copy = open_there(copied);
  check_wholly(*copy, copied, from);
  compare(original, *copy, copied);
  return extent_of(*copy);
}

// No page and no row shows it where caches are not what they are caches of.
bool mended(const std::string& copied, const std::string& from) {
  try {
    return mend_caches(copied, {});
  } catch (const LockedError&) {
    throw;
  } catch (const FileError& error) {
    damaged(from, why_without(copied, error));
  }
}

}  // namespace

Extent copy_verified(const std::string& from, PrivateFile& to) {
  const auto original = open_there(from);  // from here on nobody can write to it
  {
    Database source(from, SQLite::OPEN_READONLY, wait_ms);
    source.script(through_memory);
    source.run("VACUUM INTO ?", to.path());
  }
  to.sync();
  Extent extent = checked(*original, to.path(), from);
  if (mended(to.path(), from)) {
    to.sync();
    extent = checked(*original, to.path(), from);
  }
  return extent;
}

bool is_same_file(const std::string& one, const std::string& other) {
  std::error_code problem;
  return std::filesystem::equivalent(one, other, problem) && !problem;
}

Extent copy_to(const std::string& from, const std::string& place) {
  if (is_same_file(from, place)) throw FileError(place + ": is the data file itself", "name another place");
  PrivateFile::sweep(place);
  PrivateFile copy(place);
  const Extent extent = copy_verified(from, copy);
  refuse_journal(place);
  const std::int64_t entries = entries_at(place);
  if (entries > extent.entries) {
    throw FileError(place + ": holds " + std::to_string(entries) + " entries, more than the " +
                        std::to_string(extent.entries) + " to be copied over it",
                    "name another file");
  }
  copy.replace();
  return extent;
}

Extent check_wholly(const std::string& path) {
  const auto database = open_there(path);
  check_wholly(*database, path, path);
  return extent_of(*database);
}

void refuse_journal(const std::string& path) {
  for (const char* ending : {"-journal", "-wal"}) {
    struct stat info {};
    const std::string beside = path + ending;
    if (lstat(beside.c_str(), &info) != 0) continue;
    throw FileError(beside + ": lies beside the copy; whether it belongs to it can't be known",
                    "move it away, and restore again");
  }
}

}  // namespace rel::store
