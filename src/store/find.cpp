#include "store/find.hpp"

#include <sqlite3.h>

#include <unordered_set>

#include "store/connection.hpp"
#include "store/rows.hpp"

namespace rel::store {

namespace {

// All give: id, whose, day, text, whether it is with several people. What a person is best known by stands
// first.
constexpr const char* texts_of_people[] = {
    "SELECT id, id, added, name, 0 FROM people WHERE fits(name) AND added >= ?1",
    "SELECT id, id, added, handle, 0 FROM people WHERE fits(handle) AND added >= ?1",
    sql<"SELECT id, id, added, value, 0 FROM details JOIN people ON id = person"
        " WHERE kind <> ",
        Detail::real_by, " AND fits(value) AND added >= ?1">,
    "SELECT id, id, added, purpose, 0 FROM people WHERE fits(purpose) AND added >= ?1",
};

struct Source {
  EntryKind kind;
  const char* sql;
};

constexpr Source texts_of_entries[] = {
    {EntryKind::contact,
     "SELECT id, person, day, note, companions > 0 FROM contacts WHERE fits(note) AND day >= ?1"},
    {EntryKind::remark, "SELECT id, person, heard, text, 0 FROM remarks WHERE fits(text) AND heard >= ?1"},
    {EntryKind::remark, "SELECT id, person, heard, ask, 0 FROM remarks WHERE fits(ask) AND heard >= ?1"},
    {EntryKind::promise, "SELECT id, person, given, text, 0 FROM promises WHERE fits(text) AND given >= ?1"},
    {EntryKind::snooze, "SELECT id, person, day, why, 0 FROM snoozes WHERE fits(why) AND day >= ?1"},
    {EntryKind::snooze, "SELECT id, person, day, agreed, 0 FROM snoozes WHERE fits(agreed) AND day >= ?1"},
    {EntryKind::review,
     "SELECT review, person, day, text, 0 FROM intentions JOIN reviews ON id = review"
     " WHERE fits(text) AND day >= ?1"},
};

// Nothing may be thrown through SQLite.
void ask(sqlite3_context* context, int, sqlite3_value** values) {
  const auto* begin = reinterpret_cast<const char*>(sqlite3_value_text(values[0]));
  if (!begin) return sqlite3_result_int(context, 0);
  try {
    const std::string_view text(begin, static_cast<std::size_t>(sqlite3_value_bytes(values[0])));
    const auto& test = *static_cast<const TextTest*>(sqlite3_user_data(context));
    sqlite3_result_int(context, test(text) ? 1 : 0);
  } catch (...) {
    sqlite3_result_error_nomem(context);
  }
}

/// While it lives, a statement may ask `fits(TEXT)`: of a hundred thousand rows, SQLite hands over only those
/// that fit.
class Fits {
 public:
  Fits(Database& database, const TextTest& test) : database_(database) {
    void* with = const_cast<TextTest*>(&test);
    database_.check(define(with, ask));
  }
  Fits(const Fits&) = delete;
  Fits& operator=(const Fits&) = delete;
  ~Fits() { define(nullptr, nullptr); }

  /// Keeps of each row the first text that fits.
  void look_through(const char* sql, std::optional<EntryKind> kind, std::int64_t since) {
    Rows rows = database_.query(sql, since);
    while (rows.next()) {
      if (!seen_.insert(rows.id(0)).second) continue;
      found.push_back({kind, rows.id(0), rows.id_if(1), rows.flag(4), rows.day(2), rows.text(3)});
    }
  }

  std::vector<Passage> found;

 private:
  int define(void* with, void (*function)(sqlite3_context*, int, sqlite3_value**)) {
    return sqlite3_create_function(database_.handle(), "fits", 1, SQLITE_UTF8 | SQLITE_DIRECTONLY, with,
                                   function, nullptr, nullptr);
  }

  Database& database_;
  std::unordered_set<Id> seen_;
};

}  // namespace

std::vector<Passage> people_whose(const Reader& reader, const TextTest& fits) {
  Fits those(database_of(reader), fits);
  for (const char* sql : texts_of_people) those.look_through(sql, std::nullopt, from_day(earliest_day()));
  return std::move(those.found);
}

std::vector<Passage> entries_whose(const Reader& reader, const TextTest& fits, Day since) {
  Fits those(database_of(reader), fits);
  for (const auto& [kind, sql] : texts_of_entries) those.look_through(sql, kind, from_day(since));
  return std::move(those.found);
}

}  // namespace rel::store
