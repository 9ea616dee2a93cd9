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

/// Whom to forget, and what came of it.
class Forgetting {
 public:
  Forgetting(const std::string& uid, const Settings& settings, std::int64_t at_ms)
      : uid_(uid), settings_(settings), at_ms_(at_ms) {}

  void in_backup(const Backup& backup) {
    try {
      in(backup.path);
    } catch (const LockedError&) {
      throw;
    } catch (const FileError&) {
      if (!is_damaged(backup.path)) throw;
      Backups::remove(backup);
      removed(backup.path);
    }
  }

  void beside(const std::string& path) {
    try {
      auto store = Store::for_reading(path, settings_);
      if (!store || !store->person_of_uid(uid_)) return;
      store.reset();
      in(path);
    } catch (const Error&) {
      done_.untouched.push_back(path);
    }
  }

  void removed(const std::string& path) { done_.removed.push_back(path); }
  CopiesWithout done() && { return std::move(done_); }

 private:
  void in(const std::string& path) {
    bring_up_to_date(path, path, settings_, at_ms_);
    if (auto store = Store::for_writing(path, settings_)) store->forget(uid_, at_ms_);
    check_wholly(path);
    ++done_.rewritten;
  }

  const std::string& uid_;
  const Settings& settings_;
  std::int64_t at_ms_;
  CopiesWithout done_;
};

}  // namespace

CopiesWithout forget_in_copies(const Backups& backups, const std::string& data_file, const std::string& uid,
                               const Settings& settings, std::int64_t at_ms) {
  Forgetting forgetting(uid, settings, at_ms);
  PrivateFile::sweep(data_file);
  backups.sweep();
  for (const Backup& backup : backups.all()) forgetting.in_backup(backup);
  for (const std::string& path : backups.damaged()) {
    unlink(path.c_str());
    forgetting.removed(path);
  }
  for (const std::string& folder : {folder_of(data_file), settings.backup_to}) {
    if (folder.empty()) continue;
    for (const std::string& path : files_in(folder, data_file)) forgetting.beside(path);
  }
  return std::move(forgetting).done();
}

}  // namespace rel::store
