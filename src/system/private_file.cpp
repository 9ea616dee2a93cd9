#include "system/private_file.hpp"

#include <dirent.h>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <memory>
#include <optional>

#include "base/errors.hpp"

namespace rel::store {

namespace {

constexpr std::string_view infix = ".new-";
constexpr std::size_t random_letters = 6;
constexpr const char* journal_ending = "-journal";  // that SQLite may leave beside one

[[noreturn]] void fail(const std::string& path) {
  throw IoError(path + ": " + std::strerror(errno));
}

struct FolderCloser {
  void operator()(DIR* folder) const { closedir(folder); }
};

/// The place that a new file of ours is meant for, by its name; nothing where it is no such name.
std::optional<std::string> meant_for(const std::string& name) {
  const std::size_t tail = infix.size() + random_letters;
  if (name.size() <= tail || name.compare(name.size() - tail, infix.size(), infix) != 0) return std::nullopt;
  return name.substr(0, name.size() - tail);
}

bool swap_places(const std::string& one, const std::string& other) {
  return renameat2(AT_FDCWD, one.c_str(), AT_FDCWD, other.c_str(), RENAME_EXCHANGE) == 0;
}

bool has_bytes(const std::string& path, std::string_view expected) {
  std::ifstream file(path, std::ios::binary);
  std::string bytes(expected.size() + 1, '\0');
  file.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  bytes.resize(static_cast<std::size_t>(file.gcount()));
  return file.eof() && bytes == expected;
}

/// Takes it, locked, unless somebody is still at work on it, or put it in its place since it was seen.
void take_left_over(const std::string& path, const std::function<void(const std::string&)>& take) {
  const int descriptor = open(path.c_str(), O_RDONLY | O_NOFOLLOW | O_CLOEXEC);
  const bool gone = descriptor < 0 && errno == ENOENT && access((path + journal_ending).c_str(), F_OK) != 0;
  const bool in_use = descriptor >= 0 && flock(descriptor, LOCK_EX | LOCK_NB) != 0;
  if (!gone && !in_use) take(path);
  if (descriptor >= 0) close(descriptor);
}

}  // namespace

std::string folder_of(const std::string& path) {
  const std::string folder = std::filesystem::path(path).parent_path();
  return folder.empty() ? "." : folder;
}

// A folder that is new is on the disk only once the one above it is synced.
void make_private_folder(const std::string& folder) {
  if (folder.empty()) return;
  const std::string above = folder_of(folder);
  bool made = mkdir(folder.c_str(), 0700) == 0;
  if (!made && errno == ENOENT && above != folder) {
    make_private_folder(above);
    made = mkdir(folder.c_str(), 0700) == 0;
  }
  if (!made && errno != EEXIST) fail(folder);
  if (made) sync_folder(above);
}

// std::filesystem makes a path of each name first, which costs every command that writes as much as a query.
std::vector<std::string> names_in(const std::string& folder) {
  const std::unique_ptr<DIR, FolderCloser> opened(opendir(folder.c_str()));
  if (!opened && errno == ENOENT) return {};
  if (!opened) fail(folder);
  std::vector<std::string> names;
  errno = 0;
  while (const dirent* entry = readdir(opened.get())) {
    const std::string_view name = entry->d_name;
    if (name != "." && name != "..") names.emplace_back(name);
  }
  if (errno != 0) fail(folder);
  return names;
}

void sync_folder(const std::string& folder) {
  const int descriptor = open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (descriptor < 0) return;
  fsync(descriptor);
  close(descriptor);
}

PrivateFile::PrivateFile(std::string place, std::string_view mark) : place_(std::move(place)) {
  // Somebody's sweep may come between making it and locking it.
  while (!make(mark)) close(descriptor_);
}

bool PrivateFile::make(std::string_view mark) {
  unless_placed_.reset();
  path_ = place_ + std::string(mark) + std::string(infix) + std::string(random_letters, 'X');
  descriptor_ = mkostemp(path_.data(), O_CLOEXEC);
  if (descriptor_ < 0) fail(place_);
  unless_placed_.emplace(path_.c_str());
  // Whoever looks for left-over files may hold it, but never for long.
  while (flock(descriptor_, LOCK_EX) != 0 && errno == EINTR) {
  }
  struct stat info {};
  return fstat(descriptor_, &info) != 0 || info.st_nlink > 0;
}

PrivateFile::~PrivateFile() {
  if (!path_.empty()) unlink(path_.c_str());
  close(descriptor_);
}

void PrivateFile::append(std::string_view text) {
  while (!text.empty()) {
    const ssize_t wrote = write(descriptor_, text.data(), text.size());
    if (wrote < 0 && errno == EINTR) continue;
    if (wrote < 0) throw IoError(place_ + ": can't be written: " + std::strerror(errno));
    text.remove_prefix(static_cast<std::size_t>(wrote));
  }
}

void PrivateFile::sync() {
  if (fsync(descriptor_) != 0) fail(path_);
}

void PrivateFile::replace() {
  if (rename(path_.c_str(), place_.c_str()) != 0) fail(place_);
  unless_placed_.reset();
  path_.clear();
  sync_folder(folder_of(place_));
}

// Some disks can't exchange two files: there it is looked at a moment before.
bool PrivateFile::replace_if_still(std::string_view expected) {
  struct stat info {};
  if (stat(place_.c_str(), &info) != 0) return false;
  if (fchmod(descriptor_, info.st_mode & 07777) != 0) fail(path_);
  if (!has_bytes(place_, expected)) return false;
  if (!swap_places(path_, place_)) {
    replace();
    return true;
  }
  const bool still = has_bytes(path_, expected);
  if (!still) swap_places(path_, place_);
  sync_folder(folder_of(place_));
  return still;
}

// It never replaces a file that another process made meanwhile. Some sticks know neither this nor links.
bool PrivateFile::place() {
  if (renameat2(AT_FDCWD, path_.c_str(), AT_FDCWD, place_.c_str(), RENAME_NOREPLACE) == 0) {
    unless_placed_.reset();
    path_.clear();
  } else if (errno == EEXIST ||
             (errno == EINVAL && link(path_.c_str(), place_.c_str()) != 0 && errno == EEXIST)) {
    return false;
  } else if (access(place_.c_str(), F_OK) != 0) {
    replace();
  }
  sync_folder(folder_of(place_));
  return true;
}

void PrivateFile::each_left_over(const std::string& folder, const Meant& meant,
                                 const std::function<void(const std::string&)>& take) {
  for (std::string name : names_in(folder)) {
    if (name.ends_with(journal_ending)) name.erase(name.size() - std::string_view(journal_ending).size());
    const auto place = meant_for(name);
    if (place && meant(*place)) take_left_over(folder + "/" + name, take);
  }
}

void PrivateFile::sweep(const std::string& folder, const Meant& meant) {
  each_left_over(folder, meant, [](const std::string& left) {
    unlink((left + journal_ending).c_str());
    unlink(left.c_str());
  });
}

void PrivateFile::sweep(const std::string& place) {
  const std::string name_of = std::filesystem::path(place).filename();
  sweep(folder_of(place), [&](const std::string& name) { return name == name_of; });
}

}  // namespace rel::store
