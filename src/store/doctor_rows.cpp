#include "store/doctor_rows.hpp"

#include <array>

#include "rel/id.hpp"
#include "store/ids.hpp"
#include "store/recorded.hpp"

namespace rel::store {

namespace {

// What a row of each recorded table is to people, and which part of its key names it, in which column.
struct Naming {
  std::string_view kind;
  std::size_t part;
  std::string_view column;
};
constexpr std::array namings = {Naming{"person", 1, "id"},
                                Naming{"details of person", 1, "person"},
                                Naming{"dates of person", 1, "person"},
                                Naming{"contact", 1, "id"},
                                Naming{"people of contact", 2, "contact"},
                                Naming{"remark", 1, "id"},
                                Naming{"promise", 1, "id"},
                                Naming{"snooze", 1, "id"},
                                Naming{"review", 1, "id"},
                                Naming{"intentions of review", 1, "review"}};
static_assert(namings.size() == recorded_tables.size());
constexpr std::size_t tables_of_people = 3;  // the first ones

std::string id_or_number(Id id) {
  return id < 0 ? std::to_string(id) : id_text(id);
}

std::string handle_or_id(Database& database, Id person) {
  Rows rows = database.query("SELECT handle FROM people WHERE id = ?", person);
  return rows.next() ? rows.text(0) : id_or_number(person);
}

// Each gives the key of a row and what in it can't be. Days are those between ?1 and ?2.
struct Values {
  std::size_t table;
  const char* sql;
};
#define DAY(column) " WHEN " column " NOT BETWEEN ?1 AND ?2 THEN '" column "'"
#define NO(column, good) " WHEN NOT (" column " " good ") THEN '" column "'"
#define WRONG_IN(table, key, cases) \
  "SELECT " key ", CASE" cases " END AS wrong FROM " table " WHERE wrong IS NOT NULL AND ?1 < ?2"
constexpr std::array all_values = {
    Values{0, WRONG_IN("people", "id, 0",
                       NO("tier", "BETWEEN 0 AND 3") NO("every_days", "BETWEEN 1 AND 3650")
                           NO("archived", "IN (0, 1)") NO("deceased", "IN (0, 1)") NO("handle", "<> ''")
                               NO("name", "<> ''") DAY("added") DAY("last") DAY("start") DAY("considered"))},
    Values{1, WRONG_IN("details", "person, 0", NO("kind", "BETWEEN 0 AND 4"))},
    Values{2, WRONG_IN("dates", "person, 0",
                       NO("month", "BETWEEN 1 AND 12") NO("day", "BETWEEN 1 AND 31")
                           NO("year", "BETWEEN 1 AND 9999"))},
    Values{3, WRONG_IN("contacts", "id, 0",
                       NO("channel", "BETWEEN 0 AND 9") NO("kind", "BETWEEN 0 AND 3")
                           NO("minutes", "BETWEEN 0 AND 1440") NO("time", "BETWEEN 0 AND 1439")
                               NO("began", "BETWEEN 0 AND 1") NO("depth", "BETWEEN 0 AND 2") NO(
                                   "counts", "BETWEEN 0 AND 1") NO("guessed", "IN (0, 1)")
                                   NO("others", "BETWEEN 0 AND 1000000") NO(
                                       "companions", "= (SELECT count(*) FROM companions WHERE contact = id)")
                                       DAY("day") DAY("answered"))},
    Values{5, WRONG_IN("remarks", "id, 0", DAY("heard") DAY("ask_on") DAY("used") DAY("done"))},
    Values{6, WRONG_IN("promises", "id, 0",
                       NO("mine", "IN (0, 1)") DAY("given") DAY("due") DAY("kept") DAY("dropped"))},
    Values{7, WRONG_IN("snoozes", "id, 0", NO("counted", "IN (0, 1)") DAY("day") DAY("until"))},
    Values{8, WRONG_IN("reviews", "id, 0", DAY("day") DAY("since") DAY("until"))}};

#define ALL_IDS                                                                                          \
  "SELECT 3 AS place, id FROM contacts UNION ALL SELECT 5, id FROM remarks UNION ALL SELECT 6, id FROM " \
  "promises"                                                                                             \
  " UNION ALL SELECT 7, id FROM snoozes UNION ALL SELECT 8, id FROM reviews"

Findings wrong_ids(Database& database) {
  Findings findings;
  const auto find = [&](const char* sql, Id than, Finding finding) {
    Rows rows = database.query(sql, than);
    while (rows.next()) {
      finding.where = row_name(database, {rows.id(0), rows.id(1)});
      findings.push_back(finding);
    }
  };
  find("SELECT * FROM (" ALL_IDS ") WHERE id <= ?", 0, {.what = "its id is none"});
  find("SELECT * FROM (" ALL_IDS ") GROUP BY id HAVING count(*) > 1 AND id <> ?", 0,
       {.what = "another entry has the same id"});
  find("SELECT * FROM (" ALL_IDS ") WHERE id > ?", latest_id_now(),
       {.severity = Severity::notice,
        .what = "its id is of a day to come: the clock was ahead then, or is behind now",
        .way = Way::none});
  return findings;
}

// In the order of PRAGMA foreign_key_check: the table, its rowid or nothing, the table that is named.
Findings wrong_references(Database& database) {
  Findings findings;
  Rows rows = database.query("PRAGMA foreign_key_check");
  while (rows.next()) {
    const std::size_t table = place_of_table(rows.view(0));
    if (table >= namings.size()) continue;
    const std::string where = rows.null(1) ? std::string(namings[table].kind)
                                           : row_name(database, {static_cast<Id>(table), rows.id(1)});
    findings.push_back({.what = "names one of the " + rows.text(2) + " that is not there", .where = where});
  }
  return findings;
}

}  // namespace

std::string row_name(Database& database, const RowKey& key) {
  const Naming& naming = namings[static_cast<std::size_t>(key[0])];
  const Id id = key[naming.part];
  const bool of_person = static_cast<std::size_t>(key[0]) < tables_of_people;
  return std::string(naming.kind) + ' ' + (of_person ? handle_or_id(database, id) : id_or_number(id));
}

std::string value_name(Database& database, sqlite3_stmt* statement, int column) {
  // Nothing where the column is of no table.
  const auto name = [&](const char* (*part)(sqlite3_stmt*, int), int of) -> std::string_view {
    const char* text = part(statement, of);
    return text ? text : "";
  };
  const std::string_view table = name(sqlite3_column_table_name, column);
  const std::string_view origin = name(sqlite3_column_origin_name, column);
  const std::string value{origin.empty() ? name(sqlite3_column_name, column) : origin};
  const std::size_t place = place_of_table(table);
  if (place >= namings.size()) return std::string(table) + (table.empty() ? "" : ": ") + value;
  for (int of = 0; of < sqlite3_column_count(statement); ++of) {
    if (name(sqlite3_column_table_name, of) != table ||
        name(sqlite3_column_origin_name, of) != namings[place].column)
      continue;
    const Id id = sqlite3_column_int64(statement, of);
    return row_name(database, {static_cast<Id>(place), id, id}) + ": " + value;
  }
  return std::string(table) + ": " + value;
}

Findings examine_values(Database& database) {
  Findings findings;
  for (const Values& values : all_values) {
    Rows rows = database.query(values.sql, earliest_day(), latest_day());
    while (rows.next()) {
      findings.push_back({.what = "its " + rows.text(2) + " can't be what it is",
                          .where = row_name(database, {static_cast<Id>(values.table), rows.id(0)})});
    }
  }
  return findings;
}

Findings examine_references(Database& database) {
  Findings findings = wrong_references(database);
  for (Finding& finding : wrong_ids(database)) findings.push_back(std::move(finding));
  return findings;
}

}  // namespace rel::store
