// Files and folders that only their owner may read, made so that nobody ever sees half of one.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "system/interruption.hpp"

namespace rel::store {

/// Makes a folder (0700) and those above it, where they are missing. Throws IoError.
void make_private_folder(const std::string& folder);

/// The folder that a file is in.
std::string folder_of(const std::string& path);

/// The names in a folder, in no order; none where there is no such folder. Throws IoError where it can't be
/// read: nobody may take it for empty.
std::vector<std::string> names_in(const std::string& folder);

/// Writes the names in a folder to the disk: without this a power cut could take a file that was
/// acknowledged.
void sync_folder(const std::string& folder);

/// A new, empty file (0600, whatever the umask) beside the place that it is meant for. It goes with this
/// object, and where the program is interrupted, unless it was put there. What a kill leaves behind is
/// removed by sweep().
class PrivateFile {
 public:
  /// Throws IoError where none can be made there. `mark` stands in its name behind that of the place.
  explicit PrivateFile(std::string place, std::string_view mark = "");
  ~PrivateFile();
  PrivateFile(const PrivateFile&) = delete;
  PrivateFile& operator=(const PrivateFile&) = delete;

  /// Where it is for now.
  const std::string& path() const { return path_; }

  /// Throws IoError where it can't be written.
  void append(std::string_view text);
  /// Writes its bytes to the disk. Throws IoError.
  void sync();
  /// Puts it in its place, over whatever is there. Throws IoError.
  void replace();
  /// Puts it in its place if what is there is still `expected`, with the rights of that; false where it is
  /// not: then that stays. It is looked at once nobody finds it there any more. Throws IoError.
  bool replace_if_still(std::string_view expected);
  /// Puts it in its place; false where something is there already. Throws IoError.
  bool place();

  /// Whether new files with such a name of their place (and mark) are meant.
  using Meant = std::function<bool(const std::string& name)>;
  /// Hands over what killed processes left in a folder; what others are still at work on is none of it. A
  /// file and its journal may come one after the other.
  static void each_left_over(const std::string& folder, const Meant& meant,
                             const std::function<void(const std::string&)>& take);
  /// Removes all of that.
  static void sweep(const std::string& folder, const Meant& meant);
  /// The same for one place.
  static void sweep(const std::string& place);

 private:
  bool make(std::string_view mark);

  std::string place_;
  std::string path_;
  std::optional<RemovedOnSignal> unless_placed_;
  int descriptor_ = -1;  // open and locked while somebody works on it
};

}  // namespace rel::store
