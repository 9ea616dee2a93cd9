#include "store/doctor_rows.hpp"

#include <array>

#include "rel/id.hpp"
#include "store/ids.hpp"
#include "store/recorded.hpp"
#include "store/rows.hpp"

namespace rel::store {

namespace {

constexpr std::size_t tables_of_people = 3;  // the first ones

std::string id_or_number(Id id) {
  return id < 0 ? std::to_string(id) : id_text(id);
}

std::string handle_or_id(Database& database, Id person) {
  Rows rows = database.query("SELECT handle FROM people WHERE id = ?", person);
  return rows.next() ? rows.text(0) : id_or_number(person);
}

constexpr auto between(std::int64_t least, std::int64_t most) {
  return Piece<60>("BETWEEN ").add_number(least).add(" AND ").add_number(most);
}

template <class T>
T bare(const T&);
template <class T>
T bare(const std::optional<T>&);

/// What the value in a column can be: `BETWEEN 0 AND 3`; empty if it can be anything. Days are between ?1 and
/// ?2.
template <class Row, class T, class Rule>
constexpr Piece<60> good_value(const Field<Row, T, Rule>& field) {
  using Value = decltype(bare(T{}));
  if constexpr (std::is_same_v<Rule, rule::Number>)
    return between(field.rule.least_kept, field.rule.most_kept);
  if constexpr (std::is_enum_v<Value>) return between(0, static_cast<std::int64_t>(last_of(Value{})));
  if constexpr (std::is_same_v<Value, bool>) return between(0, 1);
  if constexpr (std::is_same_v<Value, TimeOfDay>) return between(0, 24 * 60 - 1);
  if constexpr (std::is_same_v<Value, Day>) return Piece<60>("BETWEEN ?1 AND ?2");
  const bool of_person = std::is_same_v<Row, Person>;
  if (of_person && (field.key == "handle" || field.key == "name")) return Piece<60>("<> ''");
  return {};
}

template <class Row>
constexpr auto cases_of() {
  Piece<1500> sql;
  const auto add = [&](std::string_view column, std::string_view good) {
    if (good.empty()) return;
    sql.add(" WHEN NOT (").add(column).add(" ").add(good).add(") THEN '").add(column).add("'");
  };
  each_field<Row>([&](const auto& field) { add(field.column, good_value(field).view()); });
  if (std::is_same_v<Row, Contact>)
    add("companions", "= (SELECT count(*) FROM companions WHERE contact = id)");
  return sql;
}

template <class Row>
constexpr std::size_t place_of_rows = place_of_table(row_table<Row>.list);
template <class Row>
constexpr auto name_column() {
  return Piece<20>(recorded[place_of_rows<Row>].name);
}

constexpr auto all_ids = piece<"SELECT * FROM (", over_all_kinds<" AS kind, id FROM ", "">, ")">;

Findings wrong_ids(Database& database) {
  Findings findings;
  const auto find = [&](const char* ids, Id than, Finding finding) {
    Rows rows = database.query(ids, than);
    while (rows.next()) {
      const auto table =
          with_kind(rows.value<EntryKind>(0), []<class Entry>(const Entry&) { return place_of_rows<Entry>; });
      finding.where = row_name(database, {static_cast<Id>(table), rows.id(1)});
      findings.push_back(finding);
    }
  };
  find(sql<all_ids, " WHERE id <= ?">, 0, {.what = "its id is none"});
  find(sql<all_ids, " GROUP BY id HAVING count(*) > 1 AND id <> ?">, 0,
       {.what = "another entry has the same id"});
  find(sql<all_ids, " WHERE id > ?">, latest_id_now(),
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
    if (table >= recorded.size()) continue;
    const std::string where = rows.null(1) ? std::string(recorded[table].kind)
                                           : row_name(database, {static_cast<Id>(table), rows.id(1)});
    findings.push_back({.what = "names one of the " + rows.text(2) + " that is not there", .where = where});
  }
  return findings;
}

}  // namespace

std::string row_name(Database& database, const RowKey& key) {
  const Recorded& table = recorded[static_cast<std::size_t>(key[0])];
  const Id id = key[table.named];
  const bool of_person = static_cast<std::size_t>(key[0]) < tables_of_people;
  return std::string(table.kind) + ' ' + (of_person ? handle_or_id(database, id) : id_or_number(id));
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
  if (place >= recorded.size()) return std::string(table) + (table.empty() ? "" : ": ") + value;
  for (int of = 0; of < sqlite3_column_count(statement); ++of) {
    if (name(sqlite3_column_table_name, of) != table ||
        name(sqlite3_column_origin_name, of) != recorded[place].name)
      continue;
    const Id id = sqlite3_column_int64(statement, of);
    return row_name(database, {static_cast<Id>(place), id, id}) + ": " + value;
  }
  return std::string(table) + ": " + value;
}

Findings examine_values(Database& database) {
  Findings findings;
  const auto find = [&](std::size_t table, const char* wrong) {
    Rows rows = database.query(wrong, earliest_day(), latest_day());
    while (rows.next()) {
      findings.push_back({.what = "its " + rows.text(1) + " can't be what it is",
                          .where = row_name(database, {static_cast<Id>(table), rows.id(0)})});
    }
  };
  const auto find_in = [&]<class Row>(const Row&) {
    find(place_of_rows<Row>, sql<"SELECT ", made_by<name_column<Row>>, ", CASE", made_by<cases_of<Row>>,
                                 " END AS wrong FROM ", table<Row>, " WHERE wrong IS NOT NULL AND ?1 < ?2">);
  };
  find_in(Person{});
  find(place_of_table("details"), sql<"SELECT person, 'kind' FROM details WHERE kind NOT BETWEEN ", Detail{},
                                      " AND ", last_of(Detail{}), " AND ?1 < ?2">);
  find_in(YearlyDate{});
  find_in(Group{});
  each_kind(find_in);
  return findings;
}

Findings examine_references(Database& database) {
  Findings findings = wrong_references(database);
  for (Finding& finding : wrong_ids(database)) findings.push_back(std::move(finding));
  return findings;
}

}  // namespace rel::store
