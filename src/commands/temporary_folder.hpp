// A folder for a while.
#pragma once

#include <string>

#include "commands/call.hpp"

namespace rel::commands {

/// `name` in $TMPDIR, or in /tmp where that is not set.
std::string among_temporary_files(const Call& call, const std::string& name);

/// A new folder for its owner alone (0700), which goes with this object unless it is kept.
class TemporaryFolder {
 public:
  /// Its path begins with `beginning`. Throws IoError where none can be made.
  explicit TemporaryFolder(const std::string& beginning);
  ~TemporaryFolder();
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;

  const std::string& path() const { return path_; }
  std::string file(const std::string& name) const { return path_ + '/' + name; }
  void keep() { kept_ = true; }

 private:
  std::string path_;
  bool kept_ = false;
};

}  // namespace rel::commands
