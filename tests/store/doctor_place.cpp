#include <doctest/doctest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

#include "support/examined.hpp"

namespace rel::test {
namespace {

namespace fs = std::filesystem;

/// The places that are named, with the file's folder left out.
std::vector<std::string> places(const Examined& file) {
  std::vector<std::string> names;
  for (const Finding& one : store::examine_place(file.path)) {
    CHECK(one.severity == Severity::warning);
    names.push_back(fs::path(one.where).filename());
  }
  return names;
}

fs::perms mode_of(const std::string& path) {
  return fs::status(path).permissions() & fs::perms::all;
}

using Names = std::vector<std::string>;

TEST_CASE("doctor: nothing is said of a place where all is well") {
  const Examined file;
  CHECK(places(file).empty());
  CHECK(store::examine_place(file.folder / "none.db").empty());
}

TEST_CASE("doctor: what others may read, and what was left behind, is tidied") {
  const Examined file;
  const store::Backups backups(file.path);
  const std::string copy = [&] {
    const auto lock = backups.lock();
    return backups.make(lock, {day(20000), TimeOfDay{540}}, 0).value();
  }();
  std::ofstream(file.path + ".new-abcdef") << "half";
  std::ofstream(backups.folder() + "/rel-2024-10-04-090000.db.new-abcdef") << "half";
  fs::permissions(file.path, fs::perms(0640));
  fs::permissions(backups.folder(), fs::perms(0755));
  fs::permissions(copy, fs::perms(0604));
  CHECK(places(file) == Names{"rel.db", "backups", fs::path(copy).filename(),
                              "rel-2024-10-04-090000.db.new-abcdef", "rel.db.new-abcdef"});
  for (const Finding& one : store::examine_place(file.path)) CHECK(one.way == Way::tidy);
  store::repair_place(file.path);
  CHECK(places(file).empty());
  CHECK(mode_of(file.path) == fs::perms(0600));
  CHECK(mode_of(copy) == fs::perms(0600));
  CHECK(mode_of(backups.folder()) == fs::perms(0700));
  CHECK_FALSE(fs::exists(file.path + ".new-abcdef"));
}

TEST_CASE("doctor: a folder that others may write to is named, but not one where they can't take away") {
  const Examined file;
  const std::string folder = fs::path(file.path).parent_path();
  const std::string name = fs::path(folder).filename();
  fs::permissions(folder, fs::perms(0755));
  CHECK(places(file).empty());
  for (const int mode : {0720, 0702}) {
    fs::permissions(folder, fs::perms(static_cast<unsigned>(mode)));
    CHECK(places(file) == Names{name});
  }
  fs::permissions(folder, fs::perms(01777));
  CHECK(places(file).empty());
}

TEST_CASE("doctor: what programs that synchronize keep beside the file is named, and nothing else") {
  const Examined file;
  for (const char* name : {"rel.sync-conflict-20261121-090000-ABCDEFG.db",
                           "rel (Ann's conflicted copy 2026-11-21).db", "rel 2.db", "rel (1).db"}) {
    CAPTURE(name);
    std::ofstream(file.folder / name) << "x";
    CHECK(places(file) == Names{name});
    CHECK(store::examine_place(file.path).front().way == Way::by_hand);
    fs::remove(file.folder / name);
  }
  for (const char* name : {"rel-old.db", "rel 2.txt", "other 2.db", "rel2.db", "rel b.db"})
    std::ofstream(file.folder / name) << "x";
  CHECK(places(file).empty());
}

TEST_CASE("doctor: a file of another user is named" * doctest::skip(geteuid() != 0)) {
  const Examined file;
  REQUIRE(chown(file.path.c_str(), 1234, 1234) == 0);
  const Findings findings = store::examine_place(file.path);
  REQUIRE(findings.size() == 1);
  CHECK(findings.front().what == "belongs to another user");
  CHECK(findings.front().way == Way::by_hand);
}

}  // namespace
}  // namespace rel::test
