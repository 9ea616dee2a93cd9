#include "store/elsewhere.hpp"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>

#include "base/errors.hpp"
#include "store/copies.hpp"
#include "support/store_file.hpp"

namespace rel::test {
namespace {

namespace fs = std::filesystem;
using store::Elsewhere;

const Day monday = *day_from_iso("2026-11-16");

struct Two : StoreFile {
  const std::string stick = folder / "stick";
  Id ann = 0;
  Two() {
    File store = write();
    ann = added(store, someone("ann"));
    added(store, Remark{.person = ann, .text = "nuts"});
    fs::create_directory(folder / "backups");
    fs::create_directory(stick);
  }
  Elsewhere elsewhere() const { return {path, stick}; }
  void make(Day today) const { elsewhere().make(store::Backups(path).lock(), today); }
};

TEST_CASE("none is wanted where no folder is set, none is due where it is not there") {
  const Two two;
  CHECK_FALSE(Elsewhere(two.path, "").wanted());
  CHECK_FALSE(Elsewhere(two.path, "").is_due(monday));
  CHECK_FALSE(Elsewhere(two.path, two.folder / "none").reachable());
  CHECK_FALSE(Elsewhere(two.path, two.folder / "none").is_due(monday));
}

TEST_CASE("one a day, and when is remembered while the folder is away") {
  const Two two;
  CHECK(two.elsewhere().is_due(monday));
  CHECK_FALSE(two.elsewhere().newest());
  two.make(monday);
  CHECK(Raw(two.elsewhere().place()).dump() == two.raw().dump());
  CHECK_FALSE(two.elsewhere().is_due(monday));
  CHECK(two.elsewhere().is_due(plus_days(monday, 1)));
  fs::remove_all(two.stick);
  CHECK(two.elsewhere().newest().value().on == monday);
  CHECK_FALSE(Elsewhere(two.path, two.folder / "another").newest());
}

TEST_CASE("one that holds more gets another name") {
  const Two two;
  two.make(monday);
  File store = two.write();
  removed(store, EntryKind::remark, Id(store.remarks_of(two.ann).front().id));
  two.make(plus_days(monday, 1));
  CHECK(Raw(two.elsewhere().place()).number("SELECT count(*) FROM remarks") == 0);
  CHECK(Raw(two.stick + "/rel-until-2026-11-17.db").number("SELECT count(*) FROM remarks") == 1);
}

TEST_CASE("one that went its own way gets another name, also a second one of that day") {
  const Two two;
  for (const char* name : {"rel-until-2026-11-16.db", "rel-until-2026-11-16-2.db"}) {
    two.make(monday);
    {
      File other = File::open_to_write(two.elsewhere().place(), {}).value();
      added(other, Remark{.person = two.ann, .text = "only there"});
    }
    File store = two.write();
    added(store, Remark{.person = two.ann, .text = "only here"});
    two.make(monday);
    CHECK(Raw(two.stick + "/" + name).number("SELECT count(*) FROM remarks WHERE text = 'only there'") == 1);
  }
}

TEST_CASE("two circles of one name keep apart in one folder, day after day") {
  const Two one;
  const Two other;
  const Elsewhere first = one.elsewhere();
  const Elsewhere second(other.path, one.stick);
  for (int day = 0; day < 3; ++day) {
    first.make(store::Backups(one.path).lock(), plus_days(monday, day));
    second.make(store::Backups(other.path).lock(), plus_days(monday, day));
    CHECK(first.place() == one.stick + "/rel.db");
    CHECK(second.place() == one.stick + "/rel-2.db");
    CHECK(Raw(first.place()).dump() == one.raw().dump());
    CHECK(Raw(second.place()).dump() == other.raw().dump());
  }
  CHECK(std::distance(fs::directory_iterator(one.stick), {}) == 2);
}

TEST_CASE("what is no data file keeps its place, too") {
  const Two two;
  std::ofstream(two.stick + "/rel.db") << "Dear diary";
  two.make(monday);
  CHECK(fs::file_size(two.stick + "/rel.db") == 10);
  CHECK(two.elsewhere().place() == two.stick + "/rel-2.db");
}

TEST_CASE("a folder on the same disk is seen") {
  const Two two;
  CHECK(two.elsewhere().on_the_same_disk());
  CHECK_FALSE(Elsewhere(two.path, "/proc").on_the_same_disk());
}

TEST_CASE(
    "the data file's own folder is no other place: nothing ever replaces the file by a copy of itself") {
  const Two two;
  const Elsewhere own(two.path, two.folder / ".");
  CHECK(own.wanted());
  CHECK(own.leads_to_data_file());
  CHECK_FALSE(own.reachable());
  CHECK_FALSE(own.is_due(monday));
  CHECK_FALSE(two.elsewhere().leads_to_data_file());
  CHECK_THROWS_AS(store::copy_to(two.path, two.path), FileError);
  fs::create_directory_symlink(two.folder / ".", two.folder / "link");
  CHECK(Elsewhere(two.path, two.folder / "link").leads_to_data_file());
}

}  // namespace
}  // namespace rel::test
