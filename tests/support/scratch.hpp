// A folder for the files of one test.
#pragma once

#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <system_error>

namespace rel::test {

/// A new, empty folder that goes when the test ends.
class Scratch {
 public:
  // In memory where the machine has that: tests sync thousands of files. REL_SCRATCH names another place.
  Scratch() : path_(access("/dev/shm", W_OK) == 0 ? "/dev/shm" : std::filesystem::temp_directory_path()) {
    if (const char* asked = std::getenv("REL_SCRATCH")) path_ = asked;
    path_ += "/rel-test-XXXXXX";
    if (!mkdtemp(path_.data())) throw std::system_error(errno, std::generic_category(), path_);
  }
  ~Scratch() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }
  Scratch(const Scratch&) = delete;
  Scratch& operator=(const Scratch&) = delete;

  /// The path of a file in it.
  std::string operator/(const std::string& name) const { return path_ + "/" + name; }

 private:
  std::string path_;
};

}  // namespace rel::test
