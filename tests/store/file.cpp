#include "store/file.hpp"

#include <doctest/doctest.h>

#include <thread>

#include "base/errors.hpp"
#include "support/store_file.hpp"

namespace rel::test {
namespace {

TEST_CASE("where there is no file there is nothing to read, and nothing to write to") {
  const Scratch folder;
  CHECK_FALSE(File::open_to_read(folder / "rel.db", {}));
  CHECK_FALSE(File::open_to_write(folder / "rel.db", {}));
  CHECK(File::create(folder / "rel.db", {}).people().empty());
  CHECK(File::open_to_read(folder / "rel.db", {}));
}

TEST_CASE("what a command wrote is there for everyone once it returns") {
  const StoreFile file;
  File store = file.write();
  added(store, someone("ann"));
  CHECK(file.read().people().size() == 1);
}

TEST_CASE("nothing of a command is seen before it is done") {
  const StoreFile file;
  File store = file.write();
  change(store, [&](Change& change) {
    Person ann = someone("ann");
    change.add(ann);
    CHECK(file.read().people().empty());
  });
}

TEST_CASE("a command that meets another one waits for it, and both are kept") {
  const StoreFile file;
  File first = file.write();
  File second = file.write();
  std::thread other;
  change(first, [&](Change& change) {
    Person ann = someone("ann");
    change.add(ann);
    other = std::thread([&] { added(second, someone("bo")); });
    std::this_thread::sleep_for(std::chrono::milliseconds(50));
    CHECK(file.read().people().empty());
  });
  other.join();
  CHECK(file.read().people().size() == 2);
  CHECK(file.read().steps(10).size() == 2);
}

// A lock that is only taken at the first write would let both read the same numbers.
TEST_CASE("a command has the file for itself from its beginning") {
  const StoreFile file;
  File store = file.write();
  change(store, [&](Change&) {
    SQLite::Database other(file.path, SQLite::OPEN_READWRITE);
    CHECK(other.tryExec("BEGIN IMMEDIATE") != 0);
  });
}

TEST_CASE("the same file may be opened any number of times in one process") {
  const StoreFile file;
  for (int i = 0; i < 20; ++i) {
    File store = file.write();
    added(store, someone("p" + std::to_string(i)));
  }
  CHECK(file.read().people().size() == 20);
}

TEST_CASE("when the last change was made: nothing where none was") {
  const StoreFile file;
  File store = file.write();
  CHECK_FALSE(store.last_change_ms());
  Person ann = someone("ann");
  Change change = store.change("add", 42);
  change.add(ann);
  change.commit();
  CHECK(store.last_change_ms() == 42);
}

}  // namespace
}  // namespace rel::test
