#include "store/elsewhere.hpp"

#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>

#include "base/errors.hpp"
#include "store/copies.hpp"
#include "store/open.hpp"
#include "store/whose.hpp"

namespace rel::store {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t day_length = 10;  // 2026-11-21

bool disk_of(const std::string& path, dev_t& disk) {
  struct stat info {};
  if (stat(path.c_str(), &info) != 0) return false;
  disk = info.st_dev;
  return true;
}

}  // namespace

Elsewhere::Elsewhere(const std::string& data_file, std::string folder)
    : data_file_(data_file), folder_(std::move(folder)), mark_(Backups(data_file).elsewhere_mark()) {}

bool Elsewhere::reachable() const {
  std::error_code problem;
  return wanted() && fs::is_directory(folder_, problem) && !leads_to_data_file();
}

bool Elsewhere::leads_to_data_file() const {
  return wanted() && is_same_file(first_place(), data_file_);
}

bool Elsewhere::on_the_same_disk() const {
  dev_t here = 0;
  dev_t there = 0;
  return disk_of(folder_of(data_file_), here) && disk_of(folder_, there) && here == there;
}

std::string Elsewhere::first_place() const {
  return fs::path(folder_) / fs::path(data_file_).filename();
}

std::string Elsewhere::place() const {
  const auto made = newest();
  return made ? made->file : first_place();
}

// Two circles may have one name and one stick: each keeps to the first place that is free, or holds its own.
std::string Elsewhere::place_to_make_at() const {
  const std::string remembered = place();
  if (is_free_or_ours(remembered)) return remembered;
  return first_name(first_place(), [&](const std::string& name) { return is_free_or_ours(name); });
}

bool Elsewhere::is_free_or_ours(const std::string& place) const {
  const Kind kind = kind_of(place);
  if (kind != Kind::data_file) return kind == Kind::nothing;
  try {
    const auto there = open_to_read(place);
    const auto here = open_to_read(data_file_);
    return there && here && kinship(*here, *there) != Kinship::none;
  } catch (const LockedError&) {
    throw;
  } catch (const FileError&) {  // whose it was, nobody can tell any more
    return false;
  }
}

std::optional<MadeElsewhere> Elsewhere::newest() const {
  std::string line;
  std::getline(std::ifstream(mark_), line);
  const auto day = day_from_iso(line.substr(0, day_length));
  if (!day || line.size() <= day_length) return std::nullopt;
  const std::string file = line.substr(day_length + 1);
  const bool in_this_folder = file == std::string(fs::path(folder_) / fs::path(file).filename());
  return wanted() && in_this_folder ? std::optional(MadeElsewhere{*day, file}) : std::nullopt;
}

bool Elsewhere::is_due(Day today) const {
  if (!reachable()) return false;
  const auto made = newest();
  return !made || made->on != today;
}

void Elsewhere::make(const BackupsLock&, Day today) const {
  const std::string place = place_to_make_at();
  keep_what_is_more(place, today);
  copy_to(data_file_, place);
  remember(today, place);
}

// It may be the only copy of what was lost since.
void Elsewhere::keep_what_is_more(const std::string& place, Day today) const {
  {
    const auto there = open_to_read(place);
    const auto here = open_to_read(data_file_);
    if (!there || !here || why_kept(*here, *there).empty()) return;
  }
  const fs::path path = place;
  const std::string aside = free_name(
      path.parent_path() / (path.stem().string() + "-until-" + iso(today) + path.extension().string()));
  if (rename(path.c_str(), aside.c_str()) != 0) throw IoError(aside + ": " + std::strerror(errno));
}

void Elsewhere::remember(Day today, const std::string& place) const {
  PrivateFile mark(mark_);
  mark.append(iso(today) + ' ' + place + '\n');
  mark.sync();
  mark.replace();
}

}  // namespace rel::store
