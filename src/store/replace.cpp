// A file that becomes what another one holds: a copy that is brought back, or itself in an older version.
#include "base/errors.hpp"
#include "store/connection.hpp"
#include "store/file.hpp"
#include "store/history.hpp"
#include "store/history_rows.hpp"
#include "store/schema.hpp"
#include "store/sums.hpp"

namespace rel::store {

namespace {

constexpr const char* more_memory = "PRAGMA foreign_keys = OFF; PRAGMA cache_size = -32768";  // KiB

bool of_older_version(const Held& held) {
  return held.version < schema_version();
}

/// Something was found while what a file holds was carried over; nothing of that is kept.
[[noreturn]] void refuse(const Held& from, const std::string& where, const FileError& error) {
  throw FileError(from.known_as + ": can't be brought from version " + std::to_string(from.version) + " to " +
                      std::to_string(schema_version()) + " of the file: " + why_without(where, error),
                  "it stays as it is, and the rel before this one still reads it");
}

void take_over(const Reader& target, const Transaction& transaction, const Held& from) {
  try {
    carry_over(database_of(target), from);
    Figures(target).remake(transaction);  // those of a copy need not hold
  } catch (const LockedError&) {
    throw;
  } catch (const FileError& error) {
    if (!of_older_version(from)) throw;
    refuse(from, database_of(target).path(), error);
  }
}

void check_taken_over(const Reader& target, const Held& from) {
  Rows pages = database_of(target).query("PRAGMA main.integrity_check(1)");
  const std::string found = pages.next() ? pages.text(0) : "nothing can be read";
  if (found != "ok") refuse(from, "", FileError(found));
  for (const Finding& finding : examine_caches(target))
    refuse(from, "", FileError(finding.where + ": " + finding.what));
}

}  // namespace

bool File::replace_contents(const std::function<std::optional<Held>()>& choose, std::int64_t at_ms,
                            const std::string& why) {
  database_->script(more_memory);  // references are checked at the end; one by one they would take long
  Transaction transaction(*connection_);
  const std::int64_t seq = end_of_history(*database_).seq + 1;
  const std::optional<Held> from = choose();
  if (from) {
    take_over(*this, transaction, *from);
    begin_history(*database_, seq, at_ms, why);
    if (of_older_version(*from)) check_taken_over(*this, *from);
  }
  transaction.commit();
  database_->script(from ? "DETACH old; PRAGMA foreign_keys = ON" : "PRAGMA foreign_keys = ON");
  if (from) connection_->version = schema_version();
  return from.has_value();
}

std::shared_ptr<Connection> as_in_our_version(const Held& held, std::int64_t changed_ms,
                                              const Settings& settings) {
  auto connection = std::make_shared<Connection>(open_memory(), 0, settings);
  Transaction transaction(*connection);
  take_over(Reader(connection), transaction, held);
  begin_history(*connection->database, 1, changed_ms, migration_why);
  transaction.commit();
  connection->database->script("DETACH old");
  connection->version = schema_version();
  return connection;
}

}  // namespace rel::store
