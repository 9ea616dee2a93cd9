// A history that is not what was written: by a flipped bit, or by somebody who made its hashes anew.
#include <doctest/doctest.h>

#include <algorithm>
#include <map>

#include "base/errors.hpp"
#include "store/copies.hpp"
#include "store/doctor.hpp"
#include "store/history_rows.hpp"
#include "store/history_trim.hpp"
#include "support/store_file.hpp"

namespace rel::test {
namespace {

using store::Bytes;

/// Gives each row of a history the hash that it would have.
void chain_anew(const std::string& path) {
  const auto database = store::open_to_write(path);
  std::map<std::int64_t, Bytes> hashes;
  Bytes before;
  store::Rows rows =
      database->query("SELECT seq, step, at, command, action, target, changes FROM history ORDER BY seq");
  while (rows.next()) {
    before = store::chained(before, {rows.id(0),
                                     rows.id(1),
                                     rows.id(2),
                                     rows.text(3),
                                     rows.value<store::Action>(4),
                                     rows.id_if(5),
                                     rows.bytes(6),
                                     {}});
    hashes[rows.id(0)] = before;
  }
  for (const auto& [seq, hash] : hashes)
    database->run("UPDATE history SET hash = ? WHERE seq = ?", hash, seq);
}

/// Ann, whose only contact was removed.
struct Removed : StoreFile {
  File store = write();
  Id ann = added(store, someone("ann", "Ann Lee"));
  Id talk = added(store, Contact{.with = {ann}, .note = "the secret is blue"});

