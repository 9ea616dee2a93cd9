// Two records of one person become one.
#include <algorithm>
#include <iterator>
#include <set>
#include <tuple>

#include "store/change.hpp"
#include "store/connection.hpp"

namespace rel::store {

namespace {

// Whose an entry is. All those present, for a contact.
void give(Contact& contact, Id from, Id to) {
  std::ranges::replace(contact.with, from, to);
  const auto first = std::ranges::find(contact.with, to);
  if (first != contact.with.end())
    contact.with.erase(std::remove(first + 1, contact.with.end(), to), contact.with.end());
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

/// Entries by what they say, of which each is found once.
template <class Entry>
class Owned {
 public:
  explicit Owned(std::vector<Entry> entries)
      : entries_(std::make_move_iterator(entries.begin()), std::make_move_iterator(entries.end())) {}

  /// Whether another entry says the same; it is then left out.
  bool take(const Entry& entry) {
    const auto [begin, end] = entries_.equal_range(entry);
    const auto other = std::find_if(begin, end, [&](const Entry& one) { return one.id != entry.id; });
    if (other == end) return false;
    entries_.erase(other);
    return true;
  }

 private:
  struct BySaid {
    bool operator()(const Entry& a, const Entry& b) const { return content_of(a) < content_of(b); }
  };
  std::multiset<Entry, BySaid> entries_;
};

/// Changes the owner of entries; what the new owner has already, each once, is taken away instead.
template <class Entry>
void give_all(Change& change, std::vector<Entry> entries, std::vector<Entry> all_owned, Id from, Id to,
              std::vector<EntryRef>& given) {
  Owned<Entry> owned(std::move(all_owned));
  for (Entry& entry : entries) {
    give(entry, from, to);
    if (owned.take(entry)) {
      change.remove({row_table<Entry>.kind, entry.id});
    } else {
      change.update(entry);
      given.push_back({row_table<Entry>.kind, entry.id});
    }
  }
}

}  // namespace

std::vector<EntryRef> Change::merge(const Person& keep, Id other) {
  std::vector<EntryRef> given;
  const Id to = keep.id;
  give_all(*this, contacts_of(other), contacts_of(to), other, to, given);
  give_all(*this, remarks_of(other), remarks_of(to), other, to, given);
  give_all(*this, promises_of(other), promises_of(to), other, to, given);
  give_all(*this, snoozes_of(other), snoozes_of(to), other, to, given);
  database_->run("UPDATE intentions SET person = ? WHERE person = ?", to, other);
  for (const char* sql : {"DELETE FROM details WHERE person = ?", "DELETE FROM dates WHERE person = ?",
                          "DELETE FROM people WHERE id = ?"}) {
    database_->run(sql, other);
  }
  connection_->dirty.touched.names.insert(other);
  touch({other});
  update(keep);
  return given;
}

}  // namespace rel::store
