#include "store/inbox_lines.hpp"

#include <doctest/doctest.h>

#include "support/store_file.hpp"

namespace rel::test {
namespace {

TEST_CASE("a line is known by its text and its occurrence, until the step is taken back") {
  using store::key_of_line;
  CHECK(key_of_line("ann call", 1) == key_of_line("ann call", 1));
  CHECK(key_of_line("ann call", 1) != key_of_line("ann call", 2));
  CHECK(key_of_line("ann call", 1) != key_of_line("ann calls", 1));
  CHECK(key_of_line("", 1) >= 0);
  const StoreFile file;
  File store = file.write();
  const store::LineKey key = key_of_line("ann call", 1);
  CHECK(!store::taken_in(store, key));
  {
    store::Change change = store.change("inbox", 1'000);
    store::take_in(change, key, *day_from_iso("2026-11-21"));
    change.commit();
  }
  CHECK(store::taken_in(store, key) == day_from_iso("2026-11-21"));
  store.undo(2'000);
  CHECK(!store::taken_in(store, key));
  store.redo(3'000);
  CHECK(store::taken_in(store, key).has_value());
}

}  // namespace
}  // namespace rel::test
