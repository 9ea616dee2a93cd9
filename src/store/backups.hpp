// The folder of automatic copies beside the data file: `backups/`, 0700, a file for each copy, 0600.
#pragma once

#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "store/content.hpp"

namespace rel::store {

/// An automatic copy, as its name tells of it.
struct Backup {
  std::string path;
  Moment at;        ///< when it was made
  int seconds = 0;  ///< of that minute
  int number = 1;   ///< among those of one second
};

/// Shows that whoever has it is alone at work in a folder of copies, for as long as it lives.
class BackupsLock {
  friend class Backups;
  explicit BackupsLock(std::shared_ptr<const void> held) : held_(std::move(held)) {}
  std::shared_ptr<const void> held_;
};

/// The copies of one data file.
class Backups {
 public:
  explicit Backups(const std::string& data_file);

  const std::string& folder() const { return folder_; }

  /// All copies, newest first. Reads names only. Throws IoError where the folder can't be read, as does
  /// everything that looks for a copy.
  std::vector<Backup> all() const;

  /// Whether there is one of that day, and no scrub is to be finished: reads names only.
  bool nothing_to_do(Day today) const;

  /// Makes the folder and waits for whoever else is at work in it, up to thirty seconds. Throws LockedError
  /// if it takes longer, IoError if that is denied.
  BackupsLock lock() const;
  /// The same without waiting; std::nullopt if somebody is at work.
  std::optional<BackupsLock> try_lock() const;

  /// Makes a verified copy of the data file; its path. Nothing where the data file is not there or has nobody
  /// in it. `now` names it, with the seconds. Throws FileError or IoError.
  std::optional<std::string> make(const BackupsLock& lock, const Moment& now, int seconds) const;

  /// Removes old copies that no generation keeps, but never the only one that holds the most. `made` is the
  /// one just made, which is the newest: those of later days are of a clock that was wrong, and stay until
  /// their day comes. Where one can't be looked at, all stay until the next copy is made.
  void prune(const BackupsLock& lock, const std::string& made) const;

  /// Deletes a copy just made, and the folder if empty.
  void discard(const BackupsLock& lock, const std::string& path) const;

  /// Removes what killed processes left half written; needs no lock, because it skips what a running one
  /// writes.
  void sweep() const;
  /// The paths of all that.
  std::set<std::string> left_over() const;

  /// Removes a copy that nobody can use.
  static void remove(const BackupsLock& lock, const Backup& backup);

  /// A free path for a damaged file that is set aside unchanged.
  std::string new_damaged_name(const BackupsLock& lock, const Moment& now, int seconds) const;
  /// What is kept under such names.
  std::vector<std::string> damaged() const;

  /// The file that says when the newest copy elsewhere was made, and where.
  std::string elsewhere_mark() const;

  /// From here on the data file is to be scrubbed (File::scrub), whatever happens, …
  void begin_scrub(const BackupsLock& lock) const;
  /// … until here.
  void end_scrub(const BackupsLock& lock) const;
  /// Whether a crash came between the two.
  bool must_scrub() const;

 private:
  void remove_old(const BackupsLock& lock, const std::string& made) const;
  std::optional<Backup> backup_of(std::string_view name, std::string_view ending) const;
  bool is_ours(const std::string& name) const;
  std::string new_name(const Moment& now, int seconds) const;
  std::string scrub_mark() const;

  std::string data_file_;
  std::string folder_;
  std::string stem_;       // of the data file: copies begin so
  std::string extension_;  // and end so
};

}  // namespace rel::store
