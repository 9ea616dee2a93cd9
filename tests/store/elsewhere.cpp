#include "store/elsewhere.hpp"

#include <doctest/doctest.h>

#include <filesystem>

#include "rel/errors.hpp"
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
    Store store = write();
    ann = added(store, someone("ann"));
    added(store, Remark{.person = ann, .text = "nuts"});
    fs::create_directory(folder / "backups");
    fs::create_directory(stick);
  }
  Elsewhere elsewhere() const { return {path, stick}; }
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
  two.elsewhere().make(monday);
  CHECK(Raw(two.elsewhere().place()).dump() == two.raw().dump());
  CHECK_FALSE(two.elsewhere().is_due(monday));
  CHECK(two.elsewhere().is_due(plus_days(monday, 1)));
  fs::remove_all(two.stick);
  CHECK(two.elsewhere().newest().value().on == monday);
  CHECK_FALSE(Elsewhere(two.path, two.folder / "another").newest());
}

TEST_CASE("one that holds more gets another name") {
  const Two two;
  two.elsewhere().make(monday);
  Store store = two.write();
  removed(store, EntryKind::remark, Id(store.remarks_of(two.ann).front().id));
  two.elsewhere().make(plus_days(monday, 1));
  CHECK(Raw(two.elsewhere().place()).number("SELECT count(*) FROM remarks") == 0);
  CHECK(Raw(two.stick + "/rel-until-2026-11-17.db").number("SELECT count(*) FROM remarks") == 1);
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
