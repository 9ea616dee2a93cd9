#include "store/cut.hpp"

#include <string>
#include <string_view>

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
CREATE TEMP VIEW people AS
  SELECT id, handle, name, uid, tier, every_days, added, iif(last > $day, NULL, last) AS last, purpose, start,
    iif(considered > $day, min(added, $day), considered) AS considered, archived, deceased
  FROM main.people WHERE id NOT IN later;
CREATE TEMP VIEW details AS SELECT * FROM main.details WHERE person NOT IN later;
CREATE TEMP VIEW dates AS SELECT * FROM main.dates WHERE person NOT IN later;
CREATE TEMP VIEW contacts AS
  SELECT id, note, person, companions, others, day, time, channel, minutes, began, depth, counts, kind,
    iif(answered > $day, NULL, answered) AS answered, guessed, source
  FROM main.contacts WHERE day <= $day;
CREATE TEMP VIEW companions AS
  SELECT * FROM main.companions WHERE EXISTS (SELECT 1 FROM main.contacts WHERE id = contact AND day <= $day);
CREATE TEMP VIEW remarks AS
  SELECT id, person, text, heard, ask_on, ask, iif(used > $day, NULL, used) AS used,
    iif(done > $day, NULL, done) AS done
  FROM main.remarks WHERE heard <= $day;
CREATE TEMP VIEW promises AS
  SELECT id, person, mine, text, given, due, iif(kept > $day, NULL, kept) AS kept,
    iif(dropped > $day, NULL, dropped) AS dropped
  FROM main.promises WHERE given <= $day;
CREATE TEMP VIEW snoozes AS SELECT * FROM main.snoozes WHERE day <= $day;
CREATE TEMP VIEW reviews AS SELECT * FROM main.reviews WHERE day <= $day;
CREATE TEMP VIEW intentions AS
  SELECT review, place, iif(person IN later, NULL, person) AS person, text FROM main.intentions
  WHERE review IN (SELECT id FROM reviews);
CREATE TEMP VIEW sums AS SELECT * FROM main.sums WHERE 0;
CREATE TEMP VIEW made_with AS SELECT * FROM main.made_with WHERE 0;
)sql";

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
  std::string script = removal_of_views(database) + std::string(views);
  replace_all(script, "$day", std::to_string(day_number(day)));
  replace_all(script, "$all", people == PeopleThen::all ? "1" : "0");
  database.script(script);
}

}  // namespace rel::store
