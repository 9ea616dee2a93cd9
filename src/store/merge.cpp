// Two records of one person become one.
#include <algorithm>

#include "store/store.hpp"

namespace rel::store {

namespace {

// Whose an entry is. All those present, for a contact.
void give(Contact& contact, Id from, Id to) {
  std::vector<Id> present;
  for (const Id id : contact.with) {
    const Id person = id == from ? to : id;
    if (std::find(present.begin(), present.end(), person) == present.end()) present.push_back(person);
  }
  contact.with = std::move(present);
}
void give(Remark& remark, Id, Id to) {
  remark.person = to;
}
void give(Promise& promise, Id, Id to) {
  promise.person = to;
}
void give(Snooze& snooze, Id, Id to) {
  snooze.person = to;
}

/// Whether two entries say the same, whatever their ids.
template <class Entry>
bool same(Entry one, const Entry& other) {
  one.id = other.id;
  return one == other;
}

/// Changes the owner of entries; what the new owner has already, each once, is taken away instead.
template <class Entry>
void give_all(Store& store, EntryKind kind, std::vector<Entry> entries, std::vector<Entry> owned, Id from,
              Id to, std::vector<EntryRef>& given) {
  for (Entry& entry : entries) {
    give(entry, from, to);
    const auto doubled = std::find_if(
        owned.begin(), owned.end(), [&](const Entry& one) { return one.id != entry.id && same(one, entry); });
    if (doubled != owned.end()) {
      owned.erase(doubled);
      store.remove({kind, entry.id});
    } else {
      store.update(entry);
      given.push_back({kind, entry.id});
    }
  }
}

}  // namespace

std::vector<EntryRef> Store::merge(const Person& keep, Id other) {
  std::vector<EntryRef> given;
  const Id to = keep.id;
  give_all(*this, EntryKind::contact, contacts_of(other), contacts_of(to), other, to, given);
  give_all(*this, EntryKind::remark, remarks_of(other), remarks_of(to), other, to, given);
  give_all(*this, EntryKind::promise, promises_of(other), promises_of(to), other, to, given);
  give_all(*this, EntryKind::snooze, snoozes_of(other), snoozes_of(to), other, to, given);
  database_->run("UPDATE intentions SET person = ? WHERE person = ?", to, other);
  for (const char* sql : {"DELETE FROM details WHERE person = ?", "DELETE FROM dates WHERE person = ?",
                          "DELETE FROM people WHERE id = ?"}) {
    database_->run(sql, other);
  }
  touched_.names.insert(other);
  touch({other});
  update(keep);
  return given;
}

}  // namespace rel::store
