#include "store/whose.hpp"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>

#include "store/copies.hpp"
#include "support/store_file.hpp"

namespace rel::test {
namespace {

namespace fs = std::filesystem;
using store::free_name;
using store::Kind;
using store::kind_of;
using store::Kinship;

void write(const std::string& path, const std::string& text) {
  std::ofstream(path, std::ios::binary) << text;
}

/// Our file: Ann, with a remark, and a copy of that moment.
struct Ours : StoreFile {
  const std::string copy = folder / "copy.db";
  Id ann = 0;
  Id remark = 0;
  Ours() {
    File store = write();
    ann = added(store, someone("ann"));
    remark = added(store, Remark{.person = ann, .text = "nuts"});
    store::copy_to(path, copy);
  }
  Kinship kinship() const {
    const auto ours = store::open_to_read(path);
    const auto other = store::open_to_read(copy);
    return store::kinship(*ours, *other);
  }
  std::string why_kept() const {
    const auto ours = store::open_to_read(path);
    const auto other = store::open_to_read(copy);
    return store::why_kept(*ours, *other);
  }
  /// As after a forgetting: the history tells nothing of what was.
  static void end_history(const std::string& file) { Raw(file).run("DELETE FROM history"); }
};

TEST_CASE("what is at a path, by its name and its first bytes") {
  const Ours ours;
  const Scratch& folder = ours.folder;
  CHECK(kind_of(ours.copy) == Kind::data_file);
  CHECK(kind_of(folder / "none") == Kind::nothing);
  write(folder / "diary.txt", "Dear diary");
  write(folder / "empty", "");
  write(folder / "other.db", std::string("SQLite format 3\0", 16) + std::string(100, 'x'));
  CHECK(kind_of(folder / "diary.txt") == Kind::other);
  CHECK(kind_of(folder / "empty") == Kind::other);
  CHECK(kind_of(folder / ".") == Kind::other);
  CHECK(kind_of(folder / "other.db") == Kind::database);
}

TEST_CASE("a name that SQLite takes for itself is so beside what is a database, or could become one") {
  const Ours ours;
  const Scratch& folder = ours.folder;
  write(folder / "empty", "");
  for (const char* name : {"copy.db", "none.db", "empty"}) {
    for (const char* ending : {"-journal", "-wal", "-shm"}) {
      CHECK(kind_of(folder / (std::string(name) + ending)) == Kind::sqlites_own);
    }
  }
  write(folder / "diary", "Dear diary");
  fs::create_directory(folder / "a");
  CHECK(kind_of(folder / "diary-journal") == Kind::nothing);
  CHECK(kind_of(folder / "a-journal") == Kind::nothing);
  CHECK(kind_of(folder / "-journal") == Kind::nothing);
  CHECK(kind_of(folder / "copy.db-journals") == Kind::nothing);
}

TEST_CASE("a free name") {
  const Scratch folder;
  CHECK(free_name(folder / "rel.db") == folder / "rel.db");
  write(folder / "rel.db", "x");
  write(folder / "rel-2.db", "x");
  CHECK(free_name(folder / "rel.db") == folder / "rel-3.db");
  CHECK(free_name(folder / "new.db-journal") == folder / "new.db");
  write(folder / "empty.db", "");
  CHECK(free_name(folder / "empty.db-wal") == folder / "empty-2.db");
}

TEST_CASE("an older state of ours is a copy, also where entries went since") {
  const Ours ours;
  CHECK(ours.kinship() == Kinship::copy);
  CHECK(ours.why_kept().empty());
  File store = ours.write();
  removed(store, EntryKind::remark, ours.remark);
  CHECK(ours.kinship() == Kinship::copy);
  CHECK(ours.why_kept() == "holds 1 entry, more than the 0 to be copied over it");
}

TEST_CASE("what went its own way since holds more, by an entry or by a person") {
  for (const bool entry : {true, false}) {
    const Ours ours;
    {
      File other = File::open_to_write(ours.copy, {}).value();
      if (entry) added(other, Remark{.person = ours.ann, .text = "only there"});
      if (!entry) added(other, someone("bo"));
    }
    File store = ours.write();
    added(store, Remark{.person = ours.ann, .text = "only here"});
    added(store, Remark{.person = ours.ann, .text = "and here"});
    CHECK(ours.kinship() == Kinship::more);
    CHECK(ours.why_kept() == "holds entries that this file never had");
  }
}

TEST_CASE("entries that are ours, or were by our history, make no more of a copy") {
  const Ours ours;
  {
    File other = File::open_to_write(ours.copy, {}).value();
    Remark changed = other.remark(ours.remark);
    changed.text = "allergic";
    rel::test::changed(other, changed);
  }
  CHECK(ours.kinship() == Kinship::copy);
  File store = ours.write();
  removed(store, EntryKind::remark, ours.remark);
  CHECK(ours.kinship() == Kinship::copy);
  Ours::end_history(ours.path);
  CHECK(ours.kinship() == Kinship::none);  // nothing is left that tells of a common past
}

TEST_CASE("a common past shows by a row of the history, or by an entry where that was let go") {
  const Ours ours;
  Ours::end_history(ours.copy);
  CHECK(ours.kinship() == Kinship::copy);
  Raw(ours.copy).run("DELETE FROM remarks");
  CHECK(ours.kinship() == Kinship::none);
}

TEST_CASE("a circle of its own is no copy, also where both took in the same address book") {
  const Ours ours;
  fs::remove(ours.copy);
  {
    Person same = ours.read().person(ours.ann);
    same.id = 0;
    same.purpose = "another circle";
    File other = File::create(ours.copy, {});
    added(other, same);
  }
  CHECK(ours.kinship() == Kinship::none);
  CHECK(ours.why_kept() == "is a data file of its own, and no copy of this one");
}

TEST_CASE("a record that was merged into another one since is nobody of its own") {
  const Ours ours;
  fs::remove(ours.copy);
  File store = ours.write();
  const Id twice = added(store, someone("ann-2"));
  added(store, Remark{.person = twice, .text = "moves"});
  store::copy_to(ours.path, ours.copy);
  change(store, [&](Change& change) { change.merge(store.person(ours.ann), twice); });
  Ours::end_history(ours.path);
  Ours::end_history(ours.copy);
  CHECK(ours.kinship() == Kinship::copy);
}

}  // namespace
}  // namespace rel::test
