#include "store/copies.hpp"

#include <sys/stat.h>

#include <filesystem>

#include "base/errors.hpp"
#include "store/doctor_rows.hpp"
#include "store/history_sums.hpp"
#include "store/open.hpp"
#include "store/schema.hpp"
#include "store/whose.hpp"

namespace rel::store {

namespace {

constexpr int copy_wait_ms = 30'000;
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
  Database database(path, SQLite::OPEN_READWRITE, copy_wait_ms);
  database.script(through_memory);
  Rows check = database.query("PRAGMA integrity_check(1)");
  const std::string found = check.next() ? check.text(0) : "nothing can be read";
  if (found != "ok") damaged(named, found);
}

/// Checks the file at `path`; what is wrong is said of `named`.
void check_opened(Database& database, const std::string& path, const std::string& named) {
  check_pages(path, named);
  if (database.query("PRAGMA foreign_key_check").next()) {
    damaged(named, "an entry names a person who is not there");
  }
  if (version_of(database) == schema_version()) {
    for (const Finding& finding : examine_values(database))
      damaged(named, finding.where + ": " + finding.what);
  }
  ContentSum by_history;
  try {
    by_history = content_by_history(database);
  } catch (const LockedError&) {
    throw;
  } catch (const FileError& error) {
    damaged(named, error.what());
  }
  if (by_history != content_sum(database)) {
    damaged(named, "what it holds is not what its history adds up to");
  }
}

// Only while this runs, whoever writes to the file has to wait. What ends too early counts for nothing: the
// copy needs no journal, and is synced as a whole.
HistoryEnd take_pages(const std::string& from, const std::string& to) {
  const auto original = open_there(from);
  Database copy(to, SQLite::OPEN_READWRITE, copy_wait_ms);
  copy.script("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF");
  original->copy_pages_to(copy, "main");
  return end_of_history(*original);
}

// Only an older copy is ever replaced.
bool holds_older_copy(const std::string& place, const std::string& from) {
  refuse_journal(place);
  if (kind_of(place) == Kind::sqlites_own) throw NotReplaced(place + ": SQLite keeps such a name for itself");
  try {
    const auto there = open_to_read(place);
    if (!there) return false;
    const auto ours = open_there(from);
    const std::string why = why_kept(*ours, *there);
    if (!why.empty()) throw FileError(place + ": " + why);
    return true;
  } catch (const LockedError&) {
    throw;
  } catch (const FileError& error) {
    throw NotReplaced(error.what());
  }
}

}  // namespace

Extent copy_verified(const std::string& from, PrivateFile& to) {
  const HistoryEnd end = take_pages(from, to.path());
  to.sync();
  const auto copy = open_there(to.path());
  check_opened(*copy, to.path(), from);
  if (end_of_history(*copy) != end) {
    throw IoError(to.path() + ": was read back differently from what was written; it is not kept");
  }
  return extent_of(*copy);
}

bool is_same_file(const std::string& one, const std::string& other) {
  std::error_code problem;
  return std::filesystem::equivalent(one, other, problem) && !problem;
}

Extent copy_to(const std::string& from, const std::string& place) {
  if (is_same_file(from, place)) throw FileError(place + ": is the data file itself", "name another place");
  const bool older = holds_older_copy(place, from);
  PrivateFile::sweep(place);
  PrivateFile copy(place);
  const Extent extent = copy_verified(from, copy);
  if (older) {
    copy.replace();
  } else if (!copy.place()) {
    throw NotReplaced(place + ": was made by another process meanwhile");
  }
  return extent;
}

Extent check_wholly(const std::string& path) {
  const auto database = open_there(path);
  check_opened(*database, path, path);
  return extent_of(*database);
}

Extent extent_at(const std::string& path) {
  return extent_of(*open_there(path));
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
