#include "store/change.hpp"

#include <doctest/doctest.h>

#include "support/store_file.hpp"

namespace rel::test {
namespace {

TEST_CASE("a change that is not committed leaves nothing, and the file is free for the next one") {
  const StoreFile file;
  File store = file.write();
  const std::string before = file.raw().dump();
  {
    Change change = store.change("test", test_time);
    Person ann = someone("ann");
    change.add(ann);
    CHECK(change.people().size() == 1);
    CHECK(store.people().size() == 1);  // it sees what the change has done so far
    CHECK(file.read().people().empty());
  }
  CHECK(store.people().empty());
  CHECK(file.raw().dump() == before);
  CHECK(store.steps(10).empty());
  added(store, someone("bo"));
  CHECK(store.people().size() == 1);
}

TEST_CASE("a trial does what a change does, and leaves no step") {
  const StoreFile file;
  File store = file.write();
  const Id ann = added(store, someone("ann"));
  {
    Change trial = store.try_out();
    Contact contact{.with = {ann}};
    trial.add(contact);
    trial.remove({EntryKind::contact, contact.id});
    trial.add(contact);
    CHECK(trial.contacts_of(ann).size() == 1);
  }
  CHECK(store.contacts_of(ann).empty());
  CHECK(store.steps(10).size() == 1);
}

TEST_CASE("one change at a time, and a moved one is the same change") {
  const StoreFile file;
  File store = file.write();
  Change first = store.change("first", test_time);
  CHECK_THROWS_AS(store.change("second", test_time), FileError);
  Change moved = std::move(first);
  Person ann = someone("ann");
  moved.add(ann);
  bool reported = false;
  moved.commit([&] { reported = moved.person(ann.id).handle == "ann"; });
  CHECK(reported);
  CHECK(store.steps(10).front().command == "first");
}

TEST_CASE("what is thrown while it is reported leaves nothing") {
  const StoreFile file;
  File store = file.write();
  const auto add = [&] {
    Change change = store.change("test", test_time);
    Person ann = someone("ann");
    change.add(ann);
    change.commit([] { throw IoError("no"); });
  };
  CHECK_THROWS_AS(add(), IoError);
  CHECK(file.read().people().empty());
  CHECK(store.steps(10).empty());
}

}  // namespace
}  // namespace rel::test
