#include "store/migrate.hpp"

#include <doctest/doctest.h>

#include <cstdlib>
#include <filesystem>

#include "base/errors.hpp"
#include "store/copies.hpp"
#include "store/doctor.hpp"
#include "store/restore.hpp"
#include "store/sums.hpp"
#include "store/waiting.hpp"
#include "support/store_file.hpp"

namespace rel::test {
namespace {

namespace fs = std::filesystem;

/// By which list of versions the store goes from here on (versions.cpp).
void choose(const char* versions) {
  setenv("REL_TEST_VERSIONS", versions, 1);
}

constexpr Moment now{day(20'000), TimeOfDay{540}};

/// A file of our version, with a few entries of Ann's and Bo's.
struct OlderFile : StoreFile {
  OlderFile() {
    choose("first");
    File store = write();
    ann_is = added(store, someone("ann", "Ann Lee"));
    const Id bo_is = added(store, someone("bo", "Bo"));
    added(store, Contact{.with = {ann_is, bo_is}, .on = day(9'000), .note = "a walk"});
    added(store, of(ann_is, Remark{.text = "moves to Lisbon", .heard = day(9'000)}));
    added(store, of(bo_is, Remark{.text = "a new job", .heard = day(9'001)}));
    added(store, of(bo_is, promise(9'000)));
    added(store, of(ann_is, snooze(9'002, 9'030)));
    then = raw().dump();
    choose("adds");
  }
  ~OlderFile() { choose("adds"); }
  OlderFile(const OlderFile&) = delete;
  OlderFile& operator=(const OlderFile&) = delete;

  std::optional<std::string> migrate() const {
    const auto lock = backups.lock();
    return store::migrate(path, {}, backups, lock, now, 0, test_time);
  }
  int version() const { return raw().number("PRAGMA user_version"); }
  /// Nothing has changed, and no copy was made.
  void stays() const {
    CHECK(raw().dump() == then);
    CHECK(version() == 2);
    CHECK(backups.all().empty());
  }

  const store::Backups backups{path};
  Id ann_is = 0;
  std::string then;
};

std::string texts_of(const Reader& store, Id person) {
  std::string texts;
  for (const Remark& remark : store.remarks_of(person)) texts += remark.text;
  return texts;
}

bool only_notices(const store::Findings& findings) {
  for (const store::Finding& finding : findings) {
    if (finding.severity != store::Severity::notice) {
      MESSAGE(finding.where << ": " << finding.what);
      return false;
    }
  }
  return true;
}

TEST_CASE("an older file is not written as it is") {
  const OlderFile file;
  CHECK_THROWS_AS(File::open_to_write(file.path, {}), store::OlderFile);
  CHECK_THROWS_AS(File::create(file.path, {}), store::OlderFile);
  CHECK(store::is_older(file.path));
  file.stays();
}

TEST_CASE("it is read as what it would be, and not touched") {
  const OlderFile file;
  const auto written = fs::last_write_time(file.path);
  for (const char* versions : {"adds", "twice"}) {
    choose(versions);
    Reader store = file.read();
    CHECK(texts_of(store, file.ann_is) == "moves to Lisbon");
    CHECK(store.extent() == store::Extent{5, 2});
    CHECK(store.last_change_ms() == test_time);
    CHECK(store::waiting(store, day(20'000), 0).size() == 2);
    CHECK(store.checkpoint()->why == store::migration_why);
    CHECK(store::examine_caches(store).empty());
  }
  CHECK(fs::last_write_time(file.path) == written);
  file.stays();
}

TEST_CASE("it becomes one of ours, with all it held, after a copy of what it was") {
  for (const char* versions : {"adds", "twice"}) {
    CAPTURE(versions);
    const OlderFile file;
    choose(versions);
    const auto kept = file.migrate();
    REQUIRE(kept);
    CHECK(Raw(*kept).dump() == file.then);
    CHECK(file.version() == store::schema_version());
    CHECK_FALSE(store::is_older(file.path));
    CHECK(file.raw().column("SELECT letters FROM remarks ORDER BY id") ==
          std::vector<std::string>{"15", "9"});
    File store = file.write();
    CHECK(texts_of(store, file.ann_is) == "moves to Lisbon");
    CHECK(store.extent() == store::Extent{5, 2});
    CHECK(only_notices(store::examine_file(file.path, {})));
    CHECK_FALSE(store.undo(test_time));
    CHECK(store.checkpoint()->why == store::migration_why);
    added(store, someone("cy"));
    CHECK(store.undo(test_time));
    CHECK(only_notices(store::examine_file(file.path, {})));
  }
}

TEST_CASE("a file with nobody in it becomes one of ours without a copy") {
  choose("first");
  const StoreFile file;
  file.write();
  choose("adds");
  const store::Backups backups(file.path);
  const auto lock = backups.lock();
  CHECK_FALSE(store::migrate(file.path, {}, backups, lock, now, 0, test_time));
  CHECK(backups.all().empty());
  CHECK_FALSE(store::is_older(file.path));
  CHECK(only_notices(store::examine_file(file.path, {})));
}

TEST_CASE("what is of our version already stays as it is") {
  const OlderFile file;
  REQUIRE(file.migrate());
  const std::string held = file.raw().dump();
  CHECK_FALSE(file.migrate());
  CHECK(file.raw().dump() == held);
  CHECK(file.backups.all().size() == 1);
  store::bring_up_to_date(file.path, file.path, {}, test_time);
  CHECK(file.raw().dump() == held);
}

TEST_CASE("a version by which something would be lost is refused, and nothing is changed") {
  const std::pair<const char*, const char*> mistakes[] = {{"loses", "remarks: not as many rows as before"},
                                                          {"strays", "promises: names what is not there"},
                                                          {"fails", "no such column"},
                                                          {"refused", "CHECK constraint"}};
  for (const auto& [versions, why] : mistakes) {
    CAPTURE(versions);
    const OlderFile file;
    choose(versions);
    CHECK_THROWS_WITH_AS(file.migrate(), doctest::Contains(why), FileError);
    CHECK_THROWS_WITH_AS(file.read(), doctest::Contains(why), FileError);
    CHECK_THROWS_WITH_AS(file.read(), doctest::Contains("rel.db: can't be brought from version 2 to 3"),
                         FileError);
    const store::Findings findings = store::examine_file(file.path, {});
    REQUIRE(findings.size() == 1);
    CHECK(findings[0].severity == store::Severity::error);
    CHECK(findings[0].by_hand == "it stays as it is, and the rel before this one still reads it");
    file.stays();
  }
}

TEST_CASE("an older file is examined as what it is") {
  const OlderFile file;
  const store::Findings findings = store::examine_file(file.path, {});
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].severity == store::Severity::notice);
  CHECK(findings[0].what == "is of version 2; the next change brings it to 3, after a copy");
  file.raw().run("UPDATE remarks SET text = 'moves to London' WHERE text LIKE 'moves%'");
  const store::Findings damage = store::examine_file(file.path, {});
  REQUIRE(damage.size() == 1);
  CHECK(damage[0].severity == store::Severity::error);
}

TEST_CASE("tables of another version under the number of an older one are refused") {
  const OlderFile file;
  file.raw().run("ALTER TABLE people ADD COLUMN more TEXT");
  CHECK_THROWS_WITH_AS(file.read(), doctest::Contains("its tables are not those that rel makes"), FileError);
}

TEST_CASE("a damaged one is not brought anywhere") {
  const OlderFile file;
  file.raw().run("UPDATE remarks SET text = 'moves to London' WHERE text LIKE 'moves%'");
  CHECK_THROWS_WITH_AS(file.migrate(), doctest::Contains("is damaged"), FileError);
  CHECK(file.version() == 2);
  CHECK(file.backups.all().empty());
}

TEST_CASE("where no copy can be made, nothing is changed") {
  const OlderFile file;
  const auto lock = file.backups.lock();
  fs::remove_all(file.backups.folder());
  CHECK_THROWS_AS(store::migrate(file.path, {}, file.backups, lock, now, 0, test_time), IoError);
  file.stays();
}

TEST_CASE("an older copy is brought back into a file of ours, into an older one, and where there is none") {
  for (const bool present : {true, false}) {
    for (const bool older : {true, false}) {
      CAPTURE(present);
      CAPTURE(older);
      const OlderFile file;
      const std::string copy = file.folder / "copy.db";
      store::copy_to(file.path, copy);
      if (!older) file.migrate();
      if (!present) fs::remove(file.path);
      const auto lock = file.backups.lock();
      const store::Restored done = store::restore(file.path, copy, file.backups, lock, {}, now, 1, test_time);
      CHECK(done.extent == store::Extent{5, 2});
      CHECK(done.kept.has_value() == present);
      CHECK(file.version() == store::schema_version());
      CHECK(only_notices(store::examine_file(file.path, {})));
      File store = file.write();
      CHECK(texts_of(store, file.ann_is) == "moves to Lisbon");
      CHECK(store.checkpoint()->why == "restore");
    }
  }
}

TEST_CASE("who holds a file open when it becomes one of another version does not write to it") {
  const OlderFile file;
  choose("first");
  File store = file.write();
  choose("adds");
  REQUIRE(file.migrate());
  CHECK_THROWS_WITH_AS(added(store, someone("cy")), doctest::Contains("another version"), FileError);
  CHECK(file.raw().number("SELECT count(*) FROM people") == 2);
}

}  // namespace
}  // namespace rel::test
