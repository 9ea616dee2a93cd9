#include "store/forget_copies.hpp"

#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <optional>
#include <set>

#include "base/errors.hpp"
#include "store/connection.hpp"
#include "store/copies.hpp"
#include "store/file.hpp"
#include "store/forget.hpp"
#include "store/header.hpp"
#include "store/migrate.hpp"
#include "store/whose.hpp"
#include "text/fold.hpp"

namespace rel::store {

namespace {

namespace fs = std::filesystem;

/// Files that this program wrote and that lie beside the data file, or in the folder elsewhere: copies by
/// hand, or of a program that synchronizes. A link leads to a file that is somewhere else.
std::vector<std::string> files_beside(const CopyPlaces& places) {
  std::set<std::string> folders;
  for (const std::string& path : places.data_files) folders.insert(folder_of(path));
  if (!places.elsewhere.empty()) folders.insert(places.elsewhere);
  std::vector<std::string> found;
  std::error_code problem;
  for (const std::string& folder : folders) {
    for (const std::string& name : names_in(folder)) {
      std::string path = folder + '/' + name;
      if (!fs::is_regular_file(fs::symlink_status(path, problem))) continue;
      if (is_same_file(path, places.data_files.front())) continue;
      const auto header = header_of(path);
      if (header && header->ours()) found.push_back(std::move(path));
    }
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
  Forgotten(const Reader& store, const Person& person)
      : uid_(person.uid), entries_(own_entries(store, person.id)) {
    for (const Person& other : store.people()) still_here_.insert(other.uid);
    names_ = {text::fold_name(person.name), text::fold_name(person.handle)};
    for (const std::string& alias : person.aliases) names_.insert(text::fold_name(alias));
  }

  const std::string& uid() const { return uid_; }

  /// The uids of the records in a file that were merged into theirs since.
  std::vector<std::string> merged_in(const Reader& other, In where) const {
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

  bool has_their_entry(const Person& person, const Reader& other) const {
    const std::set<Id> entries = own_entries(other, person.id);
    return std::any_of(entries.begin(), entries.end(), [&](Id id) { return entries_.contains(id); });
  }

  std::string uid_;
  std::set<std::string> names_;       // folded
  std::set<Id> entries_;              // theirs alone
  std::set<std::string> still_here_;  // uids of everyone in the data file
};

/// What a file that holds them is to ours; nothing where it does not.
std::optional<Kinship> holder(const Reader& ours, const Forgotten& who, const std::string& path,
                              const Settings& settings) {
  auto store = File::open_to_read(path, settings);
  if (!store || (!store->person_of_uid(who.uid()) && who.merged_in(*store, In::another_file).empty()))
    return std::nullopt;
  return kinship(database_of(ours), database_of(*store));
}

/// Forgets in one file after the other.
class Forgetting {
 public:
  Forgetting(const Reader& store, const Forgotten& who, const Settings& settings, std::int64_t at_ms)
      : store_(store), who_(who), settings_(settings), at_ms_(at_ms) {}

  void in_backup(const BackupsLock& lock, const Backup& backup) {
    try {
      in(backup.path, In::backup);
    } catch (const LockedError&) {
      throw;
    } catch (const FileError&) {
      if (!is_damaged(backup.path)) throw;
      Backups::remove(lock, backup);
      removed(backup.path);
    }
  }

  void beside(const std::string& path) {
    try {
      const auto kind = holder(store_, who_, path, settings_);
      if (kind == Kinship::copy) in(path, In::another_file);
      if (kind && kind != Kinship::copy) done_.others.push_back(path);
    } catch (const Error&) {
      done_.untouched.push_back(path);
    }
  }

  void removed(const std::string& path) { done_.removed.push_back(path); }
  CopiesWithout done() && { return std::move(done_); }

 private:
  void in(const std::string& path, In where) {
    bring_up_to_date(path, path, settings_, at_ms_);
    if (auto store = File::open_to_write(path, settings_)) {
      for (const std::string& uid : who_.merged_in(*store, where)) store->forget(uid, at_ms_);
      store->forget(who_.uid(), at_ms_);  // also where only the history knows them
    }
    check_wholly(path);
    ++done_.rewritten;
  }

  const Reader& store_;
  const Forgotten& who_;
  const Settings& settings_;
  std::int64_t at_ms_;
  CopiesWithout done_;
};

}  // namespace

std::vector<std::string> other_holders(const Reader& store, const Person& person, const CopyPlaces& places,
                                       const Settings& settings) {
  const Forgotten who(store, person);
  std::vector<std::string> found;
  for (const std::string& path : files_beside(places)) {
    try {
      const auto kind = holder(store, who, path, settings);
      if (kind && kind != Kinship::copy) found.push_back(path);
    } catch (const Error&) {  // named once it was tried to clean it
    }
  }
  return found;
}

CopiesWithout forget_in_copies(const Reader& store, const Person& person, const CopyPlaces& places,
                               const BackupsLock& lock, const Settings& settings, std::int64_t at_ms) {
  const Forgotten who(store, person);
  Forgetting forgetting(store, who, settings, at_ms);
  for (const std::string& data_file : places.data_files) {
    const Backups backups(data_file);
    PrivateFile::sweep(data_file);
    backups.sweep();
    for (const Backup& backup : backups.all()) forgetting.in_backup(lock, backup);
    for (const std::string& path : backups.damaged()) {
      unlink(path.c_str());
      forgetting.removed(path);
    }
  }
  for (const std::string& path : files_beside(places)) forgetting.beside(path);
  return std::move(forgetting).done();
}

}  // namespace rel::store
