#include "store/cut.hpp"

#include <string>
#include <string_view>
#include <type_traits>

#include "domain/fields.hpp"

namespace rel::store {

namespace {

// run() puts in what begins with a dollar sign. `main.` is the file itself.
constexpr std::string_view views = R"sql(
CREATE TEMP TABLE later (id INTEGER PRIMARY KEY);
INSERT INTO later SELECT id FROM main.people AS p WHERE added > $day AND NOT $all AND ifnull(last > $day, 1)
  AND NOT EXISTS (SELECT 1 FROM main.contacts WHERE person = p.id AND day <= $day)
  AND NOT EXISTS (SELECT 1 FROM main.companions AS c CROSS JOIN main.contacts AS t ON t.id = c.contact
    WHERE c.person = p.id AND t.day <= $day)
  AND NOT EXISTS (SELECT 1 FROM main.remarks WHERE person = p.id AND heard <= $day)
  AND NOT EXISTS (SELECT 1 FROM main.promises WHERE person = p.id AND given <= $day)
  AND NOT EXISTS (SELECT 1 FROM main.snoozes WHERE person = p.id AND day <= $day);
CREATE TEMP VIEW details AS SELECT * FROM main.details WHERE person NOT IN later;
CREATE TEMP VIEW dates AS SELECT * FROM main.dates WHERE person NOT IN later;
CREATE TEMP VIEW companions AS
  SELECT * FROM main.companions WHERE EXISTS (SELECT 1 FROM main.contacts WHERE id = contact AND day <= $day);
CREATE TEMP VIEW intentions AS
  SELECT review, place, iif(person IN later, NULL, person) AS person, text FROM main.intentions
  WHERE review IN (SELECT id FROM reviews);
CREATE TEMP VIEW sums AS SELECT * FROM main.sums WHERE 0;
CREATE TEMP VIEW made_with AS SELECT * FROM main.made_with WHERE 0;
)sql";

/// What a column held on that day. What was entered later is nothing, and `considered` the day they were
/// added.
template <class Row, class T, class Rule>
std::string then(const Field<Row, T, Rule>& field) {
  const std::string column(field.column);
  if constexpr (std::is_same_v<Rule, rule::Dated>) {
    const std::string_view before = std::is_same_v<T, Day> ? "min(added, $day)" : "NULL";
    if (field.rule.later)
      return "iif(" + column + " > $day, " + std::string(before) + ", " + column + ") AS " + column;
  }
  return column;
}

template <class Row>
std::string view_of(std::string_view condition) {
  std::string columns;
  each_field<Row>([&](const auto& field) {
    if (!field.column.empty()) columns += (columns.empty() ? "" : ", ") + then(field);
  });
  const std::string table(row_table<Row>.list);
  return "CREATE TEMP VIEW " + table + " AS SELECT " + columns + " FROM main." + table + " WHERE " +
         std::string(condition) + ";\n";
}

void replace_all(std::string& text, std::string_view what, std::string_view by) {
  for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + by.size()))
    text.replace(at, what.size(), by);
}

std::string removal_of_views(Database& database) {
  std::string script;
  Rows rows = database.query("SELECT type, name FROM temp.sqlite_schema WHERE type <> 'index'");
  while (rows.next()) script += "DROP " + rows.text(0) + " temp." + rows.text(1) + ';';
  return script;
}

}  // namespace

void cut_at(Database& database, Day day, PeopleThen people) {
  database.script("PRAGMA temp_store = MEMORY");
  std::string script = removal_of_views(database) + std::string(views) + view_of<Person>("id NOT IN later") +
                       view_of<Group>("added <= $day") + view_of<Contact>("day <= $day") +
                       view_of<Remark>("heard <= $day") + view_of<Promise>("given <= $day") +
                       view_of<Snooze>("day <= $day") + view_of<Review>("day <= $day");
  replace_all(script, "$day", std::to_string(day_number(day)));
  replace_all(script, "$all", people == PeopleThen::all ? "1" : "0");
  database.script(script);
}

}  // namespace rel::store
