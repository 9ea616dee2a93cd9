#include "store/whose.hpp"

#include <array>
#include <filesystem>
#include <set>
#include <utility>

#include "store/content.hpp"
#include "store/header.hpp"
#include "store/history_rows.hpp"
#include "store/kinds.hpp"
#include "store/recorded.hpp"
#include "store/schema.hpp"

namespace rel::store {

namespace {

namespace fs = std::filesystem;

constexpr std::array sqlites_endings = {"-journal", "-wal", "-shm"};

using EntryKey = std::pair<std::int64_t, Id>;  // the place of its table among recorded_tables, and its id

/// The other file's entries against those of ours.
struct Compared {
  bool any_common = false;
  std::set<EntryKey> only_there;
};

bool is_there(const std::string& path) {
  std::error_code problem;
  return fs::exists(fs::symlink_status(path, problem));
}

/// The database whose journal or log SQLite would take the path for; empty where it is no such name.
std::string database_of(const std::string& path) {
  for (const std::string_view ending : sqlites_endings) {
    if (!path.ends_with(ending)) continue;
    std::string database = path.substr(0, path.size() - ending.size());
    if (fs::path(database).filename().empty()) continue;
    const auto header = header_of(database);
    if (header ? header->empty || header->database : !is_there(database)) return database;
  }
  return "";
}

Compared compared(Database& ours, Database& other) {
  Compared found;
  each_kind([&]<class Entry>(const Entry&) {
    constexpr const char* ids = sql<"SELECT id FROM ", table<Entry>, " ORDER BY id">;
    Rows here = ours.query(ids);
    Rows there = other.query(ids);
    bool any = here.next();
    while (there.next()) {
      while (any && here.id(0) < there.id(0)) any = here.next();
      const bool common = any && here.id(0) == there.id(0);
      if (common) found.any_common = true;
      if (!common) found.only_there.emplace(place_of_table(row_table<Entry>.list), there.id(0));
    }
  });
  return found;
}

// Each hash covers all rows before it: the same one at the same place means the same past.
bool is_behind(Database& ours, Database& other) {
  const HistoryEnd end = end_of_history(other);
  Rows row = ours.query("SELECT hash FROM history WHERE seq = ?", end.seq);
  return row.next() && row.bytes(0) == end.hash;
}

bool share_history(Database& ours, Database& other) {
  std::set<std::string> hashes;
  Rows here = ours.query("SELECT hash FROM history");
  while (here.next()) hashes.insert(here.text(0));
  Rows there = other.query("SELECT hash FROM history");
  while (there.next()) {
    if (hashes.contains(there.text(0))) return true;
  }
  return false;
}

// Those who have entries are told by these: their record may have been merged into another one since.
bool has_people_of_its_own(Database& ours, Database& other) {
  Rows there = other.query(
      "SELECT uid FROM people AS p WHERE NOT EXISTS (SELECT 1 FROM contacts WHERE person = p.id)"
      " AND NOT EXISTS (SELECT 1 FROM companions WHERE person = p.id)"
      " AND NOT EXISTS (SELECT 1 FROM remarks WHERE person = p.id)"
      " AND NOT EXISTS (SELECT 1 FROM promises WHERE person = p.id)"
      " AND NOT EXISTS (SELECT 1 FROM snoozes WHERE person = p.id)");
  while (there.next()) {
    if (!ours.query("SELECT 1 FROM people WHERE uid = ?", there.text(0)).next()) return true;
  }
  return false;
}

/// Takes out of `keys` what was once in our file.
void take_out_known(Database& ours, std::set<EntryKey>& keys) {
  each_history_row(ours, 0, [&](const HistoryRow& row) {
    if (row.action != Action::made) return true;
    each_change(ours, row, [&](const RowChange& change) { keys.erase({change.key[0], change.key[1]}); });
    return !keys.empty();
  });
}

}  // namespace

Kind kind_of(const std::string& path) {
  if (!database_of(path).empty()) return Kind::sqlites_own;
  if (!is_there(path)) return Kind::nothing;
  const auto header = header_of(path);
  if (header && header->application == application_id) return Kind::data_file;
  return header && header->database ? Kind::database : Kind::other;
}

std::string first_name(const std::string& path, const std::function<bool(const std::string&)>& fits) {
  const fs::path base = path;
  std::string name = path;
  for (int number = 2; !fits(name); ++number) {
    name = base.parent_path() /
           (base.stem().string() + '-' + std::to_string(number) + base.extension().string());
  }
  return name;
}

std::string free_name(const std::string& path) {
  if (const std::string database = database_of(path); !database.empty()) return free_name(database);
  return first_name(path, [](const std::string& name) { return kind_of(name) == Kind::nothing; });
}

Kinship kinship(Database& ours, Database& other) {
  if (is_behind(ours, other)) return Kinship::copy;
  Compared found = compared(ours, other);
  if (!found.any_common && !share_history(ours, other)) return Kinship::none;
  if (has_people_of_its_own(ours, other)) return Kinship::more;
  if (!found.only_there.empty()) take_out_known(ours, found.only_there);
  return found.only_there.empty() ? Kinship::copy : Kinship::more;
}

std::string why_kept(Database& ours, Database& other) {
  switch (kinship(ours, other)) {
    case Kinship::none:
      return "is a data file of its own, and no copy of this one";
    case Kinship::more:
      return "holds entries that this file never had";
    case Kinship::copy:
      break;
  }
  const std::int64_t there = extent_of(other).entries;
  const std::int64_t here = extent_of(ours).entries;
  if (there <= here) return "";
  return "holds " + std::to_string(there) + (there == 1 ? " entry" : " entries") + ", more than the " +
         std::to_string(here) + " to be copied over it";
}

}  // namespace rel::store
