#include "store/elsewhere.hpp"

#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>

#include "rel/errors.hpp"
#include "store/copies.hpp"
#include "store/open.hpp"

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
    : data_file_(data_file),
      folder_(std::move(folder)),
      mark_(Backups(data_file).folder() + '/' + std::string(fs::path(data_file).stem()) + ".elsewhere") {}

bool Elsewhere::reachable() const {
  std::error_code problem;
  return wanted() && fs::is_directory(folder_, problem) && !leads_to_data_file();
}

bool Elsewhere::leads_to_data_file() const {
  return wanted() && is_same_file(place(), data_file_);
}

bool Elsewhere::on_the_same_disk() const {
  dev_t here = 0;
  dev_t there = 0;
  return disk_of(folder_of(data_file_), here) && disk_of(folder_, there) && here == there;
}

std::string Elsewhere::place() const {
  return fs::path(folder_) / fs::path(data_file_).filename();
}

std::optional<MadeElsewhere> Elsewhere::newest() const {
  std::string line;
  std::getline(std::ifstream(mark_), line);
  const auto day = day_from_iso(line.substr(0, day_length));
  if (!day || line.size() <= day_length || line.substr(day_length + 1) != place()) return std::nullopt;
  return MadeElsewhere{*day, place()};
}

bool Elsewhere::is_due(Day today) const {
  if (!reachable()) return false;
  const auto made = newest();
  return !made || made->on != today;
}

void Elsewhere::make(Day today) const {
  keep_a_larger_one(today);
  copy_to(data_file_, place());
  remember(today);
}

// It may be the only copy of what was lost since.
void Elsewhere::keep_a_larger_one(Day today) const {
  const auto there = open_to_read(place());
  const auto here = open_to_read(data_file_);
  if (!there || !here || extent_of(*there).entries <= extent_of(*here).entries) return;
  const fs::path path = place();
  const std::string aside =
      path.parent_path() / (path.stem().string() + "-until-" + iso(today) + path.extension().string());
  if (rename(path.c_str(), aside.c_str()) != 0) throw IoError(aside + ": " + std::strerror(errno));
}

void Elsewhere::remember(Day today) const {
  PrivateFile mark(mark_);
  std::ofstream out(mark.path());
  out << iso(today) << ' ' << place() << '\n';
  out.close();
  if (!out) throw IoError(mark_ + ": can't be written");
  mark.sync();
  mark.replace();
}

}  // namespace rel::store
