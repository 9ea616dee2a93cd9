#include <unordered_map>

#include "base/errors.hpp"
#include "store/change.hpp"
#include "store/connection.hpp"
#include "store/rows.hpp"

namespace rel::store {

namespace {

template <class T>
void add(std::vector<T>& list, std::string value) {
  if constexpr (std::is_same_v<T, Channel>) {
    if (const auto channel = channel_from(value)) list.push_back(*channel);
  } else {
    list.push_back(std::move(value));
  }
}

/// Hands over each list of details of a person, and of what kind they are.
template <class Someone, class Visit>
void each_list(Someone& person, const Visit& visit) {
  each_field<Person>([&]<class T, class Rule>(const Field<Person, T, Rule>& field) {
    if constexpr (std::is_same_v<Rule, Detail>) visit(person.*field.member, field.rule);
  });
}

void add_detail(Person& person, Detail kind, std::string value) {
  each_list(person, [&](auto& list, Detail of) {
    if (of == kind) add(list, std::move(value));
  });
}

const std::string& text_of(const std::string& text) {
  return text;
}
std::string text_of(Channel channel) {
  return std::string(word(channel));
}

std::vector<Person> bare_people(Database& database) {
  return rows_from<Person>(database.query(sql<selection<Person>, " ORDER BY name, id">));
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
  Rows rows = database_->query(sql<selection<Person>, " WHERE id = ?">, id);
  if (!rows.next()) return std::nullopt;
  Person person = row_from<Person>(rows);
  read_details(person);
  person.dates = rows_from<YearlyDate>(
      database_->query(sql<selection<YearlyDate>, " WHERE person = ? ORDER BY place">, id));
  return person;
}

void Reader::read_details(Person& person) const {
  each_list(person, [](auto& list, Detail) { list.clear(); });
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
  Rows dates =
      database_->query(sql<"SELECT person, ", columns<YearlyDate>, " FROM dates ORDER BY person, place">);
  while (dates.next()) owner(people, places, dates).dates.push_back(row_from<YearlyDate>(dates, 1));
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
  person.id = 0;
  database_->run_with(sql<insertion<Person>>, row_cells(person));
  person.id = database_->last_row();
  write_details(person);
  connection_->dirty.touched.names.insert(person.id);
  touch({person.id});
  return person.id;
}

void Change::update(const Person& person) {
  database_->run_with(sql<row_update<Person>>, row_cells(person));
  database_->run("DELETE FROM details WHERE person = ?", person.id);
  database_->run("DELETE FROM dates WHERE person = ?", person.id);
  write_details(person);
  connection_->dirty.touched.names.insert(person.id);
  touch({person.id});
}

void Change::write_details(const Person& person) {
  each_list(person, [&](const auto& list, Detail kind) {
    int place = 0;
    for (const auto& value : list) {
      database_->run("INSERT INTO details (person, kind, place, value) VALUES (?, ?, ?, ?)", person.id, kind,
                     place++, text_of(value));
    }
  });
  insert_list<"person">(*database_, person.id, person.dates);
}

}  // namespace rel::store
