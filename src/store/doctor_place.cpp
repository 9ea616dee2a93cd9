// What is around the file: who may read it, what lies beside it, what kind of file system it is on.
#include <fcntl.h>
#include <sys/stat.h>
#include <sys/vfs.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <chrono>
#include <cstring>
#include <filesystem>
#include <set>
#include <thread>

#include "base/errors.hpp"
#include "store/doctor.hpp"
#include "system/private_file.hpp"
#include "text/fold.hpp"

namespace rel::store {

namespace {

namespace fs = std::filesystem;

constexpr mode_t for_others = 077;
constexpr mode_t writable_for_others = 022;
constexpr std::chrono::milliseconds time_to_lock(100);

/// A kind of file system that does not do what is needed.
struct FileSystem {
  unsigned long magic;
  const char* name;
  bool has_modes;
};
constexpr std::array file_systems = {
    FileSystem{0x6969, "NFS", true},       FileSystem{0x517b, "SMB", true},
    FileSystem{0xff534d42, "CIFS", true},  FileSystem{0xfe534d42, "SMB", true},
    FileSystem{0x01021997, "9P", true},    FileSystem{0x4d44, "FAT", false},
    FileSystem{0x2011bab0, "exFAT", false}};

const FileSystem* file_system_of(const std::string& path) {
  struct statfs info {};
  if (statfs(path.c_str(), &info) != 0) return nullptr;
  const auto found = std::find_if(file_systems.begin(), file_systems.end(), [&](const FileSystem& one) {
    return one.magic == (static_cast<unsigned long>(info.f_type) & 0xffffffff);
  });
  return found == file_systems.end() ? nullptr : &*found;
}

bool locks_work(const std::string& path) {
  const int descriptor = open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);  // it may be no file at all
  if (descriptor < 0) return true;  // why it can't be read is another finding
  struct flock lock {};
  lock.l_type = F_RDLCK;
  const bool work = fcntl(descriptor, F_GETLK, &lock) == 0 || (errno != ENOLCK && errno != ENOSYS);
  close(descriptor);
  return work;
}

Finding by_hand(Severity severity, std::string what, std::string where, std::string way) {
  return {severity, std::move(what), std::move(where), Way::by_hand, std::move(way)};
}

Findings examine_file_system(const std::string& path) {
  Findings findings;
  const std::string way = "keep it on a disk of this machine";
  if (!locks_work(path)) {
    findings.push_back(by_hand(Severity::warning,
                               "locks do not work here: two programs at once would damage it", path, way));
  } else if (const FileSystem* kind = file_system_of(path); kind && kind->has_modes) {
    findings.push_back(by_hand(
        Severity::warning,
        std::string("is on ") + kind->name + ", where locks of other machines may not hold", path, way));
  }
  return findings;
}

/// Whoever else may read or change what is only the user's.
Findings examine_mode(const std::string& path) {
  struct stat info {};
  if (stat(path.c_str(), &info) != 0) return {};
  if (info.st_uid != geteuid()) {
    return {by_hand(Severity::warning, "belongs to another user", path, "be that user, or change its owner")};
  }
  if ((info.st_mode & for_others) == 0) return {};
  if (const FileSystem* kind = file_system_of(path); kind && !kind->has_modes) {
    return {by_hand(Severity::warning, std::string("anybody can read it: it is on ") + kind->name, path,
                    "keep it on a disk of this machine")};
  }
  return {{Severity::warning, "others may read or change it", path, Way::tidy, ""}};
}

Findings examine_folder(const std::string& folder) {
  struct stat info {};
  const bool open_to_others = stat(folder.c_str(), &info) == 0 && (info.st_mode & writable_for_others) != 0 &&
                              (info.st_mode & S_ISVTX) == 0;
  if (!open_to_others) return {};
  return {by_hand(Severity::warning, "others may put files there, or take them away", folder, "chmod go-w")};
}

/// The names that programs which synchronize give to the other of two versions: `rel.sync-conflict-….db`
/// (Syncthing), `rel (Ann's conflicted copy 2026-11-21).db` (Dropbox, Nextcloud), `rel 2.db` (iCloud),
/// `rel (1).db` (Google Drive).
bool is_conflict(const std::string& name, const std::string& stem, const std::string& extension) {
  if (name == stem + extension || !name.starts_with(stem) || !name.ends_with(extension)) return false;
  const std::string between = name.substr(stem.size(), name.size() - stem.size() - extension.size());
  if (text::fold_name(between).find("conflict") != std::string::npos) return true;
  return !between.empty() && between.front() == ' ' &&
         between.find_first_not_of(" ()0123456789") == std::string::npos;
}

Findings examine_siblings(const std::string& path) {
  Findings findings;
  const std::string folder = folder_of(path);
  for (const std::string& name : names_in(folder)) {
    if (!is_conflict(name, fs::path(path).stem(), fs::path(path).extension())) continue;
    findings.push_back(
        by_hand(Severity::warning, "a program that synchronizes kept another version of the file here",
                folder + '/' + name, "export that one with --db, import it here, and move it away"));
  }
  return findings;
}

std::set<std::string> left_over(const std::string& path) {
  const std::string of = fs::path(path).filename();
  std::set<std::string> paths = Backups(path).left_over();
  PrivateFile::each_left_over(
      folder_of(path), [&](const std::string& name) { return name == of; },
      [&](const std::string& left) { paths.insert(left); });
  return paths;
}

// Whoever makes a new file locks it a moment later: only what is still seen after a pause is left over.
Findings examine_left_over(const std::string& of) {
  const std::set<std::string> before = left_over(of);
  Findings findings;
  if (before.empty()) return findings;
  std::this_thread::sleep_for(time_to_lock);
  for (const std::string& path : left_over(of)) {
    if (!before.contains(path)) continue;
    findings.push_back({Severity::warning, "a program that was killed left it behind", path, Way::tidy, ""});
  }
  return findings;
}

std::vector<std::string> private_paths(const std::string& path) {
  const Backups backups(path);
  std::vector<std::string> paths = {path, backups.folder()};
  for (const Backup& backup : backups.all()) paths.push_back(backup.path);
  return paths;
}

}  // namespace

Findings examine_place(const std::string& path) {
  Findings findings;
  const auto add = [&](Findings more) {
    findings.insert(findings.end(), std::make_move_iterator(more.begin()),
                    std::make_move_iterator(more.end()));
  };
  for (const std::string& one : private_paths(path)) add(examine_mode(one));
  add(examine_folder(folder_of(path)));
  add(examine_file_system(path));
  add(examine_siblings(path));
  add(examine_left_over(path));
  return findings;
}

Findings examine_place_of_link(const std::string& link) {
  Findings findings = examine_siblings(link);
  for (Finding& more : examine_left_over(link)) findings.push_back(std::move(more));
  return findings;
}

void repair_place(const std::string& path) {
  for (const std::string& one : private_paths(path)) {
    struct stat info {};
    if (stat(one.c_str(), &info) != 0 || (info.st_mode & for_others) == 0) continue;
    if (chmod(one.c_str(), info.st_mode & 0700) != 0) throw IoError(one + ": " + std::strerror(errno));
  }
  PrivateFile::sweep(path);
  Backups(path).sweep();
}

}  // namespace rel::store
