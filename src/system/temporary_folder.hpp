// A folder for a while.
#pragma once

#include <list>
#include <string>

#include "system/env.hpp"
#include "system/interruption.hpp"

namespace rel::commands {

/// `name` in $TMPDIR, or in /tmp where that is not set.
std::string among_temporary_files(const Env& env, const std::string& name);

/// From here on an interrupted program removes what it has not finished: files, and folders of this kind.
void tidy_up_when_interrupted();

/// A new folder for its owner alone (0700), which goes with this object unless it is kept.
class TemporaryFolder {
 public:
  /// Its path begins with `beginning`. Throws IoError where none can be made. Where the program is
  /// interrupted, it goes with the data file `content`; where none is named, what is in it is the user's and
  /// stays.
  explicit TemporaryFolder(const std::string& beginning, const std::string& content = "");
  ~TemporaryFolder();
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;

  const std::string& path() const { return path_; }
  std::string file(const std::string& name) const { return path_ + '/' + name; }
  void keep() {
    kept_ = true;
    unless_kept_.clear();
  }

 private:
  std::string path_;
  std::string content_;
  std::string journal_;
  std::list<store::RemovedOnSignal> unless_kept_;  // the folder before what is in it
  bool kept_ = false;
};

}  // namespace rel::commands
