// A file of an older version becomes one of ours.
#pragma once

#include <optional>
#include <string>

#include "rel/settings.hpp"
#include "store/backups.hpp"

namespace rel::store {

/// Whether there is a file of ours, of an older version. Reads its first bytes; call it for no file that is
/// open.
bool is_older(const std::string& path);

/// Brings a data file of an older version to ours, in one step under the file's lock, and ends the history.
/// What it was is kept among `backups`, verified, before anything is changed. Gives the path of that copy;
/// nothing where nobody was in the file, or another process was faster. Throws FileError where anything would
/// be lost, LockedError, and IoError; then nothing has changed.
std::optional<std::string> migrate(const std::string& data_file, const Settings& settings,
                                   const Backups& backups, const BackupsLock& lock, const Moment& now,
                                   int seconds, std::int64_t at_ms);

/// The same for a copy, which the user knows as `known_as`: nothing is kept of what it was. Leaves what is of
/// our version as it is.
void bring_up_to_date(const std::string& path, const std::string& known_as, const Settings& settings,
                      std::int64_t at_ms);

}  // namespace rel::store
