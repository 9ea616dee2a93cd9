#include <doctest/doctest.h>

#include <filesystem>

#include "support/examined.hpp"

namespace rel::test {
namespace {

namespace fs = std::filesystem;

std::string copy_of(const Examined& file, int on) {
  const store::Backups backups(file.path);
  const auto lock = backups.lock();
  return backups.make(lock, {day(on), TimeOfDay{540}}, 0).value();
}

void damage(const std::string& copy) {
  Raw(copy).run("UPDATE remarks SET text = 'x'");
}

TEST_CASE("doctor: a damaged copy is named, and the newest sound one is the way back") {
  const Examined file;
  const store::Backups backups(file.path);
  std::string sound;
  CHECK(store::examine_copies(backups, std::nullopt, day(20010), sound).empty());
  CHECK(sound.empty());
  copy_of(file, 20000);
  const std::string second = copy_of(file, 20001);
  const std::string newest = copy_of(file, 20002);
  CHECK(store::examine_copies(backups, std::nullopt, day(20010), sound).empty());
  CHECK(sound == newest);
  damage(newest);
  sound.clear();
  const Findings findings = store::examine_copies(backups, std::nullopt, day(20010), sound);
  REQUIRE(findings.size() == 1);
  CHECK(findings.front().severity == Severity::error);
  CHECK(findings.front().where == newest);
  CHECK(findings.front().by_hand == "remove it; rel backup makes another");
  CHECK(sound == second);
}

TEST_CASE(
    "doctor: that no copies are made although the file changes is worth a warning, from the third day on") {
  const Examined file;
  const store::Backups backups(file.path);
  copy_of(file, 20000);
  std::string sound;
  CHECK(store::examine_copies(backups, day(20002), day(20010), sound).empty());
  const Findings findings = store::examine_copies(backups, day(20003), day(20010), sound);
  REQUIRE(findings.size() == 1);
  CHECK(findings.front().severity == Severity::warning);
  CHECK(findings.front().what.find("none was made since " + iso(day(20000))) == 0);
}

TEST_CASE("doctor: copies of a clock that was wrong are neither the way back nor a sign of life") {
  const Examined file;
  const store::Backups backups(file.path);
  const std::string now = copy_of(file, 20000);
  copy_of(file, 40000);
  std::string sound;
  CHECK(store::examine_copies(backups, day(20003), day(20004), sound).size() == 1);
  CHECK(sound == now);
}

TEST_CASE("doctor: a copy that another command let go meanwhile is passed over") {
  const Examined file;
  const store::Backups backups(file.path);
  copy_of(file, 20000);
  const std::string gone = copy_of(file, 20001);
  fs::remove(gone);
  fs::create_symlink(file.folder / "none", gone);  // it is listed, and can't be opened
  std::string sound;
  CHECK(store::examine_copies(backups, std::nullopt, day(20010), sound).empty());
}

struct WithStick : Examined {
  const std::string stick = folder / "stick";
  WithStick() {
    fs::create_directory(stick);
    fs::create_directory(folder / "backups");
  }
  Findings look_elsewhere(int today) const {
    return store::examine_elsewhere(store::Elsewhere(path, stick), day(today));
  }
};

TEST_CASE("doctor: no copy elsewhere is worth knowing") {
  const Examined file;
  const Findings findings = store::examine_elsewhere(store::Elsewhere(file.path, ""), day(0));
  REQUIRE(findings.size() == 1);
  CHECK(findings.front().severity == Severity::notice);
  CHECK(findings.front().what == "no copy is kept on another disk");
  CHECK(findings.front().way == Way::by_hand);
}

TEST_CASE("doctor: the copy elsewhere: how old it is, and whether it is on the same disk") {
  const WithStick file;
  const std::string place = store::Elsewhere(file.path, file.stick).place();
  CHECK(finds(file.look_elsewhere(20000), place, "there is no copy elsewhere yet"));
  CHECK(finds(file.look_elsewhere(20000), place, "is on the disk of the data file"));
  store::Elsewhere(file.path, file.stick).make(store::Backups(file.path).lock(), day(20000));
  CHECK(file.look_elsewhere(20000).size() == 2);
  CHECK(finds(file.look_elsewhere(20000), place, "the newest copy elsewhere is of today"));
  CHECK(finds(file.look_elsewhere(20001), place, "the newest copy elsewhere is 1 day old"));
  CHECK(finds(file.look_elsewhere(20002), place, "the newest copy elsewhere is 2 days old"));
  CHECK(file.look_elsewhere(20000).back().way == Way::none);
  fs::rename(file.stick, file.folder / "away");
  REQUIRE(file.look_elsewhere(20000).size() == 1);
  CHECK(file.look_elsewhere(20000).back().way == Way::by_hand);
}

TEST_CASE("doctor: a damaged copy elsewhere is named") {
  const WithStick file;
  const store::Elsewhere elsewhere(file.path, file.stick);
  elsewhere.make(store::Backups(file.path).lock(), day(20000));
  damage(elsewhere.place());
  const Findings findings = file.look_elsewhere(20000);
  REQUIRE(findings.size() == 3);
  CHECK(findings[1].severity == Severity::error);
  CHECK(findings[1].where == elsewhere.place());
  CHECK(findings[1].by_hand == "move it away; the next change of a day makes another");
}

}  // namespace
}  // namespace rel::test
