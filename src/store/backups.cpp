#include "store/backups.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <cstring>
#include <filesystem>
#include <thread>
#include <tuple>

#include "base/errors.hpp"
#include "store/copies.hpp"
#include "store/generations.hpp"
#include "store/open.hpp"

namespace rel::store {

namespace {

namespace fs = std::filesystem;

constexpr std::chrono::seconds longest_wait{30};
constexpr std::chrono::milliseconds between_tries{20};
const std::string damaged_ending = ".damaged";
const std::string mark_of_elsewhere = ".elsewhere";
constexpr std::size_t stamp_length = 17;  // 2026-11-21-090000

std::string two_digits(int number) {
  return {static_cast<char>('0' + number / 10), static_cast<char>('0' + number % 10)};
}

std::string stamp(const Moment& at, int seconds) {
  const auto minutes = static_cast<int>(at.time.value_or(TimeOfDay{}).count());
  return iso(at.day) + '-' + two_digits(minutes / 60) + two_digits(minutes % 60) + two_digits(seconds);
}

std::optional<int> number_from(std::string_view text) {
  int number = 0;
  const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), number);
  const bool whole = problem == std::errc{} && end == text.data() + text.size();
  return whole && number >= 0 ? std::optional(number) : std::nullopt;
}

/// Reads `2026-11-21-090000`, or with a number behind it: `2026-11-21-090000-2`.
std::optional<Backup> backup_from(const std::string& text) {
  if (text.size() < stamp_length || text[10] != '-') return std::nullopt;
  const auto day = day_from_iso(text.substr(0, 10));
  const auto time = time_from_text(text.substr(11, 2) + ':' + text.substr(13, 2));
  const auto seconds = number_from(text.substr(15, 2));
  const bool numbered = text.size() > stamp_length;
  if (numbered && text[stamp_length] != '-') return std::nullopt;
  const auto number = numbered ? number_from(text.substr(stamp_length + 1)) : 1;
  if (!day || !time || !seconds || !number) return std::nullopt;
  return Backup{.path = {}, .at = {*day, time}, .seconds = *seconds, .number = *number};
}

/// A lock on a folder, for as long as it lives.
struct FolderLock {
  explicit FolderLock(const std::string& folder)
      : descriptor(open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC)) {
    if (descriptor < 0) throw IoError(folder + ": " + std::strerror(errno));
  }
  FolderLock(const FolderLock&) = delete;
  FolderLock& operator=(const FolderLock&) = delete;
  ~FolderLock() { close(descriptor); }
  bool held() const { return flock(descriptor, LOCK_EX | LOCK_NB) == 0 || errno != EWOULDBLOCK; }
  int descriptor;
};

bool holds_nothing(const std::string& data_file) {
  const auto database = open_to_read(data_file);
  return !database || extent_of(*database) == Extent{};
}

/// None in what is damaged: that is no copy.
std::int64_t entries_in(const std::string& path) {
  try {
    const auto database = open_to_read(path);
    return database ? extent_of(*database).entries : 0;
  } catch (const LockedError&) {
    throw;
  } catch (const FileError&) {
    return 0;
  }
}

}  // namespace

Backups::Backups(const std::string& data_file)
    : data_file_(data_file),
      folder_(folder_of(data_file) + "/backups"),
      stem_(fs::path(data_file).stem()),
      extension_(fs::path(data_file).extension()) {}

// The stem must be the whole of it: copies of `rel-work.db` may lie in the same folder.
std::optional<Backup> Backups::backup_of(std::string_view name, std::string_view ending) const {
  const std::size_t around = stem_.size() + 1 + ending.size();
  if (name.size() < around || !name.starts_with(stem_ + '-') || !name.ends_with(ending)) return std::nullopt;
  return backup_from(std::string(name.substr(stem_.size() + 1, name.size() - around)));
}

/// Whether what is kept in the folder under that name is of this data file.
bool Backups::is_ours(const std::string& name) const {
  return name == stem_ + mark_of_elsewhere || backup_of(name, extension_);
}

std::vector<Backup> Backups::all() const {
  std::vector<Backup> found;
  for (const std::string& name : names_in(folder_)) {
    auto backup = backup_of(name, extension_);
    if (!backup) continue;
    backup->path = folder_ + '/' + name;
    found.push_back(std::move(*backup));
  }
  const auto age = [](const Backup& b) { return std::tuple(b.at.day, b.at.time, b.seconds, b.number); };
  std::sort(found.begin(), found.end(), [&](const Backup& a, const Backup& b) { return age(a) > age(b); });
  return found;
}

bool Backups::nothing_to_do(Day today) const {
  if (must_scrub()) return false;
  const std::vector<Backup> copies = all();
  return std::any_of(copies.begin(), copies.end(), [&](const Backup& b) { return b.at.day == today; });
}

