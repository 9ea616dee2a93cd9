#include <algorithm>
#include <tuple>

#include "rel/credit.hpp"
#include "rel/errors.hpp"
#include "store/change.hpp"
#include "store/connection.hpp"
#include "store/recording.hpp"
#include "store/rows.hpp"

namespace rel::store {

namespace {

template <class Entry, class Make>
std::vector<Entry> all(Rows rows, const Make& make) {
  std::vector<Entry> entries;
  while (rows.next()) entries.push_back(make(rows));
  return entries;
}

template <class Entry, class Make>
Entry only(Rows rows, Id id, const Make& make) {
  if (!rows.next()) throw NotFound("entry " + id_text(id) + ": not in the file");
  return make(rows);
}

constexpr Id indexed_bits = 262143;  // four characters: 3 + 3 · 5 bits

#define BEGINS_SO "(id & ?2) = ?1"
#define BEGINS_SO_BY_INDEX "(id & 262143) = (?1 & 262143) AND (id & ?2) = ?1"
// In the order of EntryKind; of the whole file, also where the store looks back: what is shown can be typed.
#define ENTRIES_THAT(condition)                                 \
  "SELECT 0, id FROM main.contacts WHERE " condition            \
  " UNION ALL SELECT 1, id FROM main.remarks WHERE " condition  \
  " UNION ALL SELECT 2, id FROM main.promises WHERE " condition \
  " UNION ALL SELECT 3, id FROM main.snoozes WHERE " condition  \
  " UNION ALL SELECT 4, id FROM main.reviews WHERE " condition

const char* removal(EntryKind kind) {
  switch (kind) {
    case EntryKind::contact:
      return "DELETE FROM contacts WHERE id = ?";
    case EntryKind::remark:
      return "DELETE FROM remarks WHERE id = ?";
    case EntryKind::promise:
      return "DELETE FROM promises WHERE id = ?";
    case EntryKind::snooze:
      return "DELETE FROM snoozes WHERE id = ?";
    case EntryKind::review:
      return "DELETE FROM reviews WHERE id = ?";
  }
  return "";
}

}  // namespace

std::vector<Contact> Reader::contacts_of(Id person, Day since, Day until, Company company) const {
  const auto make = [&](const Rows& rows) {
    return company == Company::named ? contact_from(rows, *database_) : contact_counting_others(rows);
  };
  return all<Contact>(
      database_->query("SELECT " CONTACT_COLUMNS " FROM contacts WHERE person = ?1 AND day BETWEEN ?2 AND ?3"
                       " UNION ALL SELECT " CONTACT_COLUMNS
                       " FROM (SELECT contact FROM companions WHERE person = ?1) CROSS JOIN contacts"
                       " ON id = contact WHERE day BETWEEN ?2 AND ?3",
                       person, from_day(since), to_day(until)),
      make);
}

std::vector<Contact> Reader::figures_of(Id person) const {
  std::vector<Contact> contacts = contacts_of(person, earliest_day(), latest_day(), Company::counted);
  for (Contact& contact : contacts) contact = seen_by(person, std::move(contact));
  return contacts;
}

#define TALKED "kind IN (0, 3) AND (channel <= 2 OR counts = 0 OR ?2)"

std::vector<Contact> Reader::talks_of(const Person& person, Day since) const {
  std::vector<Contact> talks = all<Contact>(
      database_->query("SELECT " CONTACT_FIGURES " FROM contacts WHERE person = ?1 AND day >= ?3"
                       " AND " TALKED " UNION ALL SELECT " CONTACT_FIGURES
                       " FROM (SELECT contact FROM companions WHERE person = ?1) CROSS JOIN contacts"
                       " ON id = contact WHERE day >= ?3 AND " TALKED,
                       person.id, !person.real_by.empty(), from_day(since)),
      [&](const Rows& rows) { return seen_by(person.id, contact_counting_others(rows)); });
  std::erase_if(talks, [&](const Contact& contact) { return credit(contact, person) <= 0; });
  return talks;
}

// By person through the index on (person, day): what lies outside the days costs nothing.
std::vector<Contact> Reader::contacts_between(Day since, Day until) const {
  std::vector<Contact> contacts = all<Contact>(
      database_->query("SELECT " CONTACT_COLUMNS
                       " FROM (SELECT id AS anyone FROM people) CROSS JOIN contacts ON person = anyone"
                       " WHERE day BETWEEN ? AND ?",
                       from_day(since), to_day(until)),
      [&](const Rows& rows) { return contact_from(rows, *database_); });
  std::sort(contacts.begin(), contacts.end(),
            [](const Contact& a, const Contact& b) { return std::tie(a.on, a.id) < std::tie(b.on, b.id); });
  return contacts;
}

// Most with a person are of two; of those in which they are one of a group only the days are read at first.
void Reader::talks_backwards(const Person& person, const std::function<bool(const Contact&)>& take) const {
  std::vector<std::pair<Day, Id>> in_groups = all<std::pair<Day, Id>>(
      database_->query("SELECT day, id FROM companions JOIN contacts ON id = contact"
                       " WHERE companions.person = ? AND kind IN (0, 3) ORDER BY day, id",
                       person.id),
      [](const Rows& rows) { return std::pair(rows.day(0), rows.id(1)); });
  const auto take_groups = [&](Day from) {
    for (; !in_groups.empty() && in_groups.back().first >= from; in_groups.pop_back()) {
      if (!take(contact_for(person.id, in_groups.back().second))) return false;
    }
    return true;
  };
  Rows rows = database_->query("SELECT " CONTACT_COLUMNS " FROM contacts WHERE person = ?1 AND " TALKED
                               " ORDER BY day DESC",
                               person.id, !person.real_by.empty());
  while (rows.next()) {
    const Contact talk = seen_by(person.id, contact_counting_others(rows));
    if (!take_groups(talk.on) || !take(talk)) return;
  }
  take_groups(earliest_day());
}

std::vector<Remark> Reader::remarks_of(Id person) const {
  auto remarks = all<Remark>(
      database_->query("SELECT " REMARK_COLUMNS " FROM remarks WHERE person = ?", person), remark_from);
  put_in_order(remarks, &Remark::heard);
  return remarks;
}

std::vector<Promise> Reader::promises_of(Id person) const {
  auto promises = all<Promise>(
      database_->query("SELECT " PROMISE_COLUMNS " FROM promises WHERE person = ?", person), promise_from);
  put_in_order(promises, &Promise::given);
  return promises;
}

std::vector<Snooze> Reader::snoozes_of(Id person) const {
  auto snoozes = all<Snooze>(
      database_->query("SELECT " SNOOZE_COLUMNS " FROM snoozes WHERE person = ?", person), snooze_from);
  put_in_order(snoozes, &Snooze::on);
  return snoozes;
}

Contact Reader::contact(Id id) const {
  return only<Contact>(database_->query("SELECT " CONTACT_COLUMNS " FROM contacts WHERE id = ?", id), id,
                       [&](const Rows& rows) { return contact_from(rows, *database_); });
}

Contact Reader::contact_for(Id person, Id id) const {
  return only<Contact>(database_->query("SELECT " CONTACT_COLUMNS " FROM contacts WHERE id = ?", id), id,
                       [&](const Rows& rows) { return seen_by(person, contact_counting_others(rows)); });
}

Remark Reader::remark(Id id) const {
  return only<Remark>(database_->query("SELECT " REMARK_COLUMNS " FROM remarks WHERE id = ?", id), id,
                      remark_from);
}

Promise Reader::promise(Id id) const {
  return only<Promise>(database_->query("SELECT " PROMISE_COLUMNS " FROM promises WHERE id = ?", id), id,
                       promise_from);
}

Snooze Reader::snooze(Id id) const {
  return only<Snooze>(database_->query("SELECT " SNOOZE_COLUMNS " FROM snoozes WHERE id = ?", id), id,
                      snooze_from);
}

std::vector<EntryRef> Reader::entries_beginning(const IdBeginning& beginning, int limit) const {
  const bool indexed = (beginning.mask & indexed_bits) == indexed_bits;
  const char* sql =
      indexed ? ENTRIES_THAT(BEGINS_SO_BY_INDEX) " LIMIT ?3" : ENTRIES_THAT(BEGINS_SO) " LIMIT ?3";
  std::vector<EntryRef> found;
  Rows rows = database_->query(sql, beginning.bits, beginning.mask, limit);
  while (rows.next()) found.push_back({rows.value<EntryKind>(0), rows.id(1)});
  return found;
}

std::vector<EntryRef> Reader::newest_entries(int limit) const {
  std::vector<EntryRef> found;
  Rows rows = database_->query(
      "SELECT * FROM (SELECT 0, id FROM contacts ORDER BY id DESC LIMIT ?1)"
      " UNION ALL SELECT * FROM (SELECT 1, id FROM remarks ORDER BY id DESC LIMIT ?1)"
      " UNION ALL SELECT * FROM (SELECT 2, id FROM promises ORDER BY id DESC LIMIT ?1)"
      " UNION ALL SELECT * FROM (SELECT 3, id FROM snoozes ORDER BY id DESC LIMIT ?1) ORDER BY 2 DESC",
      limit);
  while (rows.next()) found.push_back({rows.value<EntryKind>(0), rows.id(1)});
  return found;
}

// One character more than it shares with any other id.
std::string Reader::short_id(Id id) const {
  const std::string text = id_text(id);
  std::size_t length = shortest_id;
  Rows rows = database_->query(ENTRIES_THAT("(id & 262143) = ?1"), id & indexed_bits);
  while (rows.next()) {
    if (rows.id(1) == id) continue;
    const std::string other = id_text(rows.id(1));
    const auto differ = std::ranges::mismatch(text, other).in1 - text.begin();
    length = std::max(length, static_cast<std::size_t>(differ) + 1);
  }
  return text.substr(0, length);
}

Id Change::add(Contact& contact) {
  if (contact.id == 0) contact.id = connection_->ids.next();
  write(contact);
  write_companions(contact);
  connection_->dirty.add(contact);
  bound_memory();
  return contact.id;
}

// A group is recorded whole, because its companions can't do without it.
void Change::write(const Contact& contact) {
  const auto row = contact_row(contact);
  const auto insert = [&] {
    database_->run_with("INSERT INTO contacts (" CONTACT_COLUMNS
                        ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                        row);
  };
  if (!recording_ || !recording_->lists() || contact.with.size() > 1) return insert();
  recording_->list(row, insert);
}

void Change::update(const Contact& changed) {
  end_list();  // it may be in it as it was
  touch(contact(changed.id).with);
  database_->run_with(
      "UPDATE contacts SET note = ?2, person = ?3, companions = ?4, others = ?5, day = ?6, time = ?7,"
      " channel = ?8, minutes = ?9, began = ?10, depth = ?11, counts = ?12, kind = ?13, answered = ?14,"
      " guessed = ?15, source = ?16 WHERE id = ?1",
      contact_row(changed));
  database_->run("DELETE FROM companions WHERE contact = ?", changed.id);
  write_companions(changed);
  touch(changed.with);
}

void Change::write_companions(const Contact& contact) {
  for (std::size_t place = 1; place < contact.with.size(); ++place) {
    database_->run("INSERT INTO companions (person, contact, place) VALUES (?, ?, ?)", contact.with[place],
                   contact.id, static_cast<int>(place));
  }
}

Id Change::add(Remark& remark) {
  if (remark.id == 0) remark.id = connection_->ids.next();
  database_->run("INSERT INTO remarks (" REMARK_COLUMNS ") VALUES (?, ?, ?, ?, ?, ?, ?, ?)", remark.id,
                 remark.person, remark.text, remark.heard, remark.ask_on, remark.ask, remark.used,
                 remark.done);
  return remark.id;
}

void Change::update(const Remark& remark) {
  database_->run(
      "UPDATE remarks SET person = ?2, text = ?3, heard = ?4, ask_on = ?5, ask = ?6, used = ?7, done = ?8 "
      "WHERE id = ?1",
      remark.id, remark.person, remark.text, remark.heard, remark.ask_on, remark.ask, remark.used,
      remark.done);
}

std::vector<Remark> Change::close_asks(Id person, const std::set<Day>& talks) {
  std::vector<Remark> closed;
  for (Remark& remark : remarks_of(person)) {
    if (!remark.ask_on || remark.done) continue;
    const auto talk = talks.lower_bound(*remark.ask_on);
    if (talk == talks.end()) continue;
    remark.done = *talk;
    update(remark);
    closed.push_back(std::move(remark));
  }
  return closed;
}

std::vector<Id> Reader::people_with_asks() const {
  return all<Id>(
      database_->query("SELECT DISTINCT person FROM remarks WHERE ask_on IS NOT NULL AND done IS NULL"),
      [](const Rows& rows) { return rows.id(0); });
}

// One that was asked was also come back to. One that was dropped on the very day of the talk looks like one
// that the talk closed.
std::vector<Remark> Change::reopen_asks(const Person& person, Day on) {
  std::vector<Remark> remarks = remarks_of(person.id);
  std::erase_if(remarks, [&](const Remark& remark) {
    return !remark.ask_on || remark.done != on || remark.used == on || *remark.ask_on > on;
  });
  if (remarks.empty()) return remarks;
  std::vector<Day> talks;
  for (const Contact& talk : talks_of(person, *std::ranges::min(remarks, {}, &Remark::ask_on).ask_on))
    talks.push_back(talk.on);
  std::ranges::sort(talks);
  for (Remark& remark : remarks) {
    const auto first = std::ranges::lower_bound(talks, *remark.ask_on);
    remark.done = first == talks.end() ? std::nullopt : std::optional(*first);
    if (remark.done != on) update(remark);
  }
  std::erase_if(remarks, [](const Remark& remark) { return remark.done.has_value(); });
  return remarks;
}

Id Change::add(Promise& promise) {
  if (promise.id == 0) promise.id = connection_->ids.next();
  database_->run("INSERT INTO promises (" PROMISE_COLUMNS ") VALUES (?, ?, ?, ?, ?, ?, ?, ?)", promise.id,
                 promise.person, promise.mine, promise.text, promise.given, promise.by, promise.kept,
                 promise.dropped);
  return promise.id;
}

void Change::update(const Promise& promise) {
  database_->run(
      "UPDATE promises SET person = ?2, mine = ?3, text = ?4, given = ?5, due = ?6, kept = ?7, dropped = ?8"
      " WHERE id = ?1",
      promise.id, promise.person, promise.mine, promise.text, promise.given, promise.by, promise.kept,
      promise.dropped);
}

Id Change::add(Snooze& snooze) {
  if (snooze.id == 0) snooze.id = connection_->ids.next();
  database_->run("INSERT INTO snoozes (" SNOOZE_COLUMNS ") VALUES (?, ?, ?, ?, ?, ?, ?)", snooze.id,
                 snooze.person, snooze.on, snooze.until, snooze.counted, snooze.agreed, snooze.why);
  if (snooze.person) touch({*snooze.person});
  return snooze.id;
}

void Change::update(const Snooze& changed) {
  const Snooze before = snooze(changed.id);
  database_->run(
      "UPDATE snoozes SET person = ?2, day = ?3, until = ?4, counted = ?5, agreed = ?6, why = ?7 WHERE id = "
      "?1",
      changed.id, changed.person, changed.on, changed.until, changed.counted, changed.agreed, changed.why);
  for (const Snooze& one : {before, changed}) {
    if (one.person) touch({*one.person});
  }
}

void Change::remove(const EntryRef& entry) {
  if (entry.kind == EntryKind::contact) {
    end_list();
    touch(contact(entry.id).with);
    database_->run("DELETE FROM companions WHERE contact = ?", entry.id);
  }
  if (entry.kind == EntryKind::snooze) {
    if (const auto person = snooze(entry.id).person) touch({*person});
  }
  if (entry.kind == EntryKind::review) database_->run("DELETE FROM intentions WHERE review = ?", entry.id);
  database_->run(removal(entry.kind), entry.id);
}

}  // namespace rel::store
