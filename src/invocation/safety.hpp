// Automatic copies of the data file: when commands make them, and how that is said.
#pragma once

#include <functional>
#include <string>

#include "invocation/invocation.hpp"
#include "store/backups.hpp"

namespace rel::commands {

/// A verified copy from before something that changes much. It goes again unless it is kept: what is refused
/// leaves nothing behind. Where no copy can be made, it warns and goes on.
class CopyBefore {
 public:
  explicit CopyBefore(Call& call);
  ~CopyBefore();
  CopyBefore(const CopyBefore&) = delete;
  CopyBefore& operator=(const CopyBefore&) = delete;

  /// Call once the change is committed.
  void keep();

 private:
  store::Backups backups_;
  std::optional<store::BackupsLock> lock_;
  std::optional<std::string> path_;
};

/// Brings the data file, which is of an older version, to ours, after a verified copy, and says so on a
/// terminal.
void migrate(const Call& call);

/// What is to be done once a command that wrote has answered: the copy of the day where there is none yet,
/// and what a crash left unfinished. It gives a line for standard error, mostly an empty one.
std::function<std::string()> daily_backup(const Call& call);

/// Says on a terminal that another program is waited for, where that takes longer than a second.
void tell_of_waiting(const Env& env);

/// The seconds of the minute that it is.
int seconds_now(const Call& call);

/// `96 KB`, `1.2 MB`.
std::string size_text(std::int64_t bytes);

/// `214 entries, 12 people`.
std::string extent_text(const store::Extent& extent);

}  // namespace rel::commands
