// Every entry of a kind, one at a time: what exports write and imports compare with.
#include "store/rows.hpp"
#include "store/store.hpp"

namespace rel::store {

void Store::each_contact(const std::function<void(const Contact&)>& take) {
  Rows rows =
      database_->query("SELECT " CONTACT_COLUMNS " FROM contacts WHERE day <= ? ORDER BY id", to_day(until_));
  while (rows.next()) {
    Contact contact = contact_from(rows, *database_);
    forget_later(contact.answered, until_);
    take(contact);
  }
}

void Store::each_remark(const std::function<void(const Remark&)>& take) {
  Rows rows =
      database_->query("SELECT " REMARK_COLUMNS " FROM remarks WHERE heard <= ? ORDER BY id", to_day(until_));
  while (rows.next()) {
    Remark remark = remark_from(rows);
    forget_later(remark.used, until_);
    forget_later(remark.done, until_);
    take(remark);
  }
}

void Store::each_promise(const std::function<void(const Promise&)>& take) {
  Rows rows = database_->query("SELECT " PROMISE_COLUMNS " FROM promises WHERE given <= ? ORDER BY id",
                               to_day(until_));
  while (rows.next()) {
    Promise promise = promise_from(rows);
    forget_later(promise.kept, until_);
    forget_later(promise.dropped, until_);
    take(promise);
  }
}

void Store::each_snooze(const std::function<void(const Snooze&)>& take) {
  Rows rows =
      database_->query("SELECT " SNOOZE_COLUMNS " FROM snoozes WHERE day <= ? ORDER BY id", to_day(until_));
  while (rows.next()) take(snooze_from(rows));
}

std::optional<EntryKind> Store::kind_of(Id id) {
  Rows rows = database_->query(
      "SELECT 0 FROM contacts WHERE id = ?1 UNION ALL SELECT 1 FROM remarks WHERE id = ?1"
      " UNION ALL SELECT 2 FROM promises WHERE id = ?1 UNION ALL SELECT 3 FROM snoozes WHERE id = ?1"
      " UNION ALL SELECT 4 FROM reviews WHERE id = ?1",
      id);
  return rows.next() ? std::optional(rows.value<EntryKind>(0)) : std::nullopt;
}

bool Store::has_contacts() {
  return database_->query("SELECT 1 FROM contacts LIMIT 1").next();
}

bool Store::has_contacts(Id person) {
  return database_
      ->query(
          "SELECT 1 FROM contacts WHERE person = ?1 UNION ALL SELECT 1 FROM companions WHERE person = ?1"
          " LIMIT 1",
          person)
      .next();
}

std::vector<Snooze> Store::absences() {
  std::vector<Snooze> absences;
  Rows rows = database_->query("SELECT " SNOOZE_COLUMNS
                               " FROM snoozes WHERE person IS NULL AND day <= ? ORDER BY day, id",
                               to_day(until_));
  while (rows.next()) absences.push_back(snooze_from(rows));
  return absences;
}

}  // namespace rel::store
