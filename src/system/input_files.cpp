#include "system/input_files.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>

#include "base/errors.hpp"
#include "text/terminal.hpp"

namespace rel::commands {

namespace {

namespace fs = std::filesystem;

constexpr std::uintmax_t largest = 1024ULL * 1024 * 1024;

constexpr int deepest = 8;  // folders in each other

bool holds_mail(const fs::path& folder) {
  return fs::is_directory(folder / "cur") && fs::is_directory(folder / "new");
}

void add_files_in(const std::string& folder, std::vector<std::string>& files, int depth) {
  std::error_code problem;
  for (const auto& entry : fs::directory_iterator(folder, problem)) {
    const bool hidden = entry.path().filename().string().starts_with('.');
    if (entry.is_regular_file() && !hidden) files.push_back(entry.path());
    const bool inside = entry.is_directory() && !entry.is_symlink() && depth < deepest;
    if (inside && (!hidden || holds_mail(entry.path()))) add_files_in(entry.path(), files, depth + 1);
  }
  if (problem) refuse_file(folder, problem.message());
}

std::vector<std::string> files_in(const std::string& folder) {
  std::vector<std::string> files;
  add_files_in(folder, files, 1);
  std::sort(files.begin(), files.end());
  return files;
}

std::ifstream opened(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) refuse_file(path, "can't be read");
  return file;
}

}  // namespace

void refuse_file(const std::string& path, const std::string& why) {
  throw IoError(text::named(path) + ": " + why);
}

std::vector<InputFile> input_files(const std::vector<std::string>& paths) {
  std::vector<InputFile> files;
  for (const std::string& path : paths) {
    std::error_code problem;
    const fs::file_status status = fs::status(path, problem);
    if (!fs::exists(status)) refuse_file(path, "no such file");
    if (fs::is_directory(status)) {
      const std::vector<std::string> inside = files_in(path);
      if (inside.empty()) refuse_file(path, "no files in this folder");
      for (const std::string& file : inside) files.push_back({file, file, true});
    } else if (fs::is_regular_file(status)) {
      files.push_back({path, path});
    } else {
      refuse_file(path, "not a regular file");
    }
  }
  return files;
}

std::string read_file(const std::string& path) {
  std::error_code problem;
  const std::uintmax_t size = fs::file_size(path, problem);
  if (problem) refuse_file(path, problem.message());
  if (size > largest) refuse_file(path, "larger than 1 GiB");
  std::ifstream file = opened(path);
  std::string bytes(size, '\0');
  file.read(bytes.data(), static_cast<std::streamsize>(size));
  if (!file) refuse_file(path, "can't be read");
  return bytes;
}

std::string read_beginning(const std::string& path, std::size_t length) {
  std::ifstream file = opened(path);
  std::string bytes(length, '\0');
  file.read(bytes.data(), static_cast<std::streamsize>(length));
  if (file.bad()) refuse_file(path, "can't be read");
  bytes.resize(static_cast<std::size_t>(file.gcount()));
  return bytes;
}

// Whoever reads row by row would take a fault for the end.
std::ifstream open_file(const std::string& path) {
  std::ifstream file = opened(path);
  file.exceptions(std::ios::badbit);
  return file;
}

}  // namespace rel::commands
