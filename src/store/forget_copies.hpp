// Forgetting someone in the copies of a data file, too.
#pragma once

#include <string>
#include <vector>

#include "rel/settings.hpp"
#include "store/backups.hpp"
#include "store/reader.hpp"

namespace rel::store {

/// What came of each copy.
struct CopiesWithout {
  int rewritten = 0;                   ///< copies in which no trace is left
  std::vector<std::string> removed;    ///< backups that nobody could read
  std::vector<std::string> untouched;  ///< other files beside the data file that could not be changed
  std::vector<std::string> others;     ///< files beside it that hold them, too, and are more than copies
};

/// Where copies of a data file are looked for: around each of its paths (its own, and that of a link to it),
/// and in the folder of the copy elsewhere.
struct CopyPlaces {
  std::vector<std::string> data_files;  ///< its own path first
  std::string elsewhere;                ///< empty where there is none
};

/// The data files there that hold the person of `store`, too, and are more than copies of it.
std::vector<std::string> other_holders(const Reader& store, const Person& person, const CopyPlaces& places,
                                       const Settings& settings);

/// Erases a person of the data file `store` in every automatic copy, and in whatever copy of the data file
/// lies in these places and holds them; also under a record that was merged into theirs since. Removes what
/// is half written or damaged among the backups. Throws LockedError or IoError where a copy can't be written;
/// each copy is whole whatever happens.
CopiesWithout forget_in_copies(const Reader& store, const Person& person, const CopyPlaces& places,
                               const BackupsLock& lock, const Settings& settings, std::int64_t at_ms);

}  // namespace rel::store
