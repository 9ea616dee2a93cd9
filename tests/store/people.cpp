#include <doctest/doctest.h>

#include "base/errors.hpp"
#include "support/store_file.hpp"

namespace rel::test {
namespace {

/// Someone of whom every field differs from its default.
Person full_person() {
  return {.handle = "ann-lee",
          .name = "Ann Lee",
          .uid = "urn:uuid:1",
          .tier = Tier::very_high,
          .every_days = 10,
          .added = day(3),
          .last = day(-25'000),
          .aliases = {"Annie", "Mum", "Annie"},
          .phones = {"+49 30 123456", "110"},
          .emails = {"ann@example.org"},
          .tags = {"choir", "work"},
          .dates = {{.name = "birthday", .month = 2, .day = 29, .year = 1980},
                    {.name = "wedding", .month = 12, .day = 31}},
          .purpose = "she knew me first",
          .real_by = {Channel::letter, Channel::chat},
          .start = day(-5),
          .considered = day(80'000),
          .archived = true,
          .deceased = true};
}

Person person_of_text(const std::string& text) {
  Person person = someone("h" + text, text);
  person.uid = "u" + text;
  person.aliases = person.phones = person.emails = person.tags = {text, text + "2"};
  person.dates = {{.name = text, .month = 1, .day = 1}};
  person.purpose = text;
  return person;
}

TEST_CASE("a person comes back with every field") {
  const StoreFile file;
  Person person = full_person();
  File store = file.write();
  change(store, [&](Change& change) { change.add(person); });
  CHECK(person.id > 0);
  CHECK(store.person(person.id) == person);
  CHECK(file.read().person(person.id) == person);
}

TEST_CASE("a person of whom little is known comes back as little") {
  const StoreFile file;
  File store = file.write();
  Person person{.handle = "bo", .name = "Bo"};
  change(store, [&](Change& change) { change.add(person); });
  CHECK(store.person(person.id) == person);
}

TEST_CASE("any text of a person comes back to the letter") {
  const StoreFile file;
  File store = file.write();
  for (const std::string& text : hostile_texts) {
    Person person = person_of_text(text);
    change(store, [&](Change& change) { change.add(person); });
    CHECK(store.person(person.id) == person);
  }
}

TEST_CASE("a changed person comes back changed, and nothing of before is left") {
  const StoreFile file;
  File store = file.write();
  Person person = full_person();
  change(store, [&](Change& change) { change.add(person); });
  const Id id = person.id;

  person = someone("ann", "Ann Roth");
  person.id = id;
  person.uid = "urn:uuid:2";
  changed(store, person);
  CHECK(store.person(id) == person);

  Person full_again = full_person();
  full_again.id = id;
  changed(store, full_again);
  CHECK(store.person(id) == full_again);
}

TEST_CASE("everyone is listed by name, each with everything") {
  const StoreFile file;
  File store = file.write();
  CHECK_FALSE(store.has_people());
  for (const std::string name : {"Mia", "Bo", "Ann", "Bo"}) {
    Person person = person_of_text(name + std::to_string(store.people().size()));
    person.name = name;
    added(store, person);
  }
  added(store, full_person());
  CHECK(store.has_people());

  const std::vector<Person> people = store.people();
  CHECK(people.size() == 5);
  CHECK(std::ranges::is_sorted(people, {}, [](const Person& p) { return std::pair(p.name, p.id); }));
  for (const Person& person : people) CHECK(store.person(person.id) == person);
}

TEST_CASE("a person gets a uid of their own where they bring none") {
  const StoreFile file;
  File store = file.write();
  const Person ann = store.person(added(store, someone("ann")));
  const Person bo = store.person(added(store, someone("bo")));
  CHECK(ann.uid.size() == 36);
  CHECK(ann.uid != bo.uid);
}

TEST_CASE("a handle or uid in use is refused, and nothing of the command is kept") {
  const StoreFile file;
  File store = file.write();
  Person first = full_person();
  change(store, [&](Change& change) { change.add(first); });
  const std::string before = file.raw().dump();
  const auto add_two = [&](Person second) {
    change(store, [&](Change& change) {
      Person other = someone("other");
      change.add(other);
      change.add(second);
    });
  };
  CHECK_THROWS_AS(add_two(someone(first.handle)), FileError);
  Person twin = someone("twin");
  twin.uid = first.uid;
  CHECK_THROWS_AS(add_two(twin), FileError);
  CHECK(file.raw().dump() == before);
}

TEST_CASE("who is not in the file is not found") {
  const StoreFile file;
  File store = file.write();
  const Id id = added(store, someone("ann"));
  CHECK(store.handle_of(id) == "ann");
  CHECK_THROWS_AS(store.handle_of(id + 1), NotFound);
  CHECK_THROWS_AS(store.person(id + 1), NotFound);
}

}  // namespace
}  // namespace rel::test
