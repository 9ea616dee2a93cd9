#include "store/forget_copies.hpp"

#include <unistd.h>

#include <filesystem>

#include "rel/errors.hpp"
#include "store/copies.hpp"
#include "store/header.hpp"
#include "store/migrate.hpp"
#include "store/store.hpp"

namespace rel::store {

namespace {

namespace fs = std::filesystem;

void forget_in(const std::string& path, Id person, const Settings& settings, std::int64_t at_ms) {
  bring_up_to_date(path, path, settings, at_ms);
  if (auto store = Store::for_writing(path, settings)) store->forget(person, at_ms);
  check_wholly(path);
}

/// Files in a folder that this program wrote, beside the data file: copies by hand, or of a program that
/// synchronizes.
std::vector<std::string> files_in(const std::string& folder, const std::string& data_file) {
  std::vector<std::string> found;
  std::error_code problem;
  for (const std::string& path : paths_in(folder)) {
    const auto header = header_of(path);
    if (header && header->ours() && !fs::equivalent(path, data_file, problem)) found.push_back(path);
  }
  return found;
}

/// Whether nothing can be brought back from a copy: not where only this moment's reading of it failed.
bool is_damaged(const std::string& path) {
  try {
    check_wholly(path);
    return false;
  } catch (const LockedError&) {
    throw;
  } catch (const FileError&) {
    return true;
  }
}

void forget_in_backup(const Backup& backup, Id person, const Settings& settings, std::int64_t at_ms,
                      CopiesWithout& done) {
  try {
    forget_in(backup.path, person, settings, at_ms);
    ++done.rewritten;
  } catch (const LockedError&) {
    throw;
  } catch (const FileError&) {
    if (!is_damaged(backup.path)) throw;
    Backups::remove(backup);
    done.removed.push_back(backup.path);
  }
}

void forget_beside(const std::string& path, Id person, const Settings& settings, std::int64_t at_ms,
                   CopiesWithout& done) {
  try {
    auto store = Store::for_reading(path, settings);
    if (!store || !store->has_person(person)) return;
    store.reset();
    forget_in(path, person, settings, at_ms);
    ++done.rewritten;
  } catch (const Error&) {
    done.untouched.push_back(path);
  }
}

}  // namespace

CopiesWithout forget_in_copies(const Backups& backups, const std::string& data_file, Id person,
                               const Settings& settings, std::int64_t at_ms) {
  CopiesWithout done;
  PrivateFile::sweep(data_file);
  backups.sweep();
  for (const Backup& backup : backups.all()) forget_in_backup(backup, person, settings, at_ms, done);
  for (const std::string& path : backups.damaged()) {
    unlink(path.c_str());
    done.removed.push_back(path);
  }
  for (const std::string& folder : {folder_of(data_file), settings.backup_to}) {
    if (folder.empty()) continue;
    for (const std::string& path : files_in(folder, data_file)) {
      forget_beside(path, person, settings, at_ms, done);
    }
  }
  return done;
}

}  // namespace rel::store
