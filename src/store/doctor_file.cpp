// The file as a whole: its header, its schema, its pages; and then its rows.
#include <sqlite3.h>

#include <algorithm>
#include <array>

#include "base/errors.hpp"
#include "store/connection.hpp"
#include "store/doctor.hpp"
#include "store/doctor_rows.hpp"
#include "store/file.hpp"
#include "store/header.hpp"
#include "store/open.hpp"
#include "store/schema.hpp"
#include "store/sums.hpp"

namespace rel::store {

namespace {

void add(Findings& findings, Findings more) {
  for (Finding& finding : more) findings.push_back(std::move(finding));
}

/// A number in the header that is the same in every file of ours; SQLite does not look at all of them.
struct Fixed {
  std::size_t at;
  std::uint32_t number;
};
constexpr std::array fixed = {Fixed{44, 4},                              // the format of the schema
                              Fixed{48, 0}, Fixed{52, 0}, Fixed{56, 1},  // UTF-8
                              Fixed{64, 0}, Fixed{72, 0}, Fixed{76, 0},
                              Fixed{80, 0}, Fixed{84, 0}, Fixed{88, 0}};
constexpr std::size_t reserved_at = 20;
constexpr std::size_t changes_counted = 24;
constexpr std::size_t changes_then = 92;

bool is_ours(const FirstBytes& header) {
  const bool same = std::all_of(fixed.begin(), fixed.end(),
                                [&](const Fixed& part) { return number_at(header, part.at) == part.number; });
  const bool known = header[read_with_at] == with_journal || header[read_with_at] == with_log;
  return same && known && header[written_with_at] == header[read_with_at] && header[reserved_at] == 0 &&
         number_at(header, changes_counted) == number_at(header, changes_then);
}

Findings examine_header(Database& database) {
  const FirstBytes header = first_bytes(database);
  if (!is_ours(header)) return {{.what = "something stands there that no rel writes", .where = "header"}};
  if (header[read_with_at] == with_journal) return {};
  return {{.severity = Severity::notice,
           .what = "another program turned on its write-ahead log; the next change turns it off",
           .where = "header",
           .way = Way::none}};
}

// SQLite goes by the number of pages in the header, and takes no notice of what stands behind them.
Findings examine_size(Database& database) {
  const FirstBytes header = first_bytes(database);
  const std::uint64_t size = size_of(database);
  const std::uint64_t told = std::uint64_t{number_at(header, pages_at)} * page_size_in(header);
  if (size <= told) return {};  // what is missing is found where pages are read
  return {{.severity = Severity::warning,
           .what = std::to_string(size - told) + " bytes stand behind its end that no rel reads",
           .where = "file",
           .way = Way::by_hand,
           .by_hand = "rel backup FILE, move this one away, and rel restore FILE"}};
}

// SQLite names what it finds by page or by table; each line is one finding.
Findings examine_pages(Database& database) {
  Findings findings;
  Rows rows = database.query("PRAGMA integrity_check(20)");
  while (rows.next()) {
    const std::string found = rows.text(0);
    if (found == "ok") continue;
    const auto line = found.rfind('\n');  // in front of it stands the name of the database
    findings.push_back(
        {.what = line == std::string::npos ? found : found.substr(line + 1), .where = "pages"});
  }
  return findings;
}

// Every value of the schema but where the trees begin, which SQLite checks; when the file was opened, only
// the texts of the statements were compared.
Findings examine_schema(Database& database) {
  const int version = version_of(database);
  constexpr const char* listing =
      "SELECT rowid || quote(type) || quote(name) || quote(tbl_name) || quote(sql) || typeof(rootpage)"
      " FROM sqlite_schema ORDER BY rowid";
  const auto list = [](Database& of) {
    std::string text;
    Rows rows = of.query(listing);
    while (rows.next()) text += rows.text(0) + '\n';
    return text;
  };
  const auto memory = open_memory();
  make_tables(*memory, version);
  if (list(database) == list(*memory)) return {};
  return {{.what = "it says something that rel does not write", .where = "schema"}};
}

/// Looks in one way; what can't even be looked at is a finding, too.
template <class Look>
void look(Findings& findings, const std::string& path, const Look& look_at) {
  try {
    add(findings, look_at());
  } catch (const LockedError&) {
    throw;
  } catch (const FileError& error) {
    const Finding finding{.what = why_without(path, error), .where = path};
    if (std::find(findings.begin(), findings.end(), finding) == findings.end()) findings.push_back(finding);
  }
}

bool any_error(const Findings& findings) {
  return std::any_of(findings.begin(), findings.end(),
                     [](const Finding& finding) { return finding.severity == Severity::error; });
}

struct Examination {
  Findings (*examine)(Database&);
  bool of_any_version;
};
constexpr std::array examinations = {
    Examination{examine_header, true},  Examination{examine_size, true},
    Examination{examine_schema, true},  Examination{examine_pages, true},
    Examination{examine_values, false}, Examination{examine_references, false},
    Examination{examine_history, true}};

// Its rows are looked at as they would be in our version; that they can be brought there is the first thing.
Findings examine_older(const std::string& path, const Settings& settings, int version) {
  Findings findings;
  try {
    const Reader reader = File::open_to_read(path, settings).value();
    findings = examine_values(database_of(reader));
    add(findings, examine_references(database_of(reader)));
  } catch (const LockedError&) {
    throw;
  } catch (const FileError& error) {  // no copy is the way back: nothing is wrong with the file
    return {
        {.what = why_without(path, error), .where = path, .way = Way::by_hand, .by_hand = error.advice()}};
  }
  findings.push_back({.severity = Severity::notice,
                      .what = "is of version " + std::to_string(version) + "; the next change brings it to " +
                              std::to_string(schema_version()) + ", after a copy",
                      .where = "file",
                      .way = Way::none});
  return findings;
}

void examine_inside(Findings& findings, Database& database, const std::string& path,
                    const Settings& settings) {
  const int version = version_of(database);
  const bool ours = version == schema_version();
  for (const Examination& one : examinations) {
    if (ours || one.of_any_version) look(findings, path, [&] { return one.examine(database); });
  }
  if (any_error(findings)) return;  // figures of what is damaged mean nothing
  look(findings, path, [&] {
    return ours ? examine_caches(*File::open_to_read(path, settings))
                : examine_older(path, settings, version);
  });
}

// No copy is the way back from a newer file: nothing is wrong with it.
Findings examine_version(Database& database) {
  const FirstBytes header = first_bytes(database);
  const auto version = static_cast<int>(number_at(header, version_at));
  if (number_at(header, application_at) != application_id || version <= schema_version()) return {};
  return {{.what = "was written by a newer rel (file version " + std::to_string(version) +
                   ", this rel knows " + std::to_string(schema_version()) + ")",
           .where = "file",
           .way = Way::by_hand,
           .by_hand = "install the newer rel; the file is unharmed"}};
}

}  // namespace

Findings examine_file(const std::string& path, const Settings& settings) {
  Findings findings;
  std::unique_ptr<Database> database;
  look(findings, path, [&] {
    database = open_to_examine(path);
    Findings newer = database ? examine_version(*database) : Findings{};
    if (database && newer.empty()) check_ours(*database, path);
    return newer;
  });
  if (findings.empty() && database) examine_inside(findings, *database, path, settings);
  return findings;
}

}  // namespace rel::store
