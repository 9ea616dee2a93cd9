// Whom to call is read through indices: no query that the store runs for it scans a table that grows.
#include <doctest/doctest.h>
#include <sqlite3.h>

#include <set>

#include "store/waiting.hpp"
#include "support/store_file.hpp"

namespace rel::test {
namespace {

std::set<std::string> traced;  // the SQL of every statement that ran while a Tracing lived

int note_statement(unsigned, void*, void* statement, void*) {
  traced.insert(sqlite3_sql(static_cast<sqlite3_stmt*>(statement)));
  return 0;
}

int trace_connection(sqlite3* connection, const char**, const void*) {
  return sqlite3_trace_v2(connection, SQLITE_TRACE_STMT, note_statement, nullptr);
}

/// Collects what is run by the connections that are opened while it lives.
class Tracing {
 public:
  Tracing() {
    traced.clear();
    sqlite3_auto_extension(hook);
  }
  ~Tracing() { sqlite3_cancel_auto_extension(hook); }
  Tracing(const Tracing&) = delete;
  Tracing& operator=(const Tracing&) = delete;

 private:
  // SQLite wants it under this type, and calls it by its own.
  static inline const auto hook = reinterpret_cast<void (*)()>(trace_connection);
};

/// Whether a line of a plan reads all of something that grows with the file. A partial index holds only what
/// is open, made_with one row; reviews are a dozen a year. What a subquery reads has lines of its own.
bool scans(Raw& file, const std::string& line) {
  if (!line.starts_with("SCAN ") || line == "SCAN CONSTANT ROW") return false;
  if (line.starts_with("SCAN (subquery-")) return false;
  if (line == "SCAN made_with" || line.ends_with("reviews") || line.ends_with("sqlite_schema")) return false;
  const std::size_t index = line.find(" INDEX ");
  if (index == std::string::npos) return true;
  const std::string name = line.substr(index + 7);
  return file.number("SELECT count(*) FROM sqlite_schema WHERE sql LIKE '% WHERE %' AND name = '" + name +
                     "'") == 0;
}

/// The lines of a query's plan that scan.
std::vector<std::string> scans_of(Raw& file, const std::string& sql) {
  std::vector<std::string> lines;
  SQLite::Statement plan(file.connection(), "EXPLAIN QUERY PLAN " + sql);
  while (plan.executeStep()) {
    const std::string line = plan.getColumn(3).getString();
    if (scans(file, line)) lines.push_back(line);
  }
  return lines;
}

/// Someone who is due for every reason that there is on day 1000.
void add_someone_due(const StoreFile& file) {
  File store = file.write();
  Person person = someone("ann");
  person.dates = {{.name = "birthday", .month = 9, .day = 27}};  // day 1000 is 27 September 1972
  const Id ann = added(store, person);
  added(store, Contact{.with = {ann}, .on = day(900)});
  added(store, Contact{.with = {ann}, .on = day(990), .kind = ContactKind::missed});
  added(store, Promise{.person = ann, .text = "the book", .given = day(900)});
  added(store, Remark{.person = ann, .text = "the exam", .heard = day(900), .ask_on = day(999)});
  added(store, Snooze{.person = ann, .on = day(990), .until = day(1000), .agreed = "lunch"});
}

TEST_CASE("whom to call is read through indices") {
  const StoreFile file;
  add_someone_due(file);
  {
    const Tracing tracing;
    Reader store = file.read();
    const std::vector<Facts> people = store::waiting(store, day(1000), 0);
    REQUIRE(people.size() == 1);
    Facts facts = people.front();
    store.read_details(facts.person);
    store::add_last_remark(store, facts);
    store::away_until(store, day(1000));
    store.short_id(facts.promises.front().id);
  }
  REQUIRE(traced.size() > 15);
  Raw raw = file.raw();
  for (const std::string& sql : traced) {
    CAPTURE(sql);
    CHECK(scans_of(raw, sql) == std::vector<std::string>{});
  }
}

TEST_CASE("a scan would be seen") {
  const StoreFile file;
  file.write();
  Raw raw = file.raw();
  CHECK(scans_of(raw, "SELECT * FROM contacts").size() == 1);
  CHECK(scans_of(raw, "SELECT person, day FROM contacts").size() == 1);  // all of an index
  CHECK(scans_of(raw, "SELECT * FROM people p JOIN sums ON sums.person = p.id WHERE archived = 0").size() ==
        1);
  CHECK(scans_of(raw, "SELECT * FROM (SELECT person FROM sums UNION ALL SELECT 1)").size() == 1);
  CHECK(scans_of(raw, "SELECT * FROM sums WHERE replies IS NOT NULL").empty());
}

}  // namespace
}  // namespace rel::test
