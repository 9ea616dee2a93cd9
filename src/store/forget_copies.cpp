#include "store/forget_copies.hpp"

#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <set>

#include "rel/errors.hpp"
#include "store/copies.hpp"
#include "store/header.hpp"
#include "store/migrate.hpp"
#include "store/store.hpp"
#include "text/fold.hpp"

namespace rel::store {

namespace {

namespace fs = std::filesystem;

/// Files in a folder that this program wrote, beside the data file: copies by hand, or of a program that
/// synchronizes. A link leads to a file that is somewhere else.
std::vector<std::string> files_in(const std::string& folder, const std::string& data_file) {
  std::vector<std::string> found;
  std::error_code problem;
  for (const std::string& name : names_in(folder)) {
    std::string path = folder + '/' + name;
    if (!fs::is_regular_file(fs::symlink_status(path, problem)) || is_same_file(path, data_file)) continue;
    const auto header = header_of(path);
    if (header && header->ours()) found.push_back(std::move(path));
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

/// Where someone is looked for: only in an automatic copy a name says that it is the same person. A file that
/// lies beside the data file may be of other people.
enum class In { backup, another_file };

/// Whom to forget, by whatever tells that someone in another file is the same: the uid, and for records that
/// were merged into this one since, an entry or a name.
class Forgotten {
 public:
  Forgotten(Store& store, const Person& person) : uid_(person.uid), entries_(store.own_entries(person.id)) {
    for (const Person& other : store.people()) still_here_.insert(other.uid);
    names_ = {text::fold_name(person.name), text::fold_name(person.handle)};
    for (const std::string& alias : person.aliases) names_.insert(text::fold_name(alias));
  }

  const std::string& uid() const { return uid_; }

  /// The uids of the records in a file that were merged into theirs since.
  std::vector<std::string> merged_in(Store& other, In where) const {
    std::vector<std::string> found;
    for (const Person& person : other.people()) {
      if (still_here_.contains(person.uid)) continue;
      if ((where == In::backup && is_named_so(person)) || has_their_entry(person, other))
        found.push_back(person.uid);
    }
    return found;
  }

 private:
  bool is_named_so(const Person& person) const {
    return names_.contains(text::fold_name(person.name)) || names_.contains(text::fold_name(person.handle));
  }

  bool has_their_entry(const Person& person, Store& other) const {
    const std::set<Id> entries = other.own_entries(person.id);
    return std::any_of(entries.begin(), entries.end(), [&](Id id) { return entries_.contains(id); });
  }

  std::string uid_;
  std::set<std::string> names_;       // folded
  std::set<Id> entries_;              // theirs alone
  std::set<std::string> still_here_;  // uids of everyone in the data file
};

/// Forgets in one file after the other.
class Forgetting {
 public:
  Forgetting(Store& store, const Forgotten& who, const Settings& settings, std::int64_t at_ms)
      : store_(store), who_(who), settings_(settings), at_ms_(at_ms) {}

  void in_backup(const Backup& backup) {
    try {
      in(backup.path, In::backup);
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
      if (!store || (!store->person_of_uid(who_.uid()) && who_.merged_in(*store, In::another_file).empty()))
        return;
      if (!store_.shares_past_with(*store)) {
        done_.others.push_back(path);
        return;
      }
      store.reset();
      in(path, In::another_file);
    } catch (const Error&) {
      done_.untouched.push_back(path);
    }
  }

  void removed(const std::string& path) { done_.removed.push_back(path); }
  CopiesWithout done() && { return std::move(done_); }

 private:
  void in(const std::string& path, In where) {
    bring_up_to_date(path, path, settings_, at_ms_);
    if (auto store = Store::for_writing(path, settings_)) {
      for (const std::string& uid : who_.merged_in(*store, where)) store->forget(uid, at_ms_);
      store->forget(who_.uid(), at_ms_);  // also where only the history knows them
    }
    check_wholly(path);
    ++done_.rewritten;
  }

  Store& store_;
  const Forgotten& who_;
  const Settings& settings_;
  std::int64_t at_ms_;
  CopiesWithout done_;
};

}  // namespace

CopiesWithout forget_in_copies(Store& store, const Person& person, const Backups& backups,
                               const std::string& data_file, const Settings& settings, std::int64_t at_ms) {
  const Forgotten who(store, person);
  Forgetting forgetting(store, who, settings, at_ms);
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
