// Every entry of a kind, one at a time: what exports write and imports compare with.
#include <type_traits>

#include "store/change.hpp"
#include "store/rows.hpp"

namespace rel::store {

namespace {

template <class Entry>
void each(Database& database, const std::function<void(const Entry&)>& take) {
  Rows rows = database.query(sql<selection<Entry>, " ORDER BY id">);
  while (rows.next()) {
    if constexpr (std::is_same_v<Entry, Contact>) {
      take(contact_from(rows, database));
    } else {
      take(row_from<Entry>(rows));
    }
  }
}

}  // namespace

void Reader::each_contact(const std::function<void(const Contact&)>& take) const {
  each(*database_, take);
}

void Reader::each_remark(const std::function<void(const Remark&)>& take) const {
  each(*database_, take);
}

void Reader::each_promise(const std::function<void(const Promise&)>& take) const {
  each(*database_, take);
}

void Reader::each_snooze(const std::function<void(const Snooze&)>& take) const {
  each(*database_, take);
}

std::vector<Snooze> Reader::snoozes_of_nobody() const {
  return rows_from<Snooze>(
      database_->query(sql<selection<Snooze>, " WHERE person IS NULL ORDER BY day, id">));
}

std::optional<EntryKind> Reader::kind_of(Id id) const {
  Rows rows = database_->query(sql<over_all_kinds<" FROM ", " WHERE id = ?1">>, id);
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
  return rows_from<Snooze>(
      database_->query(sql<selection<Snooze>, " WHERE person IS NULL AND tag IS NULL ORDER BY day, id">));
}

}  // namespace rel::store
