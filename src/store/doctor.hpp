// Examining a data file: to the last bit, and what is around it.
#pragma once

#include <string>

#include "rel/settings.hpp"
#include "store/backups.hpp"
#include "store/elsewhere.hpp"
#include "store/finding.hpp"

namespace rel::store {

/// Looks at everything in a file: its header and schema, every page, value and reference, ids, the chain of
/// the history, the content against the history, and the caches against a replay. Writes nothing. Throws
/// LockedError and IoError. `settings` are those in force.
Findings examine_file(const std::string& path, const Settings& settings);

/// Looks at what is around it: who may read it, what lies beside it, whether locks work there.
Findings examine_place(const std::string& path);
/// The same for the folder of a link that leads to it.
Findings examine_place_of_link(const std::string& link);

/// Looks at each automatic copy as restoring would; `sound` becomes the newest one that is, or empty.
/// `changed` is the day of the last change, where that is known: every day with a change should have a copy.
/// Those dated after `today` are of a clock that was wrong.
Findings examine_copies(const Backups& backups, std::optional<Day> changed, Day today, std::string& sound);

/// Looks at the copy in another place, and says how old it is.
Findings examine_elsewhere(const Elsewhere& elsewhere, Day today);

/// Makes anew what can be derived, in one step: the caches. Throws FileError or IoError.
void repair_caches(const std::string& path, const Settings& settings);

/// Whether the caches are what they are caches of, by the rules that they were made with; also of a file of
/// an older version, whose caches are not used. Throws FileError or IoError.
bool caches_hold(const std::string& path);

/// Mends what is around the file: takes from others what is not for them, and removes leftovers.
void repair_place(const std::string& path);

}  // namespace rel::store
