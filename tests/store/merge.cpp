#include <doctest/doctest.h>

#include <algorithm>

#include "support/circles.hpp"

namespace rel::test {
namespace {

/// A file with Ann, who is there twice, and Bo.
struct Twice {
  StoreFile file;
  File store = file.write();
  Id ann = added(store, someone("ann", "Ann Lee"));
  Id twin = added(store, someone("twin", "Ann L."));
  Id bo = added(store, someone("bo", "Bo"));

  std::vector<EntryRef> merge() {
    std::vector<EntryRef> given;
    change(store, [&](Change& change) { given = change.merge(store.person(ann), twin); });
    return given;
  }
};

}  // namespace

TEST_CASE("everything of the other belongs to the one who is kept, and the other is gone") {
  Twice file;
  File& store = file.store;
  const Id talk = added(store, Contact{.with = {file.twin}, .on = day(1)});
  const Id remark = added(store, Remark{.person = file.twin, .text = "nuts", .heard = day(2)});
  const Id promise = added(store, Promise{.person = file.twin, .text = "book", .given = day(3)});
  const Id snooze = added(store, Snooze{.person = file.twin, .on = day(4), .until = day(9)});
  const Id review = added(store, Review{.on = day(5), .intentions = {{file.twin, "a walk"}}});
  const std::vector<EntryRef> given = file.merge();
  CHECK(given == std::vector<EntryRef>{{EntryKind::contact, talk},
                                       {EntryKind::remark, remark},
                                       {EntryKind::promise, promise},
                                       {EntryKind::snooze, snooze}});
  CHECK(store.contact(talk).with == std::vector{file.ann});
  CHECK(store.remark(remark).person == file.ann);
  CHECK(store.promise(promise).person == file.ann);
  CHECK(store.snooze(snooze).person == file.ann);
  CHECK(store.review(review).intentions.front().person == file.ann);
  CHECK(store.people().size() == 2);
  CHECK_FALSE(store.handle_taken("twin"));
  CHECK(store.named(NameRank::handle, "twin").empty());
  check_caches(store, file.file);
}

TEST_CASE("who was there as both was there once, and it counts as a talk of one less") {
  Twice file;
  const Id both =
      added(file.store, Contact{.with = {file.ann, file.twin}, .others = 3, .on = day(1), .minutes = 20});
  const Id first =
      added(file.store, Contact{.with = {file.twin, file.bo, file.ann}, .others = 2, .on = day(2)});
  CHECK(credit(file.store.contact(both), file.store.person(file.ann)) == doctest::Approx(0.6));
  file.merge();
  CHECK(file.store.contact(both).with == std::vector{file.ann});
  CHECK(credit(file.store.contact(both), file.store.person(file.ann)) == doctest::Approx(0.75));
  CHECK(file.store.contact(first).with == std::vector{file.ann, file.bo});
  CHECK(file.store.contact(first).others == 2);
  check_caches(file.store, file.file);
}

TEST_CASE("what both have to the letter is kept once, what differs in anything is kept twice") {
  Twice file;
  File& store = file.store;
  const Contact call{.with = {file.ann}, .on = day(1), .minutes = 30, .note = "x"};
  const auto twins = [&](auto entry) {
    entry.with = {file.twin};
    return entry;
  };
  added(store, call);
  Contact longer = twins(call);
  longer.minutes = 31;
  added(store, twins(call));
  added(store, twins(call));  // twice with the other: one of them is more than Ann has
  added(store, longer);
  for (const Id person : {file.ann, file.twin}) {
    added(store, Remark{.person = person, .text = "nuts", .heard = day(2)});
    added(store, Promise{.person = person, .text = "book", .given = day(3)});
    added(store, Snooze{.person = person, .on = day(4), .until = day(9)});
  }
  added(store, Promise{.person = file.twin, .text = "book", .given = day(3), .kept = day(4)});
  file.merge();
  CHECK(store.contacts_of(file.ann).size() == 3);
  CHECK(store.remarks_of(file.ann).size() == 1);
  CHECK(store.promises_of(file.ann).size() == 2);
  CHECK(store.snoozes_of(file.ann).size() == 1);
  check_caches(store, file.file);
}

TEST_CASE("property: one undo brings random circles back exactly, and redo merges again") {
  Random random(20261122);
  for (int n = 0; n < 60; ++n) {
    StoreFile file;
    File store = file.write();
    fill_circle(store, random, 4);
    std::vector<Person> people = store.people();
    random.shuffle(people);
    Raw raw = file.raw();
    const std::string before = raw.dump();
    std::size_t logged = 0;
    for (const Person& one : people) logged += store.contacts_of(one.id).size();
    change(store, [&](Change& change) { change.merge(people[0], people[1].id); });
    const std::string after = raw.dump();
    REQUIRE(before != after);
    CHECK(store.people().size() == 3);
    std::size_t left = 0;
    for (const Person& one : store.people()) left += store.contacts_of(one.id).size();
    CHECK(left <= logged);
    CHECK(caches_hold(store, raw));
    store.undo(test_time);
    CHECK(raw.dump() == before);
    CHECK(caches_hold(store, raw));
    store.redo(test_time);
    CHECK(raw.dump() == after);
    CHECK(caches_hold(store, raw));
  }
}

}  // namespace rel::test
