#include "store/history_sums.hpp"

#include <doctest/doctest.h>

#include "base/errors.hpp"
#include "store/content.hpp"
#include "support/circles.hpp"
#include "support/store_file.hpp"

namespace rel::test {
namespace {

void check_adds_up(const StoreFile& file) {
  const auto database = store::open_to_read(file.path);
  CHECK(store::content_by_history(*database) == store::content_sum(*database));
}

TEST_CASE("the file holds what its history adds up to, after every command, undo and redo") {
  const StoreFile file;
  File store = file.write();
  check_adds_up(file);
  Random random(11);
  fill_circle(store, random, 5);
  check_adds_up(file);
  for (int i = 0; i < 40; ++i) {
    random.between(0, 2) < 2 ? store.undo(test_time) : store.redo(test_time);
    check_adds_up(file);
  }
  added(store, someone("another"));
  check_adds_up(file);
}

TEST_CASE("behind a checkpoint it goes on from what the file held") {
  const StoreFile file;
  File store = file.write();
  const Id ann = added(store, someone("ann"));
  const Id remark = added(store, Remark{.person = ann, .text = "nuts"});
  store::end_history(*store::open_to_write(file.path), 5, "restore");
  check_adds_up(file);
  removed(store, EntryKind::remark, remark);
  check_adds_up(file);
  store.undo(test_time);
  check_adds_up(file);
}

TEST_CASE("whatever is changed beside the history, it does not add up any more") {
  const StoreFile file;
  File store = file.write();
  const Id ann = added(store, someone("ann"));
  added(store, Remark{.person = ann, .text = "nuts"});
  for (const char* change :
       {"UPDATE remarks SET text = 'nut'", "UPDATE remarks SET heard = heard + 1",
        "UPDATE remarks SET id = id + 1", "DELETE FROM remarks",
        "INSERT INTO remarks SELECT id + 1, person, text, heard, ask_on, ask, used, done,"
        " fact, told, ask_every FROM remarks"}) {
    CAPTURE(change);
    Raw raw = file.raw();
    raw.run("CREATE TEMP TABLE kept AS SELECT * FROM remarks");
    raw.run(change);
    const auto database = store::open_to_read(file.path);
    CHECK(store::content_by_history(*database) != store::content_sum(*database));
    database->script("COMMIT");
    raw.run("DELETE FROM remarks; INSERT INTO remarks SELECT * FROM kept; DROP TABLE kept");
  }
  check_adds_up(file);
}

TEST_CASE("an undo of a step that is not there is refused") {
  const StoreFile file;
  const auto database = store::open_to_read((file.write(), file.path));
  store::HistorySum sum(*database);
  CHECK_THROWS_AS(sum.add({.seq = 2, .step = 2, .action = store::Action::undone, .target = 1}), FileError);
}

}  // namespace
}  // namespace rel::test
