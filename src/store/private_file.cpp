#include "store/private_file.hpp"

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
#include <memory>

#include "rel/errors.hpp"

namespace rel::store {

namespace {

constexpr std::string_view infix = ".new-";
constexpr std::size_t random_letters = 6;
constexpr const char* journal = "-journal";  // that SQLite may leave beside one

[[noreturn]] void fail(const std::string& path) {
  throw IoError(path + ": " + std::strerror(errno));
}

struct FolderCloser {
  void operator()(DIR* folder) const { closedir(folder); }
};

/// Whether it is the name of a new file of ours, meant for `of`, or for a place whose name begins so.
bool is_left_over(const std::string& name, const std::string& of, PrivateFile::Path path) {
  const std::size_t tail = infix.size() + random_letters;
  const bool long_enough =
      path == PrivateFile::Path::whole ? name.size() == of.size() + tail : name.size() >= of.size() + tail;
  return long_enough && name.starts_with(of) && name.compare(name.size() - tail, infix.size(), infix) == 0;
}

/// Takes it, locked, unless somebody is still at work on it.
void take_left_over(const std::string& path, const std::function<void(const std::string&)>& take) {
  const int descriptor = open(path.c_str(), O_RDONLY | O_NOFOLLOW | O_CLOEXEC);
  const bool in_use = descriptor >= 0 && flock(descriptor, LOCK_EX | LOCK_NB) != 0;
  if (!in_use) take(path);
  if (descriptor >= 0) close(descriptor);
}

}  // namespace

std::string folder_of(const std::string& path) {
  return std::filesystem::path(path).parent_path();
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

PrivateFile::PrivateFile(std::string place) : place_(std::move(place)) {
  // Somebody's sweep may come between making it and locking it.
  while (!make()) close(descriptor_);
}

bool PrivateFile::make() {
  path_ = place_ + std::string(infix) + std::string(random_letters, 'X');
  descriptor_ = mkostemp(path_.data(), O_CLOEXEC);
  if (descriptor_ < 0) fail(place_);
  flock(descriptor_, LOCK_EX | LOCK_NB);
  struct stat info {};
  return fstat(descriptor_, &info) != 0 || info.st_nlink > 0;
}

PrivateFile::~PrivateFile() {
  if (!path_.empty()) unlink(path_.c_str());
  close(descriptor_);
}

void PrivateFile::sync() {
  if (fsync(descriptor_) != 0) fail(path_);
}

void PrivateFile::replace() {
  if (rename(path_.c_str(), place_.c_str()) != 0) fail(place_);
  path_.clear();
  sync_folder(folder_of(place_));
}

// It never replaces a file that another process made meanwhile. Some sticks know neither this nor links.
bool PrivateFile::place() {
  if (renameat2(AT_FDCWD, path_.c_str(), AT_FDCWD, place_.c_str(), RENAME_NOREPLACE) == 0) {
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

void PrivateFile::each_left_over(const std::string& of, Path path,
                                 const std::function<void(const std::string&)>& take) {
  const std::string name_of = std::filesystem::path(of).filename();
  const std::string folder = folder_of(of);
  for (std::string name : names_in(folder)) {
    if (name.ends_with(journal)) name.erase(name.size() - std::string_view(journal).size());
    if (is_left_over(name, name_of, path)) take_left_over(folder + "/" + name, take);
  }
}

void PrivateFile::sweep(const std::string& of, Path path) {
  each_left_over(of, path, [](const std::string& left) {
    unlink((left + journal).c_str());
    unlink(left.c_str());
  });
}

}  // namespace rel::store
