// What is derived from the rest is not believed where it can't be, and made anew.
#include <SQLiteCpp/SQLiteCpp.h>
#include <doctest/doctest.h>

#include "rel/due.hpp"
#include "store/copies.hpp"
#include "store/doctor.hpp"
#include "store/health.hpp"
#include "store/sums.hpp"
#include "store/waiting.hpp"
#include "support/circles.hpp"

namespace rel::test {
namespace {

/// A circle in a file, its figures as they should be, and what damages these.
struct Circle : StoreFile {
  std::vector<Person> people;
  std::vector<Sums> sums;
  std::string waiting;

  explicit Circle(std::uint64_t seed) {
    File store = write();
    Random random(seed);
    fill_circle(store, random, 6);
    people = store.people();
    for (const Person& person : people) sums.push_back(replay_of(store, person, {}));
    waiting = waiting_in(store);
  }

  static std::string waiting_in(const Reader& store) {
    std::vector<std::string> items;
    for (const Facts& facts : store::waiting(store, day(900), 60)) {
      const auto item = assess_ahead(facts, {.today = day(900)}, 60);
      if (item)
        items.push_back(item->facts.person.handle + ' ' + iso(item->due_on) + ' ' +
                        std::to_string(item->urgency) + ' ' + std::to_string(item->unusual.value_or(0)) +
                        ' ' + std::to_string(item->minutes));
    }
    std::ranges::sort(items);
    std::string all;
    for (const std::string& item : items) all += item + '\n';
    return all;
  }

  void check_read() const {
    const Reader one_by_one = read();
    for (std::size_t i = 0; i < people.size(); ++i) CHECK(store::sums_of(one_by_one, people[i]) == sums[i]);
    const Reader at_once = read();
    CHECK(store::sums_of(at_once, people) == sums);
    const Reader reader = read();
    CHECK(waiting_in(reader) == waiting);
    CHECK_NOTHROW(store::relationships(reader));
  }
};

struct Figure {
  std::string column;
  bool real;
};

std::vector<Figure> figures(const StoreFile& file) {
  Raw raw = file.raw();
  std::vector<Figure> found;
  SQLite::Statement columns(raw.connection(),
                            "SELECT name, type FROM pragma_table_info('sums') WHERE type <> 'TEXT'");
  while (columns.executeStep()) {
    const std::string name = columns.getColumn(0).getString();
    // Ids of entries are any number; only a comparison with all entries shows which is wrong.
    if (name != "active" && name != "person" && name != "last_talk" && name != "last_touch")
      found.push_back({name, columns.getColumn(1).getString() == "REAL"});
  }
  return found;
}

TEST_CASE("kept figures that can't be are made anew: in memory by who reads, in the file by who mends") {
  std::uint64_t seed = 0;
  for (const Figure& figure : figures(Circle(1))) {
    for (const std::string value : {"-2147483648", "2147483647", "4611686018427387904",
                                    "-4611686018427387904", "1e308", "-9e999", "9e999"}) {
      if (!figure.real && value.find('e') != std::string::npos) continue;
      for (const std::string which : {"", " WHERE person = (SELECT max(person) FROM sums)"}) {
        const Circle file(++seed);
        const std::string sql = "UPDATE OR IGNORE sums SET " + figure.column + " = " + value + which;
        CAPTURE(seed);
        CAPTURE(sql);
        file.raw().run(sql);
        file.check_read();
        store::repair_caches(file.path, {});
        CHECK(store::examine_file(file.path, {}).empty());
      }
    }
  }
}

TEST_CASE("figures of whoever a change touches are made anew where they can't be") {
  const Circle file(1);
  file.raw().run("UPDATE sums SET count = -1");
  File store = file.write();
  added(store, Contact{.with = {file.people.front().id}, .on = day(random_days + 1), .minutes = 20});
  check_caches(store, file);
}

TEST_CASE("figures that are kept of nobody, or of one too few, are made anew") {
  for (const char* sql :
       {"UPDATE sums SET person = 9000 WHERE person = (SELECT max(person) FROM sums)",
        "DELETE FROM sums WHERE person = (SELECT max(person) FROM sums)", "DELETE FROM sums"}) {
    CAPTURE(sql);
    const Circle file(2);
    file.raw().run(sql);
    CHECK(store::sums_of(file.read(), file.people) == file.sums);
    File store = file.write();
    for (const Person& person : file.people) store::sums_of(store, person);
    change(store, [](Change&) {});
    check_caches(store, file);
  }
}

TEST_CASE("a reply that nobody waits for, or a list of them that can't be read, is made anew") {
  for (const char* replies :
       {"'x'", "'12,x'", "'12'", "(SELECT group_concat(id) FROM contacts WHERE kind = 0)"}) {
    CAPTURE(replies);
    const Circle file(3);
    file.raw().run(std::string("UPDATE sums SET replies = ") + replies);
    file.check_read();
  }
}

/// Whom each key finds, as it is asked for by commands.
std::string found(const Reader& store, const std::set<NameKey>& keys) {
  std::string all;
  for (const auto& [key, rank, person] : keys) {
    for (const store::NameMatch& match : store.named(static_cast<NameRank>(rank), key))
      all += match.handle + ' ';
    for (const store::NameMatch& match : store.name_begins(key, key)) all += match.handle + ' ';
    all += '\n';
  }
  return all;
}

TEST_CASE("keys that are not those of the names find nobody else") {
  for (const auto& [sql, shows] :
       {std::pair{"UPDATE OR IGNORE names SET person = -1", true},
        {"UPDATE OR IGNORE names SET person = person + 1", true},
        {"UPDATE OR IGNORE names SET person = (SELECT max(id) FROM people)", true},
        {"UPDATE OR IGNORE names SET rank = -1", true},
        {"UPDATE OR IGNORE names SET rank = 4611686018427387904 WHERE rank > 0", true},
        {"UPDATE OR IGNORE names SET key = 'x' || key", false},
        {"DELETE FROM names", false}}) {
    CAPTURE(sql);
    const Circle file(4);
    const std::set<NameKey> keys = name_keys(file.people);
    const std::string expected = [&] {
      Reader sound = file.read();
      return found(sound, keys);
    }();
    file.raw().run(sql);
    {
      Reader reader = file.read();
      CHECK((found(reader, keys) == expected) == shows);
      if (!shows) CHECK(reader.keys_fail());  // when nobody was found, all are compared
      CHECK(found(reader, keys) == expected);
    }
    File writer = file.write();
    found(writer, keys);
    writer.keys_fail();
    change(writer, [](Change&) {});
    check_caches(writer, file);
    CHECK(found(writer, keys) == expected);
    CHECK_FALSE(writer.keys_fail());
  }
}

TEST_CASE("whoever is being added does not make the keys of the others doubtful") {
  const Circle file(5);
  File store = file.write();
  change(store, [&](Change& change) {
    Person person = someone("new-one", "New One");
    change.add(person);
    CHECK_FALSE(store.keys_fail());
  });
  check_caches(store, file);
}

}  // namespace
}  // namespace rel::test
