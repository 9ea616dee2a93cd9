#include "store/restore.hpp"

#include <doctest/doctest.h>
#include <sys/stat.h>

#include <fstream>

#include "base/errors.hpp"
#include "store/copies.hpp"
#include "store/doctor.hpp"
#include "support/store_file.hpp"

namespace rel::test {
namespace {

namespace fs = std::filesystem;
using store::Restored;
using namespace date::literals;

constexpr Moment nine{2026_y / 11 / 21, TimeOfDay{9 * 60}};

/// A file with one remark, a copy of it, and two remarks now.
struct Restoring : StoreFile {
  store::Backups backups{path};
  std::string copy = folder / "copy.db";
  Id ann = 0;
  std::string then;
  std::string now;

  Restoring() {
    File store = write();
    ann = added(store, someone("ann", "Ann Lee"));
    added(store, Remark{.person = ann, .text = "then"});
    store::copy_to(path, copy);
    then = raw().dump();
    added(store, Remark{.person = ann, .text = "now"});
    added(store, someone("bo"));
    now = raw().dump();
  }
  Restored bring_back(const std::string& from) const {
    store::check_source(from);
    const auto lock = backups.lock();
    return store::restore(path, from, backups, lock, {}, nine, 0, test_time);
  }
};

TEST_CASE("the copy's content comes back, and what was there is kept and can be brought back") {
  const Restoring file;
  const Restored done = file.bring_back(file.copy);
  CHECK(file.raw().dump() == file.then);
  CHECK(done.extent == store::Extent{1, 1});
  CHECK_FALSE(done.was_damaged);
  CHECK(Raw(done.kept.value()).dump() == file.now);
  CHECK(store::check_wholly(file.path) == done.extent);
  file.bring_back(*done.kept);
  CHECK(file.raw().dump() == file.now);
  CHECK(std::distance(fs::directory_iterator(file.folder / ""), {}) == 3);  // it, the copy, the backups
}

TEST_CASE("the caches come with it, the history ends") {
  const Restoring file;
  file.bring_back(file.copy);
  CHECK(file.raw().dump({"sums", "names", "made_with"}) ==
        Raw(file.copy).dump({"sums", "names", "made_with"}));
  File store = file.write();
  CHECK_FALSE(store.undo(test_time));
  CHECK(store.checkpoint().value().why == "restore");
  added(store, Remark{.person = file.ann, .text = "later"});
  CHECK(store.undo(test_time));
}

TEST_CASE("where there is no file it is made, 0600, and a journal of another is not applied to it") {
  const Restoring file;
  fs::remove(file.path);
  std::ofstream(file.path + "-journal") << "a stale one";
  const mode_t before = umask(0);
  const Restored done = file.bring_back(file.copy);
  umask(before);
  CHECK_FALSE(done.kept);
  CHECK_FALSE(fs::exists(file.path + "-journal"));
  CHECK(file.raw().dump() == file.then);
  CHECK((fs::status(file.path).permissions() & fs::perms::all) == fs::perms(0600));
  File store = file.write();
  CHECK_FALSE(store.undo(test_time));
}

TEST_CASE("a damaged file is kept as it is, byte for byte, and replaced") {
  const Restoring file;
  for (const bool empty : {false, true}) {
    CAPTURE(empty);
    fs::resize_file(file.path, empty ? 0 : fs::file_size(file.path) - 4096);
    const auto size = fs::file_size(file.path);
    const Restored done = file.bring_back(file.copy);
    CHECK(done.was_damaged);
    CHECK(fs::file_size(done.kept.value()) == size);
    CHECK(file.raw().dump() == file.then);
  }
}

TEST_CASE("what was never ours is not replaced") {
  const Restoring file;
  fs::remove(file.path);
  std::ofstream(file.path) << std::string(10'000, 'x');
  CHECK_THROWS_WITH_AS(file.bring_back(file.copy), doctest::Contains("is not a rel file"), FileError);
  CHECK(fs::file_size(file.path) == 10'000);
}

TEST_CASE("a copy that is not wholly sound changes nothing") {
  const Restoring file;
  const auto refuses = [&](const std::string& from, const char* says) {
    CAPTURE(says);
    CHECK_THROWS_WITH_AS(file.bring_back(from), doctest::Contains(says), FileError);
    CHECK(file.raw().dump() == file.now);
    CHECK(file.backups.all().empty());
  };
  refuses(file.folder / "missing.db", "no such file");
  std::ofstream(file.copy + "-journal") << "bytes";
  refuses(file.copy, "lies beside");
  fs::remove(file.copy + "-journal");
  Raw(file.copy).run("UPDATE history SET command = 'x' WHERE seq = 1");
  refuses(file.copy, "history: row");
  Raw(file.copy).run("PRAGMA user_version = 9999");
  refuses(file.copy, "newer rel");
  fs::resize_file(file.copy, 5000);
  refuses(file.copy, "damaged");
}

TEST_CASE("what is there is kept while others read it and nobody can write to it") {
  const Restoring file;
  const auto look = [&]() -> std::optional<store::Held> {
    CHECK(file.raw().dump() == file.now);
    store::Database other(file.path, SQLite::OPEN_READWRITE, 0);
    CHECK_THROWS_AS(other.script("BEGIN IMMEDIATE"), LockedError);
    throw IoError("the disk is full");
  };
  File store = file.write();
  CHECK_THROWS_AS(store.replace_contents(look, test_time, "restore"), IoError);
  CHECK(file.raw().dump() == file.now);
  CHECK(store.undo(test_time));
}

TEST_CASE("what is restored has figures and names that hold, whatever the copy has") {
  for (const char* sql : {"UPDATE sums SET postponed = -1", "UPDATE sums SET quiet_since = quiet_since + 1",
                          "UPDATE OR IGNORE names SET person = -1", "DELETE FROM made_with"}) {
    CAPTURE(sql);
    const Restoring file;
    store::Database(file.copy, SQLite::OPEN_READWRITE, 0).script(sql);
    CHECK_FALSE(store::examine_file(file.copy, {}).empty());
    file.bring_back(file.copy);
    CHECK(store::examine_file(file.path, {}).empty());
    fs::remove(file.path);
    file.bring_back(file.copy);
    CHECK(store::examine_file(file.path, {}).empty());
  }
}

}  // namespace
}  // namespace rel::test
