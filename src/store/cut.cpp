#include "store/cut.hpp"

#include <string>

#include "rel/vocabulary.hpp"

namespace rel::store {

namespace {

// $day, $none, $all and $contacts are put in by script_for(). `main.` is the file itself.
constexpr std::string_view views = R"sql(
CREATE TEMP TABLE later (id INTEGER PRIMARY KEY);
INSERT INTO later SELECT id FROM main.people WHERE added > $day AND NOT $all;
CREATE TEMP VIEW people AS
  SELECT id, handle, name, uid, iif(start > $day, $none, tier) AS tier, every_days, added,
    iif(last > $day, NULL, last) AS last, purpose, iif(start > $day, NULL, start) AS start,
    iif(considered > $day, min(added, $day), considered) AS considered, archived, deceased
  FROM main.people WHERE id NOT IN later;
CREATE TEMP VIEW details AS SELECT * FROM main.details WHERE person NOT IN later;
CREATE TEMP VIEW dates AS SELECT * FROM main.dates WHERE person NOT IN later;
CREATE TEMP VIEW remarks AS
  SELECT id, person, text, heard, ask_on, ask, iif(used > $day, NULL, used) AS used,
    iif(done > $day, NULL, done) AS done
  FROM main.remarks WHERE heard <= $day AND person NOT IN later;
CREATE TEMP VIEW promises AS
  SELECT id, person, mine, text, given, due, iif(kept > $day, NULL, kept) AS kept,
    iif(dropped > $day, NULL, dropped) AS dropped
  FROM main.promises WHERE given <= $day AND person NOT IN later;
CREATE TEMP VIEW snoozes AS
  SELECT * FROM main.snoozes WHERE day <= $day AND (person IS NULL OR person NOT IN later);
CREATE TEMP VIEW reviews AS SELECT * FROM main.reviews WHERE day <= $day;
CREATE TEMP VIEW intentions AS
  SELECT review, place, iif(person IN later, NULL, person) AS person, text FROM main.intentions
  WHERE review IN (SELECT id FROM reviews);
CREATE TEMP VIEW sums AS SELECT * FROM main.sums WHERE 0;
CREATE TEMP VIEW made_with AS SELECT * FROM main.made_with WHERE 0;
CREATE TEMP VIEW there AS
  SELECT person, contact, place FROM main.companions WHERE person NOT IN later;
)sql";

// In a talk that was entered later than it happened, someone may have been who was added later still: they
// are one of the others then.
#define REST_OF_CONTACT                                                                    \
  " AS others, day, time, channel, minutes, began, depth, counts, kind,"                   \
  " iif(answered > $day, NULL, answered) AS answered, guessed, source FROM main.contacts " \
  "WHERE day <= $day AND person "
constexpr std::string_view led_by_someone_there =
    "SELECT id, note, person, iif(companions = 0, 0, (SELECT count(*) FROM there WHERE contact = id)) AS "
    "companions, others + iif(companions = 0, 0, companions - (SELECT count(*) FROM there WHERE contact = "
    "id))" REST_OF_CONTACT "NOT IN later";
constexpr std::string_view led_by_someone_later =
    "SELECT id, note, (SELECT person FROM there WHERE contact = id ORDER BY place LIMIT 1) AS person, "
    "(SELECT count(*) - 1 FROM there WHERE contact = id) AS companions, "
    "others + 1 + companions - (SELECT count(*) FROM there WHERE contact = id)" REST_OF_CONTACT
    "IN later AND id IN (SELECT contact FROM there)";

// Those led by someone else than in the file can't be found by its index, so all are copied. That is rare.
constexpr std::string_view as_in_the_file =
    "CREATE TEMP VIEW contacts AS $led_there;"
    "CREATE TEMP VIEW companions AS SELECT * FROM there"
    " WHERE EXISTS (SELECT 1 FROM main.contacts WHERE id = contact AND day <= $day)";
constexpr std::string_view as_a_copy =
    "CREATE TEMP TABLE contacts AS $led_there UNION ALL $led_later;"
    "CREATE INDEX temp.contacts_there ON contacts (person, day);"
    "CREATE INDEX temp.contacts_by_id ON contacts (id);"
    "CREATE TEMP VIEW companions AS SELECT there.person, contact, place FROM there"
    " CROSS JOIN contacts ON id = contact WHERE there.person <> contacts.person";

void replace_all(std::string& text, std::string_view what, std::string_view by) {
  for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + by.size()))
    text.replace(at, what.size(), by);
}

void run(Database& database, std::string script, Day day, PeopleThen people) {
  replace_all(script, "$led_there", led_by_someone_there);
  replace_all(script, "$led_later", led_by_someone_later);
  replace_all(script, "$day", std::to_string(day_number(day)));
  replace_all(script, "$none", std::to_string(static_cast<int>(Tier::none)));
  replace_all(script, "$all", people == PeopleThen::all ? "1" : "0");
  database.script(script);
}

std::string without_views(Database& database) {
  std::string script;
  Rows rows = database.query("SELECT type, name FROM temp.sqlite_schema WHERE type <> 'index'");
  while (rows.next()) script += "DROP " + rows.text(0) + " temp." + rows.text(1) + ';';
  return script;
}

}  // namespace

void cut_at(Database& database, Day day, PeopleThen people) {
  database.script("PRAGMA temp_store = MEMORY");
  database.script(without_views(database));
  run(database, std::string(views), day, people);
  const bool led_later = database
                             .query(
                                 "SELECT 1 FROM main.contacts WHERE companions > 0 AND person IN later"
                                 " AND day <= ? AND EXISTS (SELECT 1 FROM there WHERE contact = id) LIMIT 1",
                                 day)
                             .next();
  run(database, std::string(led_later ? as_a_copy : as_in_the_file), day, people);
}

}  // namespace rel::store
