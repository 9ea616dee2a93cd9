// The copy in another place, which the user named in the settings (`backup_to`).
#pragma once

#include <optional>
#include <string>

#include "rel/day.hpp"
#include "store/backups.hpp"

namespace rel::store {

/// A copy that was made elsewhere.
struct MadeElsewhere {
  Day on{};
  std::string file;
};

/// The second place of a data file's copies. What is not there now (a stick that is not plugged in) is tried
/// again whenever something is written, and when it was there last is remembered beside the automatic copies.
class Elsewhere {
 public:
  /// `folder` is that of the settings; empty where none is set.
  Elsewhere(const std::string& data_file, std::string folder);

  bool wanted() const { return !folder_.empty(); }
  /// Whether the folder is there: it is never made, because a disk may not be mounted over it. False where it
  /// is the data file's own: a copy would replace that.
  bool reachable() const;
  /// Whether the copy's place is that of the data file itself.
  bool leads_to_data_file() const;
  /// Whether the folder is on the disk that the data file is on.
  bool on_the_same_disk() const;
  /// Where the copy is, or would be.
  std::string place() const;
  /// The newest copy that was made; nothing where none was, or in another place.
  std::optional<MadeElsewhere> newest() const;
  /// Whether one is to be made now.
  bool is_due(Day today) const;

  /// Makes a verified copy. One there that holds more is not replaced: it gets another name. What is not of
  /// this data file keeps its place; the copy is put beside it. Throws FileError or IoError.
  void make(const BackupsLock& lock, Day today) const;

 private:
  std::string first_place() const;
  std::string place_to_make_at() const;
  bool is_free_or_ours(const std::string& place) const;
  void keep_what_is_more(const std::string& place, Day today) const;
  void remember(Day today, const std::string& place) const;

  std::string data_file_;
  std::string folder_;
  std::string mark_;  // a file that says when the newest was made, and where
};

}  // namespace rel::store
