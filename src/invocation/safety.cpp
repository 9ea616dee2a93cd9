#include "invocation/safety.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <exception>
#include <filesystem>

#include "render/phrases.hpp"
#include "store/doctor.hpp"
#include "store/elsewhere.hpp"
#include "store/history_trim.hpp"
#include "store/migrate.hpp"
#include "text/terminal.hpp"

namespace rel::commands {

namespace {

constexpr std::uintmax_t largest_waited_for = 32 * 1024 * 1024;  // bytes: a copy takes less than a second

constexpr std::int64_t mebibyte = 1024 * 1024;
constexpr double kilobyte = 1000;
constexpr double megabyte = 1000 * kilobyte;

std::string failed(const std::exception& error) {
  return std::string("no backup was made: ") + error.what();
}

bool is_large(const std::string& path) {
  std::error_code problem;
  const std::uintmax_t size = std::filesystem::file_size(path, problem);
  return !problem && size > largest_waited_for;
}

/// Goes on in a process of its own; false in the one that answered, which is done.
bool go_on_alone() {
  if (fork() != 0) return false;
  setsid();
  const int nowhere = open("/dev/null", O_RDWR);
  for (const int descriptor : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) dup2(nowhere, descriptor);
  return true;
}

struct Daily {
  std::string data_file;
  Settings settings;
  formats::ProgramSettings program;
  Moment now;
  int seconds;

  void run() const {
    const store::Backups backups(data_file);
    if (!std::filesystem::exists(data_file)) return;
    const store::Elsewhere elsewhere(data_file, program.backup_to);
    if (backups.nothing_to_do(now.day) && !elsewhere.is_due(now.day)) return;
    if (!is_large(data_file)) return make(backups, elsewhere);
    if (!go_on_alone()) return;
    try {
      make(backups, elsewhere);
    } catch (...) {  // nobody listens any more; the next command that writes tries again
    }
    _exit(0);
  }

  void make(const store::Backups& backups, const store::Elsewhere& elsewhere) const {
    const auto lock = backups.try_lock();
    if (!lock) return;  // whoever is at work there makes one, or is about to be asked again
    if (backups.must_scrub() && !store::is_older(data_file)) scrub(backups, *lock);
    std::exception_ptr problem;  // with the copy here: where the disk is full, another one may help
    try {
      if (!backups.nothing_to_do(now.day)) make_here(backups, *lock);
    } catch (const Error&) {
      problem = std::current_exception();
    }
    if (elsewhere.is_due(now.day)) elsewhere.make(*lock, now.day);
    if (problem) std::rethrow_exception(problem);
  }

  void make_here(const store::Backups& backups, const store::BackupsLock& lock) const {
    if (const auto made = backups.make(lock, now, seconds)) {
      backups.prune(lock, *made);
      // Looked at in the copy, where nobody has to wait for it.
      if (!store::caches_hold(*made)) store::repair_caches(data_file, settings);
    }
    store::bound_history(data_file, program.history_mib * mebibyte);  // the copy has what goes here
  }

  void scrub(const store::Backups& backups, const store::BackupsLock& lock) const {
    if (auto store = store::File::open_to_write(data_file, settings)) store->scrub();
    backups.end_scrub(lock);
  }
};

}  // namespace

CopyBefore::CopyBefore(Call& call) : backups_(call.database) {
  try {
    if (!std::filesystem::exists(call.database)) return;
    lock_ = backups_.lock();
    path_ = backups_.make(*lock_, call.env.now, seconds_now(call));
  } catch (const Error& error) {
    call.warn(failed(error));
  }
}

CopyBefore::~CopyBefore() {
  if (path_) backups_.discard(*lock_, *path_);
}

void CopyBefore::keep() {
  if (path_) backups_.prune(*lock_, *path_);
  path_.reset();
}

void migrate(const Call& call) {
  const store::Backups backups(call.database);
  const auto lock = backups.lock();
  const auto kept = store::migrate(call.database, call.settings, backups, lock, call.env.now,
                                   seconds_now(call), call.env.now_ms);
  if (!kept) return;
  backups.prune(lock, *kept);
  if (!call.env.notice || call.quiet) return;
  const std::string name = std::filesystem::path(*kept).filename();
  call.env.notice("rel: the file is of a new version now; what it was is kept: " + text::escaped(name) +
                  '\n');
}

std::function<std::string()> daily_backup(const Call& call) {
  const Daily daily{call.database, call.settings, call.program, call.env.now, seconds_now(call)};
  return [daily, quiet = call.quiet]() -> std::string {
    try {
      daily.run();
    } catch (const std::exception& error) {
      if (!quiet) return "rel: " + text::escaped(failed(error)) + '\n';
    }
    return "";
  };
}

void tell_of_waiting(const Env& env) {
  store::on_waiting(env.notice ? [notice = env.notice] { notice("rel: waiting for another program …\n"); }
                               : std::function<void()>());
}

int seconds_now(const Call& call) {
  return static_cast<int>(call.env.now_ms / 1000 % 60);
}

std::string size_text(std::int64_t bytes) {
  const auto size = static_cast<double>(bytes);
  if (size < megabyte) return fmt::format("{:.0f} KB", size / kilobyte);
  return fmt::format("{:.1f} MB", size / megabyte);
}

std::string extent_text(const store::Extent& extent) {
  return fmt::format("{} {}, {} {}", extent.entries, extent.entries == 1 ? "entry" : "entries", extent.people,
                     extent.people == 1 ? "person" : "people");
}

}  // namespace rel::commands