std::optional<BackupsLock> Backups::try_lock() const {
  make_private_folder(folder_);
  auto lock = std::make_shared<const FolderLock>(folder_);
  return lock->held() ? std::optional(BackupsLock(std::move(lock))) : std::nullopt;
}

BackupsLock Backups::lock() const {
  const auto until = std::chrono::steady_clock::now() + longest_wait;
  while (std::chrono::steady_clock::now() < until) {
    if (const auto lock = try_lock()) return *lock;
    std::this_thread::sleep_for(between_tries);
  }
  throw LockedError(folder_ + ": another program has held it too long", "try again in a moment");
}

// A number that was removed is not given again: the newest of a second has the highest.
std::string Backups::new_name(const Moment& now, int seconds) const {
  int number = 1;
  for (const Backup& other : all()) {
    if (other.at == now && other.seconds == seconds) number = std::max(number, other.number + 1);
  }
  const std::string name = folder_ + '/' + stem_ + '-' + stamp(now, seconds);
  return name + (number == 1 ? "" : '-' + std::to_string(number)) + extension_;
}

std::string Backups::new_damaged_name(const BackupsLock&, const Moment& now, int seconds) const {
  const std::string name = folder_ + '/' + stem_ + '-' + stamp(now, seconds);
  std::string path = name + damaged_ending;
  const auto taken = [](const std::string& one) {
    return access(one.c_str(), F_OK) == 0 || access((one + "-journal").c_str(), F_OK) == 0;
  };
  for (int number = 2; taken(path); ++number) {
    path = name + '-' + std::to_string(number) + damaged_ending;
  }
  return path;
}

std::vector<std::string> Backups::damaged() const {
  std::vector<std::string> found;
  for (const std::string& name : names_in(folder_)) {
    if (backup_of(name, damaged_ending) || backup_of(name, damaged_ending + "-journal"))
      found.push_back(folder_ + '/' + name);
  }
  return found;
}

std::optional<std::string> Backups::make(const BackupsLock&, const Moment& now, int seconds) const {
  if (holds_nothing(data_file_)) return std::nullopt;
  sweep();
  const std::string path = new_name(now, seconds);
  PrivateFile copy(path);
  copy_verified(data_file_, copy);
  if (!copy.place()) throw IoError(path + ": is there already");
  return path;
}

void Backups::prune(const BackupsLock& lock, const std::string& made) const {
  try {
    remove_old(lock, made);
  } catch (const Error&) {  // tidying can wait for the next copy
  }
}

// One that holds more than all that are kept stays: it may be the only copy of what was lost since.
void Backups::remove_old(const BackupsLock& lock, const std::string& made) const {
  std::vector<Backup> copies = all();
  copies.erase(copies.begin(), std::find_if(copies.begin(), copies.end(),
                                            [&](const Backup& copy) { return copy.path == made; }));
  std::vector<Day> days;
  for (const Backup& copy : copies) days.push_back(copy.at.day);
  const std::vector<bool> kept = kept_generations(days);
  if (std::find(kept.begin(), kept.end(), false) == kept.end()) return;
  std::int64_t most = 0;
  for (std::size_t i = 0; i < copies.size(); ++i) {
    if (kept[i]) most = std::max(most, entries_in(copies[i].path));
  }
  for (std::size_t i = 0; i < copies.size(); ++i) {
    if (kept[i]) continue;
    const std::int64_t entries = entries_in(copies[i].path);
    if (entries <= most) remove(lock, copies[i]);
    most = std::max(most, entries);
  }
}

void Backups::discard(const BackupsLock&, const std::string& path) const {
  unlink(path.c_str());
  rmdir(folder_.c_str());
}

void Backups::sweep() const {
  PrivateFile::sweep(folder_, [&](const std::string& name) { return is_ours(name); });
}

std::set<std::string> Backups::left_over() const {
  std::set<std::string> paths;
  PrivateFile::each_left_over(
      folder_, [&](const std::string& name) { return is_ours(name); },
      [&](const std::string& path) { paths.insert(path); });
  return paths;
}

void Backups::remove(const BackupsLock&, const Backup& backup) {
  unlink((backup.path + "-journal").c_str());
  unlink(backup.path.c_str());
}

std::string Backups::elsewhere_mark() const {
  return folder_ + '/' + stem_ + mark_of_elsewhere;
}

std::string Backups::scrub_mark() const {
  return folder_ + '/' + stem_ + ".unfinished";
}

void Backups::begin_scrub(const BackupsLock&) const {
  const std::string mark = scrub_mark();
  const int descriptor = open(mark.c_str(), O_WRONLY | O_CREAT | O_CLOEXEC, 0600);
  if (descriptor < 0) throw IoError(mark + ": " + std::strerror(errno));
  close(descriptor);
  sync_folder(folder_);
}

void Backups::end_scrub(const BackupsLock&) const {
  unlink(scrub_mark().c_str());
}

bool Backups::must_scrub() const {
  return access(scrub_mark().c_str(), F_OK) == 0;
}

}  // namespace rel::store