  Removed() { removed(store, EntryKind::contact, talk); }  // row 3
  std::string everything() const {
    return raw().dump(users_tables) + raw().dump({"sums", "names", "history"});
  }
  Bytes changes() const {
    const std::string bytes = raw().text("SELECT changes FROM history WHERE seq = 3");
    return {bytes.begin(), bytes.end()};
  }
  void write_changes(const Bytes& changes) const {
    Raw file = raw();
    SQLite::Statement update(file.connection(), "UPDATE history SET changes = ? WHERE seq = 3");
    update.bind(1, changes.data(), static_cast<int>(changes.size()));
    update.exec();
  }
};

/// Checks that undo or redo ends with an error or with nothing, and that the file is what it was.
void check_refused(Removed& file, std::optional<store::Step> (File::*move)(std::int64_t) = &File::undo) {
  const std::string before = file.everything();
  try {
    const auto moved =
        (file.store.*move)(test_time);  // not within the check, which would take what is thrown
    CHECK_FALSE(moved);
  } catch (const FileError& error) {
    CHECK(std::string(error.what()).starts_with("history: "));
    CHECK_FALSE(error.advice().empty());
  }
  CHECK(file.everything() == before);
}

TEST_CASE("undo finds each flipped bit of the row that it would take back") {
  Removed file;
  const Bytes whole = file.changes();
  for (std::size_t bit = 0; bit < whole.size() * 8; ++bit) {
    CAPTURE(bit);
    Bytes flipped = whole;
    flipped[bit / 8] ^= static_cast<unsigned char>(1 << bit % 8);
    file.write_changes(flipped);
    check_refused(file);
  }
  file.write_changes(whole);
  CHECK(file.store.undo(test_time));
}

TEST_CASE("undo finds what was changed in any row from the step on, and redo as well") {
  Removed file;
  file.store.undo(test_time);
  file.store.redo(test_time);
  added(file.store, someone("bo"));
  file.store.undo(test_time);
  for (const char* change :
       {"step = step - 1", "at = at + 1", "command = command || 'x'", "action = (action + 1) % 3",
        "action = (action + 2) % 3", "target = coalesce(target, 0) + 1", "hash = zeroblob(32)"}) {
    for (const int row : {3, 4, 5, 6, 7}) {
      CAPTURE(change);
      CAPTURE(row);
      Raw raw = file.raw();
      raw.run("CREATE TEMP TABLE kept AS SELECT * FROM history");
      raw.run("UPDATE history SET " + std::string(change) + " WHERE seq = " + std::to_string(row));
      check_refused(file);
      if (row > 5) check_refused(file, &File::redo);
      raw.run("DELETE FROM history; INSERT INTO history SELECT * FROM kept; DROP TABLE kept");
    }
  }
  CHECK(file.store.undo(test_time).value().number == 3);
}

TEST_CASE("a step does not count as undone by a row that was there before it") {
  Removed file;
  added(file.store, someone("bo"));
  file.store.undo(test_time);
  added(file.store, someone("cy"));
  file.raw().run("UPDATE history SET target = 6 WHERE seq = 5");
  CHECK(file.store.undo(test_time).value().number == 6);
}

TEST_CASE("changes that are cut off are found by every reader of the history, whatever their hashes") {
  const Bytes whole = Removed().changes();
  for (const std::size_t size : {1, 2, 10, 18, 30, 32, 40, 60, static_cast<int>(whole.size()) - 1}) {
    CAPTURE(size);
    Removed file;
    file.write_changes({whole.begin(), whole.begin() + static_cast<std::ptrdiff_t>(size)});
    chain_anew(file.path);
    check_refused(file);
    const std::string before = file.everything();
    CHECK_FALSE(store::examine_file(file.path, {}).empty());
    CHECK_THROWS_AS(store::check_wholly(file.path), FileError);
    CHECK_THROWS_AS(store::copy_to(file.path, file.folder / "copy.db"), FileError);
    added(file.store, someone("bo"));
    CHECK_THROWS_AS(store::bound_history(file.path, 1), FileError);
    CHECK(file.store.undo(test_time).value().number == 4);
  }
}

TEST_CASE("another text in the history, hashed anew, is no longer what the file holds") {
  Removed file;
  Bytes changes = file.changes();
  const std::string blue = "blue";
  *std::search(changes.begin(), changes.end(), blue.begin(), blue.end()) = 'c';
  file.write_changes(changes);
  chain_anew(file.path);
  CHECK_FALSE(store::examine_file(file.path, {}).empty());
  CHECK_THROWS_AS(store::check_wholly(file.path), FileError);
  file.store.undo(test_time);
  CHECK_FALSE(store::examine_file(file.path, {}).empty());
  CHECK_THROWS_AS(store::check_wholly(file.path), FileError);
}

TEST_CASE("older history that is not what was written is not let go in silence") {
  Removed file;
  added(file.store, someone("bo"));
  file.raw().run("UPDATE history SET changes = CAST(changes || x'00' AS BLOB) WHERE seq = 2");
  const std::string before = file.everything();
  CHECK_THROWS_AS(store::bound_history(file.path, 1), FileError);
  CHECK(file.everything() == before);
  CHECK(file.store.undo(test_time).value().number == 4);  // which needs nothing so old
}

TEST_CASE("what was kept of a list is what was listed") {
  const StoreFile file;
  File store = file.write();
  const Id ann = added(store, someone("ann"));
  change(store, [&](Change& change) {
    change.begin_bulk_import();
    Contact contact{.with = {ann}, .note = "blue"};
    change.add(contact);
  });
  store.undo(test_time);
  CHECK(store::examine_file(file.path, {}).empty());
  const auto database = store::open_to_write(file.path);
  database->run(
      "UPDATE history SET changes = CAST(replace(changes, 'blue', 'clue') AS BLOB) WHERE action = 4");
  chain_anew(file.path);
  CHECK_FALSE(store::examine_file(file.path, {}).empty());
}

TEST_CASE("numbers and moments beyond all that a command writes are refused") {
  Removed file;
  file.raw().run("UPDATE history SET seq = 9223372036854775807 WHERE seq = 3");
  CHECK_THROWS_AS(added(file.store, someone("bo")), FileError);
  for (const char* at : {"9223372036854775807", "-9223372036854775808"}) {
    file.raw().run(std::string("UPDATE history SET at = ") + at);
    CHECK_THROWS_AS(file.store.last_change_ms(), FileError);
    CHECK_THROWS_AS(file.store.steps(1), FileError);
    CHECK_THROWS_AS(file.store.undo(test_time), FileError);
  }
}

}  // namespace
}  // namespace rel::test
