// Reading the files that an import names, and others.
#pragma once

#include <cstddef>
#include <fstream>
#include <string>
#include <vector>

namespace rel::commands {

/// A file that is read, and what messages call it.
struct InputFile {
  std::string path;
  std::string name;
  bool from_folder = false;  ///< it was not named itself
};

/// The files named: each path itself, or every file in it and below, by name, where it is a folder. What is
/// hidden is passed over, but for mail: `cur` and `new` of a folder. Throws IoError for what is not there or
/// can't be read.
std::vector<InputFile> input_files(const std::vector<std::string>& paths);

/// Throws IoError: the file, and why it can't be read or written.
[[noreturn]] void refuse_file(const std::string& path, const std::string& why);

/// The bytes of a regular file. Throws IoError where it can't be read, or is too large (1 GiB).
std::string read_file(const std::string& path);

/// At most `length` bytes of the beginning of a file. Throws IoError where it can't be read.
std::string read_beginning(const std::string& path, std::size_t length);

/// A file to be read piece by piece. Throws IoError where it can't be opened.
std::ifstream open_file(const std::string& path);

}  // namespace rel::commands
