// Every entry of a kind, one at a time: what exports write and imports compare with.
#include "store/change.hpp"
#include "store/rows.hpp"

namespace rel::store {

void Reader::each_contact(const std::function<void(const Contact&)>& take) const {
  Rows rows = database_->query("SELECT " CONTACT_COLUMNS " FROM contacts ORDER BY id");
  while (rows.next()) take(contact_from(rows, *database_));
}

void Reader::each_remark(const std::function<void(const Remark&)>& take) const {
  Rows rows = database_->query("SELECT " REMARK_COLUMNS " FROM remarks ORDER BY id");
  while (rows.next()) take(remark_from(rows));
}

void Reader::each_promise(const std::function<void(const Promise&)>& take) const {
  Rows rows = database_->query("SELECT " PROMISE_COLUMNS " FROM promises ORDER BY id");
  while (rows.next()) take(promise_from(rows));
}

void Reader::each_snooze(const std::function<void(const Snooze&)>& take) const {
  Rows rows = database_->query("SELECT " SNOOZE_COLUMNS " FROM snoozes ORDER BY id");
  while (rows.next()) take(snooze_from(rows));
}

std::optional<EntryKind> Reader::kind_of(Id id) const {
  Rows rows = database_->query(
      "SELECT 0 FROM contacts WHERE id = ?1 UNION ALL SELECT 1 FROM remarks WHERE id = ?1"
      " UNION ALL SELECT 2 FROM promises WHERE id = ?1 UNION ALL SELECT 3 FROM snoozes WHERE id = ?1"
      " UNION ALL SELECT 4 FROM reviews WHERE id = ?1",
      id);
  return rows.next() ? std::optional(rows.value<EntryKind>(0)) : std::nullopt;
}

bool Reader::has_contacts() const {
  return database_->query("SELECT 1 FROM contacts LIMIT 1").next();
}

bool Reader::has_contacts(Id person) const {
  return database_
      ->query(
          "SELECT 1 FROM contacts WHERE person = ?1 UNION ALL SELECT 1 FROM companions WHERE person = ?1"
          " LIMIT 1",
          person)
      .next();
}

std::vector<Snooze> Reader::absences() const {
  std::vector<Snooze> absences;
  Rows rows =
      database_->query("SELECT " SNOOZE_COLUMNS " FROM snoozes WHERE person IS NULL ORDER BY day, id");
  while (rows.next()) absences.push_back(snooze_from(rows));
  return absences;
}

}  // namespace rel::store
