#include "store/copies.hpp"

#include <doctest/doctest.h>
#include <sys/stat.h>

#include <fstream>

#include "base/errors.hpp"
#include "support/store_file.hpp"

namespace rel::test {
namespace {

namespace fs = std::filesystem;
using store::check_wholly;
using store::copy_to;

struct Source : StoreFile {
  Id ann = 0;
  Source() {
    File store = write();
    ann = added(store, someone("ann", "Ann Lee"));
    added(store, Remark{.person = ann, .text = "nuts"});
  }
  std::string copy() const { return folder / "copy.db"; }
};

TEST_CASE("a copy holds the same, with its history, for its owner alone") {
  const Source source;
  const mode_t before = umask(0);
  const store::Extent extent = copy_to(source.path, source.copy());
  umask(before);
  CHECK(extent == store::Extent{1, 1});
  Raw copy(source.copy());
  CHECK(copy.dump() == source.raw().dump());
  CHECK(copy.dump({"history", "sums", "names", "made_with"}) ==
        source.raw().dump({"history", "sums", "names", "made_with"}));
  CHECK((fs::status(source.copy()).permissions() & fs::perms::all) == fs::perms(0600));
  CHECK(check_wholly(source.copy()) == extent);
}

TEST_CASE("an older copy is replaced, one with more entries is not") {
  const Source source;
  copy_to(source.path, source.copy());
  File store = source.write();
  const Id remark = added(store, Remark{.person = source.ann, .text = "moves"});
  CHECK(copy_to(source.path, source.copy()).entries == 2);
  removed(store, EntryKind::remark, remark);
  CHECK_THROWS_WITH_AS(copy_to(source.path, source.copy()), doctest::Contains("holds 2 entries"), FileError);
  CHECK(check_wholly(source.copy()).entries == 2);
}

TEST_CASE("what is no copy of ours is never replaced") {
  const Source source;
  const auto refuses = [&](const char* says) {
    CHECK_THROWS_WITH_AS(copy_to(source.path, source.copy()), doctest::Contains(says), FileError);
  };
  std::ofstream(source.copy()) << "Dear diary, " << std::string(5000, '.');
  refuses("not a rel file");
  CHECK(fs::file_size(source.copy()) == 5012);
  std::ofstream(source.copy(), std::ios::trunc).flush();
  refuses("is empty");
  fs::remove(source.copy());
  fs::create_directory(source.copy());
  refuses("is a folder");
  fs::remove(source.copy());
  copy_to(source.path, source.copy());
  std::ofstream(source.copy() + "-journal") << "bytes";
  refuses("lies beside");
}

TEST_CASE("another circle, or what went its own way, is never replaced") {
  const Source source;
  {
    File other = File::create(source.copy(), {});
    added(other, someone("only"));
  }
  CHECK_THROWS_WITH_AS(copy_to(source.path, source.copy()), doctest::Contains("of its own"),
                       store::NotReplaced);
  fs::remove(source.copy());
  copy_to(source.path, source.copy());
  {
    File other = File::open_to_write(source.copy(), {}).value();
    removed(other, EntryKind::remark, Id(other.remarks_of(source.ann).front().id));
    added(other, Remark{.person = source.ann, .text = "only there"});
  }
  CHECK_THROWS_WITH_AS(copy_to(source.path, source.copy()), doctest::Contains("never had"),
                       store::NotReplaced);
  CHECK(Raw(source.copy()).text("SELECT text FROM remarks") == "only there");
}

TEST_CASE("a name that SQLite takes for itself is no place for a copy") {
  const Source source;
  for (const char* ending : {"-journal", "-wal", "-shm"}) {
    CHECK_THROWS_AS(copy_to(source.path, source.path + ending), store::NotReplaced);
    CHECK_FALSE(fs::exists(source.path + ending));
  }
}

TEST_CASE("a copy of a damaged file does not count and leaves nothing") {
  const Source source;
  Raw raw = source.raw();
  raw.run("PRAGMA writable_schema = ON; UPDATE sqlite_schema SET rootpage = 3 WHERE name = 'remarks_of'");
  CHECK_THROWS_AS(copy_to(source.path, source.copy()), Error);
  CHECK_FALSE(fs::exists(source.copy()));
}

TEST_CASE("the check finds damaged pages, orphans, a broken history, and a missing file") {
  const Source source;
  CHECK_THROWS_WITH_AS(check_wholly(source.copy()), doctest::Contains("no such file"), FileError);
  const auto damaged_by = [&](const std::string& sql, const char* says) {
    fs::remove(source.copy());
    copy_to(source.path, source.copy());
    Raw(source.copy()).run(sql);
    CAPTURE(sql);
    CHECK_THROWS_WITH_AS(check_wholly(source.copy()), doctest::Contains(says), FileError);
  };
  damaged_by("PRAGMA foreign_keys = OFF; DELETE FROM people", "names a person who is not there");
  damaged_by("UPDATE history SET command = 'other' WHERE seq = 1", "history: row");
  damaged_by("UPDATE history SET at = at + 1 WHERE seq = 1", "history: row");
  damaged_by("UPDATE history SET changes = CAST(changes || x'00' AS BLOB) WHERE seq = 2", "history: row");
  damaged_by("DELETE FROM history WHERE seq = 1", "history: row");
  damaged_by("PRAGMA ignore_check_constraints = ON; UPDATE people SET tier = 9", "CHECK constraint");
}

TEST_CASE("a copy is of one moment: what another program has begun to write is not in it") {
  const Source source;
  store::PrivateFile copy(source.copy());
  File writer = source.write();
  // A writer who has begun may go on only after the copy; the copy is of before.
  Raw raw = source.raw();
  raw.run("BEGIN IMMEDIATE; UPDATE remarks SET text = 'other'");
  CHECK(store::copy_verified(source.path, copy).entries == 1);
  raw.run("COMMIT");
  CHECK(Raw(copy.path()).text("SELECT text FROM remarks") == "nuts");
}

}  // namespace
}  // namespace rel::test
