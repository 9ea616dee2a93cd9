#include "store/database.hpp"

#include <sqlite3.h>

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <random>
#include <thread>

#include "base/errors.hpp"
#include "store/doctor_rows.hpp"

namespace rel::store {

namespace {

constexpr int told_after_ms = 1'000;
constexpr int longest_pause_ms = 40;
constexpr int soon_ms = 2'000;

constexpr int no_locks = -1;  // instead of how long a lock was waited for

thread_local std::function<void()> tell_of_waiting;

[[noreturn]] void refuse(const std::string& path, int code, const std::string& why, int wait_ms) {
  switch (code & 0xff) {  // the low byte is the primary code
    case SQLITE_NOTADB:
      throw FileError(path + ": is not a rel file", "name another with --db or REL_DB");
    case SQLITE_CORRUPT:
      throw FileError(path + ": is damaged: " + why, "restore a copy of the file");
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      if (wait_ms == no_locks) {
        throw LockedError(
            path + ": this file system gives no locks; two programs at once would damage the file",
            "keep it on a disk of this machine");
      }
      throw LockedError(
          path + ": another program has held it too long (" + std::to_string(wait_ms / 1000) + " s)",
          "try again in a moment");
    case SQLITE_READONLY:
      throw IoError(path + ": may not be written");
    case SQLITE_FULL:
      throw IoError(path + ": the disk is full; nothing was saved");
    case SQLITE_NOMEM:
      throw IoError(path + ": there is not enough memory");
    case SQLITE_CANTOPEN:
    case SQLITE_PERM:
    case SQLITE_IOERR:
      throw IoError(path + ": can't be read or written: " + why);
    default:
      throw FileError(path + ": " + why);
  }
}

// Whoever has waited for long, for this lock and others, looks more often than who has just come: else the
// lock would go to those. Chance keeps them from looking all at once.
int next_pause_ms() {
  thread_local int waited_ms = 0;
  thread_local std::minstd_rand chance(
      static_cast<unsigned>(std::chrono::steady_clock::now().time_since_epoch().count()));
  const int longest_ms = std::max(1, longest_pause_ms - longest_pause_ms * waited_ms / soon_ms);
  const int pause_ms = 1 + static_cast<int>(chance() % static_cast<unsigned>(longest_ms));
  waited_ms = std::min(waited_ms + pause_ms, soon_ms);
  return pause_ms;
}

}  // namespace

const Range Rows::days{day_number(earliest_day()), day_number(latest_day())};

bool Rows::next() {
  const int code = sqlite3_step(statement_);
  if (code == SQLITE_ROW) return true;
  if (code != SQLITE_DONE) database_.check(code);
  return false;
}

void Rows::refuse(int column) const {
  const std::string what = value_name(database_, statement_, column) + " is what no command writes";
  throw ValueError(database_.path() + ": is damaged: " + what, "restore a copy of the file");
}

void on_waiting(std::function<void()> tell) {
  tell_of_waiting = std::move(tell);
}

Database::Database(const std::string& path, int flags, int wait_ms) : path_(path), wait_ms_(wait_ms) {
  try {
    // No two threads share a connection: locks would be for nothing.
    connection_.emplace(path, flags | SQLITE_OPEN_NOMUTEX);
  } catch (const SQLite::Exception& error) {
    refuse(path_, error.getErrorCode(), error.what(), wait_ms_);
  }
  sqlite3_busy_handler(handle(), wait, this);
}

int Database::wait(void* self, int tries) {
  auto& database = *static_cast<Database*>(self);
  if (tries == 0) database.waited_ms_ = 0;
  // To SQLite, a file system that gives no locks is one where somebody holds them.
  database.gives_no_locks_ = errno == ENOLCK;
  const int longest_ms =
      database.gives_no_locks_ ? std::min(told_after_ms, database.wait_ms_) : database.wait_ms_;
  if (database.waited_ms_ >= longest_ms) return 0;
  const int pause_ms = next_pause_ms();
  const bool long_now =
      database.waited_ms_ < told_after_ms && database.waited_ms_ + pause_ms >= told_after_ms;
  std::this_thread::sleep_for(std::chrono::milliseconds(pause_ms));
  database.waited_ms_ += pause_ms;
  if (long_now && tell_of_waiting) tell_of_waiting();
  return 1;
}

void Database::script(const std::string& sql) {
  check(connection_->tryExec(sql));
}

// It fails where SQLite has rolled back by itself, which is as good.
void Database::roll_back() noexcept {
  connection_->tryExec("ROLLBACK");
}

void Database::copy_pages_to(Database& target, const char* schema) const {
  sqlite3_backup* copying = sqlite3_backup_init(target.handle(), schema, handle(), "main");
  if (!copying) target.check(sqlite3_errcode(target.handle()));
  const int code = sqlite3_backup_step(copying, -1);
  sqlite3_backup_finish(copying);
  if (code != SQLITE_DONE) target.fail(code, nullptr);
}

void Database::fail(int code, const char* doing) const {
  refuse(path_, code, doing ? doing : sqlite3_errmsg(handle()), gives_no_locks_ ? no_locks : wait_ms_);
}

sqlite3_stmt* Database::prepared(const char* sql) {
  for (const auto& [text, statement] : statements_) {
    if (text != sql) continue;
    sqlite3_reset(statement.get());
    sqlite3_clear_bindings(statement.get());
    return statement.get();
  }
  sqlite3_stmt* statement = nullptr;
  check(sqlite3_prepare_v2(handle(), sql, -1, &statement, nullptr));
  return statements_.emplace_back(sql, statement).second.get();
}

}  // namespace rel::store
