// SQLite's own reader of recordings, to compare with.
#define SQLITE_ENABLE_SESSION
#define SQLITE_ENABLE_PREUPDATE_HOOK
#include "store/changeset.hpp"

#include <doctest/doctest.h>
#include <sqlite3.h>

#include "base/errors.hpp"
#include "store/history_rows.hpp"
#include "store/recorded.hpp"
#include "support/circles.hpp"

namespace rel::test {
namespace {

using store::Bytes;
using store::Cell;
using store::Changeset;
using store::HistoryRow;
using store::RecordedChange;

std::string text_of(int type, std::int64_t number, std::string_view text) {
  if (type == SQLITE_NULL) return "null";
  return type == SQLITE_INTEGER ? std::to_string(number) : '\'' + std::string(text) + '\'';
}

std::string text_of(const store::RowValues& row) {
  std::string line;
  for (const auto& value : row) line += '|' + (value ? text_of(value->type, value->number, value->text) : "");
  return line;
}

std::string text_of(sqlite3_value* value) {
  if (!value) return "";
  const int type = sqlite3_value_type(value);
  if (type != SQLITE_TEXT) return text_of(type, sqlite3_value_int64(value), "");
  const auto* begin = static_cast<const char*>(sqlite3_value_blob(value));
  return text_of(type, 0, {begin, static_cast<std::size_t>(sqlite3_value_bytes(value))});
}

std::vector<std::string> as_rel_reads(const Changeset& changes) {
  std::vector<std::string> lines;
  changes.each([&](const RecordedChange& change) {
    lines.push_back(std::string(store::recorded_tables[change.table]) + std::to_string(change.operation) +
                    text_of(change.before) + " ->" + text_of(change.after));
  });
  return lines;
}

// To be called only for what is well formed.
std::vector<std::string> as_sqlite_reads(const Changeset& changes) {
  std::vector<std::string> lines;
  Bytes bytes = changes.bytes();
  sqlite3_changeset_iter* at = nullptr;
  REQUIRE(sqlite3changeset_start(&at, static_cast<int>(bytes.size()), bytes.data()) == SQLITE_OK);
  while (sqlite3changeset_next(at) == SQLITE_ROW) {
    const char* table = nullptr;
    int columns = 0;
    int operation = 0;
    int indirect = 0;
    sqlite3changeset_op(at, &table, &columns, &operation, &indirect);
    std::string line = table + std::to_string(operation);
    const auto add = [&](auto which) {
      for (int i = 0; i < columns; ++i) {
        sqlite3_value* value = nullptr;
        which(at, i, &value);
        line += '|' + text_of(value);
      }
    };
    if (operation != SQLITE_INSERT) add(sqlite3changeset_old);
    line += " ->";
    if (operation != SQLITE_DELETE) add(sqlite3changeset_new);
    lines.push_back(line);
  }
  CHECK(sqlite3changeset_finalize(at) == SQLITE_OK);
  return lines;
}

/// A file whose history has changes of every kind to every table.
struct Recorded : StoreFile {
  Recorded() {
    File store = write();
    Random random(7);
    fill_circle(store, random, 4);
    Person person = someone("ann", "Zoë, \"王\"");
    person.aliases = {"annie"};
    person.dates = {{.name = "birthday", .month = 4, .day = 12}};
    const Id ann = added(store, person);
    person = store.person(ann);
    person.purpose = "laughs";
    changed(store, person);
    const Id cy = added(store, someone("cy"));
    added(store, Review{.on = day(5), .intentions = {{ann, "call"}, {std::nullopt, ""}}});
    added(store, Remark{.person = ann, .text = std::string(70'000, 'x')});
    added(store, of(ann, promise(1)));
    added(store, of(ann, snooze(1, 2)));
    added(store, Contact{.with = {ann, cy}, .on = day(3)});
    change(store, [&](Change& change) {
      Group choir{.tag = "choir"};
      change.set(choir);
    });
    change(store, [&](Change& change) {
      Group choir = *store.group("choir");
      choir.purpose = "songs";
      change.set(choir);
    });
    change(store, [&](Change& change) { change.remove(*store.group("Choir")); });
    change(store, [&](Change& change) { change.merge(store.person(ann), cy); });
    database = store::open_to_write(path);
  }

  /// Every recording in it.
  std::vector<HistoryRow> rows() const {
    std::vector<HistoryRow> rows;
    store::each_history_row(*database, store::first_row, [&](const HistoryRow& row) {
      if (!row.changes.empty()) rows.push_back(row);
      return true;
    });
    return rows;
  }

  std::unique_ptr<store::Database> database;
};

bool is_taken(store::Database& database, Bytes changes) {
  try {
    Changeset::of(database, {.changes = std::move(changes)});
    return true;
  } catch (const FileError&) {
    return false;
  }
}

TEST_CASE("whatever was recorded is read as SQLite reads it, forwards and inverted") {
  const Recorded file;
  std::set<std::string> kinds;
  for (const HistoryRow& row : file.rows()) {
    const Changeset changes = Changeset::of(*file.database, row);
    CHECK(as_rel_reads(changes) == as_sqlite_reads(changes));
    CHECK(as_rel_reads(changes.inverted()) == as_sqlite_reads(changes.inverted()));
    for (const Changeset& either : {changes, changes.inverted()})
      for (const std::string& line : as_rel_reads(either)) kinds.insert(line.substr(0, line.find('|')));
  }
  CHECK(kinds.size() > 2 * store::recorded_tables.size());  // every one made and deleted, some changed
}

TEST_CASE("a recording that is cut off is refused, wherever it ends") {
  const Recorded file;
  for (const HistoryRow& row : file.rows()) {
    if (row.changes.size() > 5000) continue;
    // Where one change ends, it is a shorter recording.
    std::size_t taken = 0;
    for (std::size_t size = 1; size < row.changes.size(); ++size)
      taken += is_taken(*file.database, Bytes(row.changes.begin(), row.changes.begin() + size)) ? 1 : 0;
    CHECK(taken == as_rel_reads(Changeset::of(*file.database, row)).size() - 1);
  }
}

TEST_CASE("of whatever else is taken, SQLite finds the end where rel does") {
  const Recorded file;
  Random random(3);
  int taken = 0;
  for (const HistoryRow& row : file.rows()) {
    if (row.changes.size() > 5000) continue;
    for (int times = 0; times < 40; ++times) {
      HistoryRow other = row;
      for (int left = random.between(1, 2); left > 0; --left) {
        const int at = random.between(0, static_cast<int>(row.changes.size()) - 1);
        other.changes[static_cast<std::size_t>(at)] ^= static_cast<unsigned char>(1 << random.between(0, 7));
      }
      if (!is_taken(*file.database, other.changes)) continue;
      const Changeset changes = Changeset::of(*file.database, other);
      CHECK(as_rel_reads(changes) == as_sqlite_reads(changes));
      ++taken;
    }
  }
  CHECK(taken > 100);
}

/// A recording of one change to the intentions: of review, place, person and text.
Bytes intentions(const std::string& change, const std::string& head = std::string("T\4\1\2\0\0", 6)) {
  const std::string all = head + "intentions" + '\0' + change;
  return {all.begin(), all.end()};
}

const std::string number = std::string("\1\0\0\0\0\0\0\0\7", 9);
const std::string nothing = "\5";
const std::string left_out = std::string(1, '\0');
const std::string one_text = "\3\1a";
const std::string made = std::string("\x12\0", 2);
const std::string changed = std::string("\x17\0", 2);
const std::string gone = std::string("\x09\0", 2);

TEST_CASE("what rel never records is refused, though it is all there") {
  const StoreFile file;
  { file.write(); }
  const auto database = store::open_to_write(file.path);
  const std::string row = number + number + nothing + one_text;
  CHECK(is_taken(*database, intentions(made + row)));
  CHECK(is_taken(*database, intentions(gone + row)));
  CHECK(is_taken(*database, intentions(made + row + gone + row)));
  const std::string new_text = left_out + left_out + left_out + one_text;
  CHECK(is_taken(*database, intentions(changed + number + number + left_out + one_text + new_text)));
  const Bytes bad[] = {
      intentions(made + row, std::string("T\4\1\2\3\0", 6)),  // another key
      intentions(made + row, std::string("T\4\1\1\0\0", 6)),
      intentions(made + row + nothing, std::string("T\5\1\2\0\0\0", 7)),  // another number of columns
      intentions(made + number + number + nothing, std::string("T\3\1\2\0", 5)),
      intentions(made + row, std::string("P\4\1\2\0\0", 6)),  // a patchset
      intentions(made + row, std::string("\0\0\0", 3)),
      intentions(""),  // no change
      intentions(std::string("\x10\0", 2) + row),
      intentions(made + number + number + nothing + left_out),  // not whole
      intentions(gone + number + number + left_out + one_text),
      intentions(made + number + one_text + nothing + one_text),  // no key
      intentions(changed + number + left_out + left_out + one_text + new_text),
      intentions(changed + number + number + nothing + one_text + new_text),  // one side only
      intentions(changed + number + number + left_out + left_out + new_text),
      intentions(changed + number + number + left_out + one_text + number + left_out + left_out + one_text),
      intentions(made + number + number + std::string("\2\0\0\0\0\0\0\0\0", 9) +
                 one_text),  // a real, a blob, no type
      intentions(made + number + number + nothing + "\4\1a"),
      intentions(made + number + number + nothing + "\6\1a"),
      intentions(made + number + number + nothing + "\3\x81\x80\x80\x80\x80\x80\x01" + "a"),  // lengths
      intentions(made + number + number + nothing + "\3\xff\xff\xff\xff\x7f" + "a"),
      intentions(made + number + number + nothing + "\3\2a")};
  for (const Bytes& changes : bad) {
    CAPTURE(&changes - bad);
    CHECK_FALSE(is_taken(*database, changes));
  }
  const std::string of_history = std::string("T\2\1\0history\0", 12) + made + number + nothing;
  CHECK_FALSE(is_taken(*database, {of_history.begin(), of_history.end()}));
  CHECK_FALSE(is_taken(*database, {'T'}));
  CHECK(is_taken(*database, {}));
}

TEST_CASE("a refusal names the row of the history") {
  const StoreFile file;
  { file.write(); }
  const auto database = store::open_to_write(file.path);
  CHECK_THROWS_WITH_AS(Changeset::of(*database, {.seq = 16, .changes = {'T'}}),
                       "history: row 16 holds what rel never records", FileError);
}

}  // namespace
}  // namespace rel::test
