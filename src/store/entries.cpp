#include <algorithm>
#include <tuple>

#include "base/errors.hpp"
#include "rel/credit.hpp"
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

// Of the whole file, also where the store looks back: what is shown can be typed.
template <Piece condition>
inline constexpr auto entries_that = over_all_kinds<", id FROM main.", piece<" WHERE ", condition>>;

// What may be a conversation: the channel's rule is overridden by the user, or (?2) by the person.
constexpr auto talked = piece<took_place_so, " AND (channel IN (", Channel::met, ", ", Channel::call, ", ",
                              Channel::video, ") OR counts = ", Counts::real, " OR ?2)">;

/// A person's entries but contacts, in the order of `day`.
template <class Entry>
std::vector<Entry> entries_of(Database& database, Id person, Day Entry::*day) {
  auto entries = rows_from<Entry>(database.query(sql<selection<Entry>, " WHERE person = ?">, person));
  put_in_order(entries, day);
  return entries;
}

template <class Entry>
Entry entry_of(Database& database, Id id) {
  return only<Entry>(database.query(sql<selection<Entry>, " WHERE id = ?">, id), id,
                     [](const Rows& rows) { return row_from<Entry>(rows); });
}

}  // namespace

std::vector<Contact> Reader::contacts_of(Id person, Day since, Day until, Company company) const {
  const auto make = [&](const Rows& rows) {
    return company == Company::named ? contact_from(rows, *database_) : contact_counting_others(rows);
  };
  return all<Contact>(
      database_->query(sql<selection<Contact>,
                           " WHERE person = ?1 AND day BETWEEN ?2 AND ?3 UNION ALL SELECT ", columns<Contact>,
                           " FROM (SELECT contact FROM companions WHERE person = ?1) CROSS JOIN contacts"
                           " ON id = contact WHERE day BETWEEN ?2 AND ?3">,
                       person, from_day(since), to_day(until)),
      make);
}

std::vector<Contact> Reader::figures_of(Id person) const {
  std::vector<Contact> contacts = contacts_of(person, earliest_day(), latest_day(), Company::counted);
  for (Contact& contact : contacts) contact = seen_by(person, std::move(contact));
  return contacts;
}

std::vector<Contact> Reader::talks_of(const Person& person, Day since) const {
  std::vector<Contact> talks = all<Contact>(
      database_->query(sql<"SELECT ", figure_columns, " FROM contacts WHERE person = ?1 AND day >= ?3 AND ",
                           talked, " UNION ALL SELECT ", figure_columns,
                           " FROM (SELECT contact FROM companions WHERE person = ?1) CROSS JOIN contacts"
                           " ON id = contact WHERE day >= ?3 AND ",
                           talked>,
                       person.id, !person.real_by.empty(), from_day(since)),
      [&](const Rows& rows) { return seen_by(person.id, contact_counting_others(rows)); });
  std::erase_if(talks, [&](const Contact& contact) { return credit(contact, person) <= 0; });
  return talks;
}

// By person through the index on (person, day): what lies outside the days costs nothing.
std::vector<Contact> Reader::contacts_between(Day since, Day until) const {
  std::vector<Contact> contacts = all<Contact>(
      database_->query(sql<"SELECT ", columns<Contact>,
                           " FROM (SELECT id AS anyone FROM people) CROSS JOIN contacts ON person = anyone"
                           " WHERE day BETWEEN ? AND ?">,
                       from_day(since), to_day(until)),
      [&](const Rows& rows) { return contact_from(rows, *database_); });
  std::sort(contacts.begin(), contacts.end(),
            [](const Contact& a, const Contact& b) { return std::tie(a.on, a.id) < std::tie(b.on, b.id); });
  return contacts;
}

std::vector<Remark> Reader::remarks_of(Id person) const {
  return entries_of(*database_, person, &Remark::heard);
}

std::vector<Promise> Reader::promises_of(Id person) const {
  return entries_of(*database_, person, &Promise::given);
}

std::vector<Snooze> Reader::snoozes_of(Id person) const {
  return entries_of(*database_, person, &Snooze::on);
}

