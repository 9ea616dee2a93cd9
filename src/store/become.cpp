// A file that becomes what another one holds: a copy that is brought back, or itself in an older version.
#include "base/errors.hpp"
#include "store/history.hpp"
#include "store/history_rows.hpp"
#include "store/schema.hpp"
#include "store/store.hpp"

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

}  // namespace

void Store::take_over(const Held& from) {
  try {
    carry_over(*database_, from);
    make_caches();  // those of a copy need not hold
  } catch (const LockedError&) {
    throw;
  } catch (const FileError& error) {
    if (!of_older_version(from)) throw;
    refuse(from, database_->path(), error);
  }
}

void Store::check_taken_over(const Held& from) {
  Rows pages = database_->query("PRAGMA main.integrity_check(1)");
  const std::string found = pages.next() ? pages.text(0) : "nothing can be read";
  if (found != "ok") refuse(from, "", FileError(found));
  for (const Finding& finding : examine_caches())
    refuse(from, "", FileError(finding.where + ": " + finding.what));
}

bool Store::become(const std::function<std::optional<Held>()>& choose, std::int64_t at_ms,
                   const std::string& why) {
  database_->script(more_memory);  // references are checked at the end; one by one they would take long
  std::optional<Held> from;
  in_transaction([&] {
    const std::int64_t seq = end_of_history(*database_).seq + 1;
    from = choose();
    if (!from) return;
    take_over(*from);
    begin_history(*database_, seq, at_ms, why);
    if (of_older_version(*from)) check_taken_over(*from);
  });
  database_->script(from ? "DETACH old; PRAGMA foreign_keys = ON" : "PRAGMA foreign_keys = ON");
  if (from) database_->file_version = schema_version();
  return from.has_value();
}

Store Store::in_memory(const Held& held, std::int64_t changed_ms, const Settings& settings) {
  Store store(open_memory(), settings);
  store.in_transaction([&] {
    store.take_over(held);
    begin_history(*store.database_, 1, changed_ms, migration_why);
  });
  store.database_->script("DETACH old");
  store.database_->file_version = schema_version();
  return store;
}

}  // namespace rel::store
