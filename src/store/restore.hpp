// Bringing back a copy: checked first, kept what was there, replaced in one step.
#pragma once

#include <optional>
#include <string>

#include "rel/settings.hpp"
#include "store/backups.hpp"

namespace rel::store {

/// What a restoring came to.
struct Restored {
  Extent extent;
  std::optional<std::string> kept;  ///< the copy of what was there before; nothing where there was nothing
  bool was_damaged = false;         ///< the old file was unreadable; `kept` is its byte-for-byte copy
};

/// Throws FileError where the file at `from` is not wholly sound, or a journal lies beside it. Touches
/// nothing.
void check_source(const std::string& from);

/// Call check_source() first. Replaces the data file's content by that of the file at `from`, in one step
/// under the file's lock; what was there is kept among `backups`, verified, or put there as it is where it is
/// damaged. A journal that lies beside a missing or damaged file goes with it. Ends the history. Throws
/// FileError where `from` is not wholly sound, IoError where something can't be read or written; then nothing
/// has changed.
Restored restore(const std::string& data_file, const std::string& from, const Backups& backups,
                 const BackupsLock& lock, const Settings& settings, const Moment& now, int seconds,
                 std::int64_t at_ms);

}  // namespace rel::store