Contact Reader::contact(Id id) const {
  return only<Contact>(database_->query(sql<selection<Contact>, " WHERE id = ?">, id), id,
                       [&](const Rows& rows) { return contact_from(rows, *database_); });
}

Contact Reader::contact_for(Id person, Id id) const {
  return only<Contact>(database_->query(sql<selection<Contact>, " WHERE id = ?">, id), id,
                       [&](const Rows& rows) { return seen_by(person, contact_counting_others(rows)); });
}

Remark Reader::remark(Id id) const {
  return entry_of<Remark>(*database_, id);
}

Promise Reader::promise(Id id) const {
  return entry_of<Promise>(*database_, id);
}

Snooze Reader::snooze(Id id) const {
  return entry_of<Snooze>(*database_, id);
}

std::vector<EntryRef> Reader::entries_beginning(const IdBeginning& beginning, int limit) const {
  const bool indexed = (beginning.mask & indexed_bits) == indexed_bits;
  constexpr auto begins_so = piece<"(id & ?2) = ?1">;
  constexpr auto by_index = piece<"(id & 262143) = (?1 & 262143) AND ", begins_so>;
  std::vector<EntryRef> found;
  Rows rows = database_->query(
      indexed ? sql<entries_that<by_index>, " LIMIT ?3"> : sql<entries_that<begins_so>, " LIMIT ?3">,
      beginning.bits, beginning.mask, limit);
  while (rows.next()) found.push_back({rows.value<EntryKind>(0), rows.id(1)});
  return found;
}

std::vector<EntryRef> Reader::newest_entries(int limit) const {
  std::vector<EntryRef> found;
  Rows rows = database_->query(sql<over<"SELECT * FROM (SELECT ", ", id FROM ", " ORDER BY id DESC LIMIT ?1)",
                                        Contact, Remark, Promise, Snooze>,
                                   " ORDER BY 2 DESC">,
                               limit);
  while (rows.next()) found.push_back({rows.value<EntryKind>(0), rows.id(1)});
  return found;
}

// One character more than it shares with any other id.
std::string Reader::short_id(Id id) const {
  const std::string text = id_text(id);
  std::size_t length = shortest_id;
  Rows rows = database_->query(sql<entries_that<"(id & 262143) = ?1">>, id & indexed_bits);
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
  const auto row = row_cells(contact);
  const auto insert = [&] { database_->run_with(sql<insertion<Contact>>, row); };
  if (!recording_ || !recording_->lists() || contact.with.size() > 1) return insert();
  auto listed = row;
  std::rotate(listed.begin() + 1, listed.end() - 1,
              listed.end());  // in its table the note stands behind the id
  recording_->list(listed, insert);
}

void Change::update(const Contact& changed) {
  end_list();  // it may be in it as it was
  touch(contact(changed.id).with);
  database_->run_with(sql<row_update<Contact>>, row_cells(changed));
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
  database_->run_with(sql<insertion<Remark>>, row_cells(remark));
  return remark.id;
}

void Change::update(const Remark& remark) {
  database_->run_with(sql<row_update<Remark>>, row_cells(remark));
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
  database_->run_with(sql<insertion<Promise>>, row_cells(promise));
  return promise.id;
}

void Change::update(const Promise& promise) {
  database_->run_with(sql<row_update<Promise>>, row_cells(promise));
}

Id Change::add(Snooze& snooze) {
  if (snooze.id == 0) snooze.id = connection_->ids.next();
  database_->run_with(sql<insertion<Snooze>>, row_cells(snooze));
  if (snooze.person) touch({*snooze.person});
  return snooze.id;
}

void Change::update(const Snooze& changed) {
  const Snooze before = snooze(changed.id);
  database_->run_with(sql<row_update<Snooze>>, row_cells(changed));
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
  with_kind(entry.kind, [&]<class Entry>(const Entry&) {
    database_->run(sql<"DELETE FROM ", table<Entry>, " WHERE id = ?">, entry.id);
  });
}

}  // namespace rel::store
