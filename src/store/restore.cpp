#include "store/restore.hpp"

#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <filesystem>

#include "base/errors.hpp"
#include "store/copies.hpp"
#include "store/doctor.hpp"
#include "store/file.hpp"
#include "store/header.hpp"
#include "store/migrate.hpp"
#include "store/open.hpp"
#include "store/schema.hpp"

namespace rel::store {

namespace {

namespace fs = std::filesystem;

/// Whether what can't be opened was once a file of ours, or nothing: then it may be moved away.
bool was_ours(const std::string& path) {
  const auto header = header_of(path);
  return header && (header->empty || header->ours());
}

enum class Present { nothing, sound, damaged };

Present look_at(const std::string& data_file) {
  try {
    return open_to_read(data_file) ? (check_wholly(data_file), Present::sound) : Present::nothing;
  } catch (const LockedError&) {
    throw;
  } catch (const FileError& error) {
    if (was_ours(data_file)) return Present::damaged;
    throw FileError(error.what(), "move it away, and restore again");
  }
}

// Another name for the same bytes; they stay in place until something else is put there.
void keep_damaged(const std::string& data_file, const std::string& aside) {
  if (link(data_file.c_str(), aside.c_str()) == 0) return;
  std::error_code problem;
  if (!fs::copy_file(data_file, aside, problem)) throw IoError(aside + ": " + problem.message());
}

// SQLite would write it into whatever file gets this name.
void move_journal(const std::string& data_file, const std::string& aside) {
  const std::string journal = data_file + "-journal";
  if (rename(journal.c_str(), (aside + "-journal").c_str()) != 0 && errno != ENOENT) {
    throw IoError(journal + ": " + std::strerror(errno));
  }
}

/// Makes of a copy what is put in the place of the file: of our version, with a history that begins there.
void begin_anew(const Held& copy, const Settings& settings, std::int64_t at_ms) {
  bring_up_to_date(copy.path, copy.known_as, settings, at_ms);
  repair_caches(copy.path, settings);  // those of a copy need not hold
  const auto database = open_to_write(copy.path);
  database->script("BEGIN IMMEDIATE");
  end_history(*database, at_ms, "restore");
  database->script("COMMIT");
}

}  // namespace

void check_source(const std::string& from) {
  refuse_journal(from);
  try {
    check_wholly(from);
  } catch (const LockedError&) {
    throw;
  } catch (const FileError& error) {
    throw FileError(error.what(), "rel backup --list shows the copies");
  }
}

Restored restore(const std::string& data_file, const std::string& from, const Backups& backups,
                 const BackupsLock& lock, const Settings& settings, const Moment& now, int seconds,
                 std::int64_t at_ms) {
  PrivateFile::sweep(data_file);
  PrivateFile copy(data_file);
  Restored done{.extent = copy_verified(from, copy)};
  const auto header = header_of(copy.path());
  if (!header) throw IoError(copy.path() + ": can't be read");
  const Held held{copy.path(), header->version, from};
  const Present present = look_at(data_file);
  if (present == Present::sound) {
    const auto keep = [&]() -> std::optional<Held> {
      done.kept = backups.make(lock, now, seconds);
      return held;
    };
    File::open_to_replace(data_file, settings)->replace_contents(keep, at_ms, "restore");
    if (done.kept) backups.prune(lock, *done.kept);
    return done;
  }
  begin_anew(held, settings, at_ms);
  copy.sync();
  const std::string aside = backups.new_damaged_name(lock, now, seconds);
  done.was_damaged = present == Present::damaged;
  if (done.was_damaged) {
    done.kept = aside;
    keep_damaged(data_file, aside);
  }
  move_journal(data_file, aside);
  if (done.was_damaged) {
    copy.replace();
  } else if (!copy.place()) {
    throw FileError(data_file + ": was made by another process meanwhile", "restore again");
  }
  return done;
}

}  // namespace rel::store
