// Files and folders that only their owner may read, made so that nobody ever sees half of one.
#pragma once

#include <functional>
#include <string>
#include <vector>

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
/// object, unless it was put there. What a kill leaves behind is removed by sweep().
class PrivateFile {
 public:
  /// Throws IoError where none can be made there.
  explicit PrivateFile(std::string place);
  ~PrivateFile();
  PrivateFile(const PrivateFile&) = delete;
  PrivateFile& operator=(const PrivateFile&) = delete;

  /// Where it is for now.
  const std::string& path() const { return path_; }

  /// Writes its bytes to the disk. Throws IoError.
  void sync();
  /// Puts it in its place, over whatever is there. Throws IoError.
  void replace();
  /// Puts it in its place; false where something is there already. Throws IoError.
  bool place();

  /// Whether a path is that of one place, or the beginning of several.
  enum class Path { whole, beginning };
  /// Hands over what killed processes left for a place, or for places; what others are still at work on is
  /// none of it. A file and its journal may come one after the other.
  static void each_left_over(const std::string& of, Path path,
                             const std::function<void(const std::string&)>& take);
  /// Removes all of that.
  static void sweep(const std::string& of, Path path = Path::whole);

 private:
  bool make();

  std::string place_;
  std::string path_;
  int descriptor_ = -1;  // open and locked while somebody works on it
};

}  // namespace rel::store
