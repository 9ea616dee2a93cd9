#include "store/listed.hpp"

#include <doctest/doctest.h>

#include "base/errors.hpp"
#include "store/content.hpp"
#include "store/doctor.hpp"
#include "store/history_sums.hpp"
#include "store/history_trim.hpp"
#include "store/sums.hpp"
#include "support/store_file.hpp"

namespace rel::test {
namespace {

constexpr int many = 5000;     // more than are taken back at once
constexpr int entry = 8 + 16;  // bytes of a contact in a list

/// A file into which contacts of Ann and Bo were imported.
struct Imported {
  StoreFile file;
  File store = file.write();
  Id ann = added(store, someone("ann", "Ann Lee"));
  Id bo = added(store, someone("bo"));

  /// One import that adds contacts, day after day.
  void load(
      int count, const std::function<void(Change&)>& more = [](Change&) {}) {
    change(
        store,
        [&](Change& change) {
          change.begin_bulk_import();
          for (int i = 0; i < count; ++i) add(change, i, {i % 3 == 0 ? bo : ann});
          more(change);
        },
        "import");
  }
  static Contact add(Change& change, int on, std::vector<Id> with) {
    Entry contact = call(on, 1 + on % 40).together(std::move(with));
    contact.id = 0;
    contact.note = "day " + std::to_string(on);
    change.add(contact);
    return contact;
  }
  std::string contents() const { return file.raw().dump(); }
  std::string undo() { return store.undo(test_time).value().command; }
  std::string redo() { return store.redo(test_time).value().command; }
  int rows(const std::string& that) const {
    return file.raw().number("SELECT count(*) FROM history WHERE " + that);
  }
  void check_sound() { CHECK(store::examine_file(file.path, {}).empty()); }
};

TEST_CASE("a large import is kept as a list of ids and sums") {
  Imported circle;
  circle.load(many);
  CHECK(circle.rows("command = 'import'") == 1);
  CHECK(circle.file.raw().number("SELECT length(changes) FROM history WHERE command = 'import'") ==
        1 + many * entry);
  circle.check_sound();
}

TEST_CASE("an import is one step to take back and to do again, as often as one likes") {
  Imported circle;
  const std::string before = circle.contents();
  circle.load(many);
  const std::string after = circle.contents();
  for (int times = 0; times < 3; ++times) {
    CHECK(circle.undo() == "import");
    CHECK(circle.contents() == before);
    circle.check_sound();
    CHECK(circle.redo() == "import");
    CHECK(circle.contents() == after);
    circle.check_sound();
  }
  CHECK(circle.rows("action = 4") == 2);  // what they were is kept once, in two parts
  CHECK(circle.undo() == "import");
  CHECK(circle.undo() == "test");
  CHECK(circle.redo() == "test");
  CHECK(circle.redo() == "import");
  CHECK(circle.contents() == after);
}

TEST_CASE("people, groups, changes and removals of the same import go and come with it") {
  Imported circle;
  const std::string before = circle.contents();
  circle.load(100, [&](Change& change) {
    Person cy = someone("cy");
    change.add(cy);
    Contact with_cy = Imported::add(change, 200, {cy.id});
    Imported::add(change, 201, {cy.id, circle.ann});
    with_cy.minutes = 99;
    with_cy.with.push_back(circle.bo);
    change.update(with_cy);
    const Contact gone = Imported::add(change, 202, {circle.ann});
    change.remove({EntryKind::contact, gone.id});
    Imported::add(change, 203, {cy.id});
  });
  const std::string after = circle.contents();
  circle.check_sound();
  for (int times = 0; times < 2; ++times) {
    circle.undo();
    CHECK(circle.contents() == before);
    circle.check_sound();
    circle.redo();
    CHECK(circle.contents() == after);
    circle.check_sound();
  }
}

TEST_CASE("an import that fails leaves nothing, and the next command is whole") {
  Imported circle;
  const std::string before = circle.contents();
  CHECK_THROWS_AS(circle.load(10, [](Change&) { throw UsageError("no"); }), UsageError);
  CHECK(circle.contents() == before);
  circle.load(3);
  CHECK(circle.file.raw().number("SELECT length(changes) FROM history WHERE command = 'import'") ==
        1 + 3 * entry);
  circle.check_sound();
}

TEST_CASE("a contact that is not what was imported is named, and the import is not taken back") {
  for (const char* damage : {"UPDATE contacts SET note = 'other' WHERE note = 'day 7'",
                             "DELETE FROM contacts WHERE note = 'day 7'"}) {
    CAPTURE(damage);
    Imported circle;
    circle.load(20);
    circle.file.raw().run(damage);
    const std::string before = circle.contents();
    const auto findings = store::examine_file(circle.file.path, {});
    REQUIRE(findings.size() == 1);
    CHECK(findings.front().where.find("contact") != std::string::npos);
    CHECK_THROWS_AS(circle.store.undo(test_time), FileError);
    CHECK(circle.contents() == before);
  }
}

TEST_CASE("a list that is cut off is not read") {
  store::Bytes list{'L'};
  list.resize(1 + 2 * entry - 1);
  CHECK_THROWS_AS(store::each_listed(list, [](const store::ListedContact&) {}), FileError);
}

TEST_CASE("where the history grows too large, a list goes with what was kept of it") {
  Imported circle;
  circle.load(100);
  circle.undo();
  circle.redo();
  for (int i = 0; i < 3; ++i) added(circle.store, Promise{.person = circle.ann, .text = "a book"});
  store::bound_history(circle.file.path, 1000);
  CHECK(circle.rows("action IN (1, 2, 4)") == 0);
  circle.check_sound();
}

// Many at once.

TEST_CASE("contacts loaded without their indices leave the file as if they had been there") {
  Imported circle;
  change(circle.store, [&](Change& change) {
    change.without_indices([&] {
      for (int i = 0; i < 2000; ++i) Imported::add(change, i, {circle.ann});
    });
  });
  circle.check_sound();  // the schema, too
  CHECK(circle.store.contacts_on(circle.ann, day(1234)).size() == 1);
}

TEST_CASE("an import in any order, with groups, snoozes and remembered talks, leaves the sums of a replay") {
  Imported circle;
  Person cy = someone("cy");
  cy.last = day(700);
  const Id cy_id = added(circle.store, cy);
  added(circle.store, of(circle.bo, snooze(1990, 2100)));
  change(circle.store, [&](Change& change) {
    for (int i = 0; i < 2000; ++i) {
      Imported::add(change, i, {circle.ann});                             // in order
      if (i % 2 == 0) Imported::add(change, i, {circle.bo, circle.ann});  // twice on a day
      if (i % 5 == 0) Imported::add(change, i, {cy_id});                  // around `last`
      if (i % 7 == 0) Imported::add(change, 2000 - i, {circle.bo});       // backwards
    }
  });
  circle.check_sound();
  CHECK(store::sums_of(circle.store, circle.store.person(circle.ann)).conversations == 3000);
}

}  // namespace
}  // namespace rel::test
