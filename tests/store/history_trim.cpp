#include "store/history_trim.hpp"

#include <doctest/doctest.h>

#include "store/content.hpp"
#include "store/history_sums.hpp"
#include "support/store_file.hpp"

namespace rel::test {
namespace {

using store::bound_history;

constexpr std::size_t promise_size = 10'000;  // bytes

/// Ann, and so many promises, each a step of its own and as large.
struct Long {
  StoreFile file;
  File store = file.write();
  Id ann = added(store, someone("ann"));

  explicit Long(int promises) {
    for (int i = 0; i < promises; ++i) promise();
  }
  void promise() { added(store, Promise{.person = ann, .text = std::string(promise_size, 'x')}); }
  int undone() {
    int count = 0;
    while (store.undo(test_time)) ++count;
    return count;
  }
  int rows() const { return file.raw().number("SELECT count(*) FROM history"); }
  void check_sound() const {
    const auto database = store::open_to_read(file.path);
    CHECK_FALSE(store::broken_row(*database));
    CHECK(store::content_by_history(*database) == store::content_sum(*database));
  }
};

TEST_CASE("what there is room for stays") {
  Long circle(20);
  bound_history(circle.file.path, 1'000'000);
  CHECK_FALSE(circle.store.checkpoint());
  CHECK(circle.undone() == 21);
}

TEST_CASE("the oldest steps go, and undo does not reach beyond, what the file holds stays") {
  Long circle(20);
  const std::string before = circle.file.raw().dump();
  bound_history(circle.file.path, 55'000);  // five of them, and a bit
  CHECK(circle.file.raw().dump() == before);
  CHECK(circle.rows() == 1 + 5);
  CHECK(circle.store.checkpoint().value().why.empty());
  CHECK(circle.store.checkpoint().value().at_ms == test_time);
  circle.check_sound();
  CHECK(circle.undone() == 5);
  circle.check_sound();
  CHECK(circle.file.raw().number("SELECT count(*) FROM promises") == 15);
  while (circle.store.redo(test_time)) {
  }
  CHECK(circle.file.raw().dump() == before);
  circle.check_sound();
}

TEST_CASE("it is trimmed again and again") {
  Long circle(5);
  for (int i = 0; i < 30; ++i) {
    circle.promise();
    bound_history(circle.file.path, 35'000);
    circle.check_sound();
    CHECK(circle.rows() == 1 + 3);
  }
  CHECK(circle.undone() == 3);
  circle.check_sound();
}

TEST_CASE("a step goes with whatever took it back: nothing is left that could not be done again") {
  Long circle(20);
  for (int i = 0; i < 10; ++i) circle.store.undo(test_time);
  circle.promise();
  circle.promise();
  bound_history(circle.file.path, 25'000);
  circle.check_sound();
  CHECK(circle.undone() == 2);
  circle.check_sound();
  CHECK(circle.file.raw().number(
            "SELECT count(*) FROM history WHERE target NOT IN (SELECT step FROM history)") == 0);
}

TEST_CASE("the newest step stays, however large, an undo keeps what it took back") {
  Long circle(3);
  bound_history(circle.file.path, 1);
  CHECK(circle.rows() == 1 + 1);
  CHECK(circle.undone() == 1);
  circle.check_sound();
  bound_history(circle.file.path, 1);
  circle.check_sound();
  CHECK(circle.store.redo(test_time));
  circle.check_sound();
}

TEST_CASE("a command in several parts goes or stays as a whole") {
  Long circle(1);
  change(circle.store, [&](Change& change) {
    for (int i = 0; i < 40'000; ++i) {
      Contact contact{.with = {circle.ann}, .note = "y"};
      change.add(contact);
    }
  });
  REQUIRE(circle.rows() > 3);
  bound_history(circle.file.path, 100'000);  // less than one part
  circle.check_sound();
  CHECK(circle.undone() == 3);
  while (circle.store.redo(test_time)) {
  }
  circle.promise();
  bound_history(circle.file.path, 100'000);
  circle.check_sound();
  CHECK(circle.rows() == 1 + 1);
  CHECK(circle.undone() == 1);
  CHECK(circle.file.raw().number("SELECT count(*) FROM contacts") == 40'000);
}

}  // namespace
}  // namespace rel::test
