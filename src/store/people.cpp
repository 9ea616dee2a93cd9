#include <unordered_map>

#include "rel/errors.hpp"
#include "store/change.hpp"
#include "store/connection.hpp"
#include "store/rows.hpp"

namespace rel::store {

namespace {

enum class Detail { alias, phone, email, tag, real_by };
constexpr Detail last_of(Detail) {
  return Detail::real_by;
}

#define PERSON_COLUMNS \
  "id, handle, name, uid, tier, every_days, added, last, purpose, start, considered, archived, deceased"

Person person_from(const Rows& rows) {
  Person person;
  person.id = rows.id(0);
  person.handle = rows.text(1);
  person.name = rows.text(2);
  person.uid = rows.text(3);
  person.tier = rows.value<Tier>(4);
  person.every_days = rows.integer_if(5, cadence);
  person.added = rows.day(6);
  person.last = rows.day_if(7);
  person.purpose = rows.text_if(8);
  person.start = rows.day_if(9);
  person.considered = rows.day(10);
  person.archived = rows.flag(11);
  person.deceased = rows.flag(12);
  return person;
}

void add_detail(Person& person, Detail kind, std::string value) {
  switch (kind) {
    case Detail::alias:
      person.aliases.push_back(std::move(value));
      break;
    case Detail::phone:
      person.phones.push_back(std::move(value));
      break;
    case Detail::email:
      person.emails.push_back(std::move(value));
      break;
    case Detail::tag:
      person.tags.push_back(std::move(value));
      break;
    case Detail::real_by:
      if (const auto channel = channel_from(value)) person.real_by.push_back(*channel);
      break;
  }
}

std::vector<Person> bare_people(Database& database) {
  std::vector<Person> people;
  Rows rows = database.query("SELECT " PERSON_COLUMNS " FROM people ORDER BY name, id");
  while (rows.next()) people.push_back(person_from(rows));
  return people;
}

using Places = std::unordered_map<Id, std::size_t>;

Places places_of(const std::vector<Person>& people) {
  Places places;
  for (std::size_t i = 0; i < people.size(); ++i) places.emplace(people[i].id, i);
  return places;
}

Person& owner(std::vector<Person>& people, const Places& places, const Rows& rows) {
  const auto place = places.find(rows.id(0));
  if (place == places.end()) rows.refuse(0);
  return people[place->second];
}

}  // namespace

Person Reader::person(Id id) const {
  if (auto person = person_if(id)) return std::move(*person);
  throw NotFound("person " + id_text(id) + ": not in the file");
}

std::optional<Person> Reader::person_if(Id id) const {
  Rows rows = database_->query("SELECT " PERSON_COLUMNS " FROM people WHERE id = ?", id);
  if (!rows.next()) return std::nullopt;
  Person person = person_from(rows);
  read_details(person);
  Rows dates = database_->query(
      "SELECT person, name, month, day, year FROM dates WHERE person = ? ORDER BY place", id);
  while (dates.next()) person.dates.push_back(date_from(dates, 1));
  return person;
}

void Reader::read_details(Person& person) const {
  for (auto* texts : {&person.aliases, &person.phones, &person.emails, &person.tags}) texts->clear();
  person.real_by.clear();
  Rows rows = database_->query(
      "SELECT person, kind, value FROM details WHERE person = ? ORDER BY kind, place", person.id);
  while (rows.next()) add_detail(person, rows.value<Detail>(1), rows.text(2));
}

std::vector<Person> Reader::people() const {
  std::vector<Person> people = bare_people(*database_);
  const Places places = places_of(people);
  Rows details = database_->query("SELECT person, kind, value FROM details ORDER BY person, kind, place");
  while (details.next())
    add_detail(owner(people, places, details), details.value<Detail>(1), details.text(2));
  Rows dates = database_->query("SELECT person, name, month, day, year FROM dates ORDER BY person, place");
  while (dates.next()) owner(people, places, dates).dates.push_back(date_from(dates, 1));
  return people;
}

std::vector<Person> Reader::people_for_figures() const {
  std::vector<Person> people = bare_people(*database_);
  const Places places = places_of(people);
  Rows details = database_->query("SELECT person, value FROM details WHERE kind = ? ORDER BY person, place",
                                  Detail::real_by);
  while (details.next()) {
    const auto place = places.find(details.id(0));
    if (place != places.end()) add_detail(people[place->second], Detail::real_by, details.text(1));
  }
  return people;
}

std::optional<Id> Reader::person_of_uid(const std::string& uid) const {
  Rows rows = database_->query("SELECT id FROM people WHERE uid = ?", uid);
  return rows.next() ? std::optional(rows.id(0)) : std::nullopt;
}

bool Reader::has_people() const {
  return database_->query("SELECT 1 FROM people LIMIT 1").next();
}

std::string Reader::name_of(Id id) const {
  Rows rows = database_->query("SELECT name FROM people WHERE id = ?", id);
  if (!rows.next()) throw NotFound("person " + id_text(id) + ": not in the file");
  return rows.text(0);
}

std::string Reader::handle_of(Id id) const {
  Rows rows = database_->query("SELECT handle FROM people WHERE id = ?", id);
  if (!rows.next()) throw NotFound("person " + id_text(id) + ": not in the file");
  return rows.text(0);
}

// Numbers within this file, because two indices and a column name a person with every contact (decision 60).
Id Change::add(Person& person) {
  if (person.uid.empty()) person.uid = new_uid();
  database_->run("INSERT INTO people (" PERSON_COLUMNS ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                 std::optional<Id>(), person.handle, person.name, person.uid, person.tier, person.every_days,
                 person.added, person.last, person.purpose, person.start, person.considered, person.archived,
                 person.deceased);
  person.id = database_->last_row();
  write_details(person);
  connection_->dirty.touched.names.insert(person.id);
  touch({person.id});
  return person.id;
}

void Change::update(const Person& person) {
  database_->run(
      "UPDATE people SET handle = ?2, name = ?3, uid = ?4, tier = ?5, every_days = ?6, added = ?7, last = ?8,"
      " purpose = ?9, start = ?10, considered = ?11, archived = ?12, deceased = ?13 WHERE id = ?1",
      person.id, person.handle, person.name, person.uid, person.tier, person.every_days, person.added,
      person.last, person.purpose, person.start, person.considered, person.archived, person.deceased);
  database_->run("DELETE FROM details WHERE person = ?", person.id);
  database_->run("DELETE FROM dates WHERE person = ?", person.id);
  write_details(person);
  connection_->dirty.touched.names.insert(person.id);
  touch({person.id});
}

void Change::write_details(const Person& person) {
  const auto write = [&](Detail kind, const std::vector<std::string>& values) {
    int place = 0;
    for (const std::string& value : values) {
      database_->run("INSERT INTO details (person, kind, place, value) VALUES (?, ?, ?, ?)", person.id, kind,
                     place++, value);
    }
  };
  std::vector<std::string> real_by;
  for (const Channel channel : person.real_by) real_by.emplace_back(word(channel));
  write(Detail::alias, person.aliases);
  write(Detail::phone, person.phones);
  write(Detail::email, person.emails);
  write(Detail::tag, person.tags);
  write(Detail::real_by, real_by);
  int place = 0;
  for (const YearlyDate& date : person.dates) {
    database_->run("INSERT INTO dates (person, place, name, month, day, year) VALUES (?, ?, ?, ?, ?, ?)",
                   person.id, place++, date.name, date.month, date.day, date.year);
  }
}

}  // namespace rel::store
