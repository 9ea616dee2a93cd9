#include "store/history.hpp"

#include <doctest/doctest.h>
#include <sha2.h>

#include "base/errors.hpp"
#include "store/content.hpp"
#include "store/history_sums.hpp"
#include "support/store_file.hpp"

namespace rel::test {
namespace {

using store::Step;

std::vector<std::string> commands(const Reader& store, int limit = 1000) {
  std::vector<std::string> typed;
  for (const Step& step : store.steps(limit))
    typed.push_back(step.command + (step.undone ? " (undone)" : ""));
  return typed;
}

std::string command_of(const std::optional<Step>& step) {
  return step ? step->command : "nothing";
}

/// A file with Ann in it, and a way to change it in one line.
struct Circle {
  StoreFile file;
  File store = file.write();
  Id ann = added(store, someone("ann", "Ann Lee"));

  Id promise(const std::string& text) {
    Promise promise{.person = ann, .text = text};
    change(
        store, [&](Change& change) { change.add(promise); }, text);
    return promise.id;
  }
  std::string undo() { return command_of(store.undo(test_time)); }
  std::string redo() { return command_of(store.redo(test_time)); }
  std::string contents() const { return file.raw().dump(); }
  int history_rows() const { return file.raw().number("SELECT count(*) FROM history"); }
};

// Steps.

TEST_CASE("every command leaves one step, whatever it did") {
  Circle circle;
  File& store = circle.store;
  Contact contact{.with = {circle.ann}};
  Remark remark{.person = circle.ann};
  Promise promise{.person = circle.ann};
  Snooze snooze{.person = circle.ann};
  Person ann = store.person(circle.ann);
  ann.name = "Ann Roth";
  const std::vector<std::pair<std::string, std::function<void(Change&)>>> works = {
      {"add people",
       [&](Change& change) {
         for (int i = 0; i < 20; ++i) {
           Person person = someone("p" + std::to_string(i));
           change.add(person);
         }
       }},
      {"log",
       [&](Change& change) {
         change.add(contact);
         change.add(remark);
         change.add(promise);
       }},
      {"snooze", [&](Change& change) { change.add(snooze); }},
      {"edit person", [&](Change& change) { change.update(ann); }},
      {"edit contact",
       [&](Change& change) {
         contact.minutes = 5;
         change.update(contact);
       }},
      {"remove",
       [&](Change& change) {
         change.remove({EntryKind::remark, remark.id});
       }},
  };
  std::vector<std::string> expected = {"test"};  // that added Ann
  for (const auto& [command, work] : works) {
    change(store, work, command);
    expected.insert(expected.begin(), command);
    CHECK(commands(store) == expected);
  }
}

TEST_CASE("a step tells when it was made and what was typed") {
  Circle circle;
  const std::string typed = "note ann 'it'\\''s {} 王'";
  Change change = circle.store.change(typed, -5);
  Remark remark{.person = circle.ann};
  change.add(remark);
  change.commit();
  const Step step = circle.store.steps(1).front();
  CHECK(step.command == typed);
  CHECK(step.at_ms == -5);
  CHECK_FALSE(step.undone);
  CHECK(circle.store.last_change_ms() == -5);
}

TEST_CASE("a command that changes nothing leaves no step") {
  Circle circle;
  const std::string all = circle.file.raw().dump({"history"});
  File& store = circle.store;
  change(store, [](Change&) {});
  changed(store, store.person(circle.ann));
  change(store, [&](Change& change) {
    Promise promise{.person = circle.ann};
    change.add(promise);
    change.remove({EntryKind::promise, promise.id});
  });
  CHECK(circle.file.raw().dump({"history"}) == all);
  CHECK(commands(store).size() == 1);
}

TEST_CASE("a command that fails leaves nothing, and the next one is whole") {
  Circle circle;
  const std::string before = circle.contents();
  const std::string caches = circle.file.raw().dump({"sums", "names", "made_with", "history"});
  File& store = circle.store;
  CHECK_THROWS_AS(change(store,
                         [&](Change& change) {
                           Person bo = someone("bo");
                           change.add(bo);
                           throw UsageError("no");
                         }),
                  UsageError);
  CHECK(circle.contents() == before);
  CHECK(circle.file.raw().dump({"sums", "names", "made_with", "history"}) == caches);
  circle.promise("a book");
  CHECK(commands(store) == std::vector<std::string>{"a book", "test"});
}

TEST_CASE("the steps come newest first, and no more than asked for") {
  Circle circle;
  for (const char* text : {"1", "2", "3"}) circle.promise(text);
  CHECK(commands(circle.store, 2) == std::vector<std::string>{"3", "2"});
  CHECK(commands(circle.store, 0).empty());
}

// Undo and redo.

TEST_CASE("undo takes back one command after the other, redo brings them back in order") {
  Circle circle;
  std::vector<std::string> moments = {circle.contents()};
  for (const char* text : {"1", "2", "3"}) {
    circle.promise(text);
    moments.push_back(circle.contents());
  }
  CHECK(circle.redo() == "nothing");
  for (const int left : {2, 1, 0}) {
    CHECK(circle.undo() == std::to_string(left + 1));
    CHECK(circle.contents() == moments[static_cast<std::size_t>(left)]);
  }
  CHECK(commands(circle.store) == std::vector<std::string>{"3 (undone)", "2 (undone)", "1 (undone)", "test"});
  for (const int there : {1, 2, 3}) {
    CHECK(circle.redo() == std::to_string(there));
    CHECK(circle.contents() == moments[static_cast<std::size_t>(there)]);
  }
  CHECK(circle.redo() == "nothing");
  CHECK(commands(circle.store) == std::vector<std::string>{"3", "2", "1", "test"});
}

TEST_CASE("what was done again can be undone again") {
  Circle circle;
  circle.promise("1");
  const std::string there = circle.contents();
  for (int times = 0; times < 3; ++times) {
    CHECK(circle.undo() == "1");
    CHECK(circle.redo() == "1");
    CHECK(circle.contents() == there);
  }
}

TEST_CASE("nothing to undo: nothing happens, not even in the history") {
  Circle circle;
  CHECK(circle.undo() == "test");
  CHECK(circle.contents().find("ann") == std::string::npos);
  const int rows = circle.history_rows();
  CHECK(circle.undo() == "nothing");
  CHECK(circle.history_rows() == rows);
}

TEST_CASE("a new command ends redo, and undo goes past what it replaced") {
  Circle circle;
  circle.promise("1");
  circle.promise("2");
  CHECK(circle.undo() == "2");
  circle.promise("3");
  CHECK(circle.redo() == "nothing");
  CHECK(circle.undo() == "3");
  CHECK(circle.undo() == "1");
  CHECK(circle.redo() == "1");
  CHECK(circle.redo() == "3");
  CHECK(circle.redo() == "nothing");
  CHECK(commands(circle.store) == std::vector<std::string>{"3", "2 (undone)", "1", "test"});
}

TEST_CASE("undo after a rename of whoever was added: the name, then the person") {
  Circle circle;
  Person ann = circle.store.person(circle.ann);
  ann.handle = "ann-roth";
  changed(circle.store, ann);
  circle.undo();
  CHECK(circle.store.handle_of(circle.ann) == "ann");
  circle.undo();
  CHECK_FALSE(circle.store.has_people());
  CHECK(circle.file.raw().number("SELECT (SELECT count(*) FROM sums) + (SELECT count(*) FROM names)") == 0);
}

TEST_CASE("an undo is a change, too: it has its time") {
  Circle circle;
  circle.store.undo(77);
  CHECK(circle.store.last_change_ms() == 77);
}

// Large changes are recorded in parts.

/// Gives every contact a note of one megabyte of this letter; another one before, so that the later parts
/// build on the earlier ones.
void rewrite(Circle& circle, char letter) {
  const auto write = [&](Change& change, char written) {
    for (Contact contact : circle.store.contacts_of(circle.ann)) {
      contact.note = std::string(1'000'000, written);
      change.update(contact);
    }
  };
  change(
      circle.store,
      [&](Change& change) {
        write(change, '-');
        write(change, letter);
      },
      std::string("rewrite ") + letter);
}

TEST_CASE("the parts of a large change are one step: undone and done again as one") {
  Circle circle;
  change(circle.store, [&](Change& change) {
    for (int i = 0; i < 15; ++i) {
      Contact contact{.with = {circle.ann}};
      change.add(contact);
    }
  });
  rewrite(circle, 'a');
  const std::string before = circle.contents();
  rewrite(circle, 'b');
  const std::string after = circle.contents();
  const int parts =
      circle.file.raw().number("SELECT count(*) FROM history WHERE step = (SELECT max(step) FROM history)");
  CHECK(parts >= 3);
  CHECK(circle.file.raw().number("SELECT count(*) FROM history WHERE command = 'rewrite b'") == 1);
  CHECK(commands(circle.store).front() == "rewrite b");

  CHECK(circle.undo() == "rewrite b");
  CHECK(circle.contents() == before);
  CHECK(circle.redo() == "rewrite b");
  CHECK(circle.contents() == after);
  CHECK(circle.undo() == "rewrite b");
  CHECK(circle.undo() == "rewrite a");
  CHECK(circle.contents().size() < 100'000);
}

// The chain of hashes.

/// The bytes that a hash covers, as the format of the file lays them down.
class Covered {
 public:
  void add(std::int64_t number) {
    for (int byte = 0; byte < 8; ++byte) bytes_ += static_cast<char>(number >> (8 * byte));
  }
  void add(const std::string& text) {
    add(static_cast<std::int64_t>(text.size()));
    bytes_ += text;
  }
  std::string hash() const {
    std::string digest(SHA256_DIGEST_LENGTH, '\0');
    SHA2_CTX state{};
    SHA256Init(&state);
    SHA256Update(&state, reinterpret_cast<const std::uint8_t*>(bytes_.data()), bytes_.size());
    SHA256Final(reinterpret_cast<std::uint8_t*>(digest.data()), &state);
    return digest;
  }

 private:
  std::string bytes_;
};

/// The first row whose hash is not that of its contents and the row before; 0 where all are.
int first_broken_row(Raw& raw) {
  std::string before;
  SQLite::Statement rows(raw.connection(),
                         "SELECT seq, step, at, command, action, target, changes, hash FROM history");
  while (rows.executeStep()) {
    Covered covered;
    covered.add(before);
    for (const int number : {0, 1, 2}) covered.add(rows.getColumn(number).getInt64());
    covered.add(rows.getColumn(3).getString());
    for (const int number : {4, 5}) covered.add(rows.getColumn(number).getInt64());
    covered.add(rows.getColumn(6).getString());
    before = covered.hash();
    if (before != rows.getColumn(7).getString()) return rows.getColumn(0).getInt();
  }
  return 0;
}

TEST_CASE("every row of the history is covered by the hashes, and each covers the one before") {
  Circle circle;
  circle.promise("1");
  circle.promise("2");
  circle.undo();
  circle.redo();
  circle.undo();
  circle.promise("3");
  CHECK(circle.history_rows() == 7);
  Raw raw = circle.file.raw();
  CHECK(first_broken_row(raw) == 0);
}

TEST_CASE("whatever is changed in a row of the history shows") {
  const char* changes[] = {
      "UPDATE history SET at = at + 1 WHERE seq = 3",
      "UPDATE history SET command = 'x' || substr(command, 2) WHERE seq = 3",
      "UPDATE history SET step = 2 WHERE seq = 3",
      "UPDATE history SET action = 2 WHERE seq = 3",
      "UPDATE history SET target = 1 WHERE seq = 3",
      "UPDATE history SET changes = x'00' WHERE seq = 3",
      "UPDATE history SET hash = zeroblob(32) WHERE seq = 3",
  };
  for (const char* sql : changes) {
    CAPTURE(sql);
    Circle circle;
    for (const char* text : {"1", "2", "3"}) circle.promise(text);
    Raw raw = circle.file.raw();
    raw.run(sql);
    CHECK(first_broken_row(raw) == 3);
  }
}

TEST_CASE("any byte of the recorded changes that is changed shows") {
  Circle circle;
  circle.promise("1");
  Raw raw = circle.file.raw();
  const int size = raw.number("SELECT length(changes) FROM history WHERE seq = 2");
  for (int at = 1; at <= size; ++at) {
    const std::string place = std::to_string(at);
    // Every byte becomes one that it was not: 0 becomes 1, all others 0.
    raw.run("SAVEPOINT whole; UPDATE history SET changes = CAST(substr(changes, 1, " + place +
            " - 1) || iif(substr(changes, " + place + ", 1) = x'00', x'01', x'00') || substr(changes, " +
            place + " + 1) AS BLOB) WHERE seq = 2");
    CHECK(first_broken_row(raw) == 2);
    raw.run("ROLLBACK TO whole; RELEASE whole");
  }
  CHECK(first_broken_row(raw) == 0);
}

// A step that does not fit any more.

/// Damages the file, and checks that the newest command can't be undone any more, and nothing changes.
void check_refused(Circle& circle, const std::string& damage) {
  CAPTURE(damage);
  circle.file.raw().run(damage);
  const std::string before = circle.contents();
  const std::string others = circle.file.raw().dump({"sums", "names", "history"});
  CHECK_THROWS_AS(circle.store.undo(test_time), FileError);
  CHECK(circle.contents() == before);
  CHECK(circle.file.raw().dump({"sums", "names", "history"}) == others);
}

TEST_CASE("undo is refused where a row was changed behind its back") {
  Circle circle;
  circle.promise("a book");
  check_refused(circle, "UPDATE promises SET text = 'two books'");
}

TEST_CASE("undo is refused where a row is gone") {
  Circle circle;
  circle.promise("a book");
  check_refused(circle, "DELETE FROM promises");
}

TEST_CASE("undo is refused where a row is there already") {
  Circle circle;
  const Id promise = circle.promise("a book");
  removed(circle.store, EntryKind::promise, promise);
  check_refused(circle, "INSERT INTO promises SELECT " + std::to_string(promise) +
                            ", id, 1, 'a book', 0, NULL, NULL, NULL, NULL FROM people");
}

TEST_CASE("undo is refused where something would point to nobody") {
  Circle circle;
  check_refused(circle,
                "INSERT INTO promises SELECT 5, id, 1, 'a book', 0, NULL, NULL, NULL, NULL FROM people");
}

TEST_CASE("undo is refused where a name is taken meanwhile") {
  Circle circle;
  Person ann = circle.store.person(circle.ann);
  ann.handle = "ann-roth";
  changed(circle.store, ann);
  check_refused(
      circle,
      "INSERT INTO people SELECT 5, 'ann', name, 'u', tier, every_days, added, last, purpose, start,"
      " considered, archived, deceased, zone, ended FROM people");
}

TEST_CASE("a refused undo leaves the store fit for the next command") {
  Circle circle;
  circle.promise("a book");
  check_refused(circle, "UPDATE promises SET text = 'two books'");
  circle.promise("tea");
  CHECK(circle.undo() == "tea");
}

// The checkpoint.

TEST_CASE("a checkpoint stands in the place of all that was, and goes on counting") {
  Circle circle;
  for (const char* text : {"1", "2"}) circle.promise(text);
  const int next = circle.file.raw().number("SELECT max(seq) + 1 FROM history");
  const auto database = store::open_to_write(circle.file.path);
  const store::ContentSum content = store::content_sum(*database);
  store::end_history(*database, 77, "forget");
  CHECK(circle.history_rows() == 1);
  CHECK(circle.file.raw().number("SELECT seq FROM history") == next);
  const auto checkpoint = circle.store.checkpoint().value();
  CHECK(checkpoint.at_ms == 77);
  CHECK(checkpoint.why == "forget");
  CHECK(store::content_by_history(*database) == content);
  CHECK(circle.store.last_change_ms() == 77);
  CHECK(commands(circle.store).empty());
  CHECK(circle.undo() == "nothing");
  CHECK(circle.redo() == "nothing");
  circle.promise("3");
  CHECK(circle.undo() == "3");
  CHECK(circle.undo() == "nothing");
  CHECK(circle.redo() == "3");
  CHECK_FALSE(store::broken_row(*database));
  CHECK(store::content_by_history(*database) == store::content_sum(*database));
}

TEST_CASE("a new file has no checkpoint, and its chain holds") {
  Circle circle;
  CHECK_FALSE(circle.store.checkpoint());
  CHECK_FALSE(store::broken_row(*store::open_to_read(circle.file.path)));
}

TEST_CASE("whatever is changed in the history, its chain does not hold any more") {
  Circle circle;
  circle.promise("1");
  circle.undo();
  const auto database = store::open_to_write(circle.file.path);
  store::end_history(*database, 5, "restore");
  circle.promise("2");
  circle.undo();
  REQUIRE_FALSE(store::broken_row(*database));
  Raw raw = circle.file.raw();
  for (const char* change : {"seq = seq + 100", "step = step + 1", "at = at + 1", "command = command || 'x'",
                             "action = (action + 1) % 4", "target = coalesce(target, 0) + 1",
                             "changes = CAST(changes || x'00' AS BLOB)", "hash = zeroblob(32)"}) {
    for (const std::string& seq : raw.column("SELECT seq FROM history")) {
      CAPTURE(change);
      CAPTURE(seq);
      raw.run("CREATE TEMP TABLE kept AS SELECT * FROM history");
      raw.run(std::string("UPDATE history SET ") + change + " WHERE seq = " + seq);
      CHECK(store::broken_row(*database).has_value());
      raw.run("DELETE FROM history; INSERT INTO history SELECT * FROM kept; DROP TABLE kept");
    }
  }
  CHECK_FALSE(store::broken_row(*database));
}

}  // namespace
}  // namespace rel::test
