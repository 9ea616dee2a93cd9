#include "store/backups.hpp"

#include <doctest/doctest.h>

#include <fstream>

#include "base/errors.hpp"
#include "store/copies.hpp"
#include "support/store_file.hpp"

namespace rel::test {
namespace {

namespace fs = std::filesystem;
using store::Backup;
using store::Backups;
using namespace date::literals;

constexpr Moment nine{2026_y / 11 / 21, TimeOfDay{9 * 60}};

struct Copied : StoreFile {
  Backups backups{path};
  Id ann = 0;
  Copied() {
    File store = write();
    ann = added(store, someone("ann"));
  }
  std::string make(const Moment& now, int seconds = 0) const {
    const auto lock = backups.lock();
    const fs::path made = backups.make(lock, now, seconds).value();
    backups.prune(lock, made);
    return made.filename();
  }
  std::vector<std::string> names() const {
    std::vector<std::string> names;
    for (const Backup& backup : backups.all()) names.push_back(fs::path(backup.path).filename());
    return names;
  }
};

Moment days_later(int days) {
  return {plus_days(nine.day, days), nine.time};
}

TEST_CASE("a copy is named after the data file and the time, and is in a folder of its own, 0700") {
  const Copied file;
  CHECK(file.make(nine, 7) == "rel-2026-11-21-090007.db");
  CHECK(file.names() == std::vector<std::string>{"rel-2026-11-21-090007.db"});
  CHECK((fs::status(file.backups.folder()).permissions() & fs::perms::all) == fs::perms(0700));
  const Backup backup = file.backups.all().front();
  CHECK(backup.at == nine);
  CHECK(backup.seconds == 7);
  CHECK(store::check_wholly(backup.path).people == 1);
}

TEST_CASE("those of one second are numbered, and a number that was let go is not given again") {
  const Copied file;
  for (int n = 1; n <= 12; ++n) {
    const std::string ending = n == 1 ? "" : "-" + std::to_string(n);
    CHECK(file.make(nine) == "rel-2026-11-21-090000" + ending + ".db");
  }
  CHECK(file.names() == std::vector<std::string>{"rel-2026-11-21-090000-12.db", "rel-2026-11-21-090000-11.db",
                                                 "rel-2026-11-21-090000-10.db"});
}

TEST_CASE("a folder that can't be read is not taken for an empty one") {
  const Copied file;
  std::ofstream(file.backups.folder()) << "a file";
  CHECK_THROWS_AS(file.backups.all(), IoError);
  CHECK_THROWS_AS(file.backups.nothing_to_do(nine.day), IoError);
  CHECK_THROWS_AS(file.backups.lock(), IoError);
}

TEST_CASE("other files in the folder, and the copies of another data file, are neither listed nor let go") {
  const Copied file;
  file.make(nine);
  const std::vector<std::string> others = {"rel-2026-13-21-090000.db",
                                           "rel-2026-11-21-090000.db.bak",
                                           "rel.db",
                                           "rel-x.db",
                                           "work-2026-11-20-090000.db",
                                           "rel-2026-11-21-990000.db",
                                           "rel-2026-11-21-090000-x.db",
                                           "rel-2026-11-21-09000x.db",
                                           "rel-2026-11-21-090000-2x.db"};
  for (const std::string& name : others) std::ofstream(file.backups.folder() + '/' + name) << "mine";
  CHECK(file.names() == std::vector<std::string>{"rel-2026-11-21-090000.db"});
  for (int day = 1; day < 40; ++day) file.make(days_later(day));
  CHECK(file.names().size() <= 10);
  for (const std::string& name : others) CHECK(fs::exists(file.backups.folder() + '/' + name));
}

TEST_CASE("the one that holds the most is never let go") {
  const Copied file;
  {
    File store = file.write();
    const Id one = added(store, Remark{.person = file.ann, .text = "one"});
    const Id two = added(store, Remark{.person = file.ann, .text = "two"});
    file.make(nine);
    removed(store, EntryKind::remark, one);
    removed(store, EntryKind::remark, two);
  }
  for (int day = 1; day < 60; ++day) file.make(days_later(day));
  const std::vector<std::string> names = file.names();
  CHECK(names.back() == "rel-2026-11-21-090000.db");
  CHECK(names.size() <= 11);
}

TEST_CASE("one just made is never let go, whatever days those before are dated") {
  const Copied file;
  for (int day = 1; day < 12; ++day) file.make(days_later(10000 + day));
  const std::size_t ahead = file.names().size();
  for (int day = 0; day < 20; ++day) {
    const std::string made = file.make(days_later(day));
    const std::vector<std::string> names = file.names();
    CHECK(std::find(names.begin(), names.end(), made) != names.end());
  }
  CHECK(file.names().size() <= ahead + 10);
  CHECK(file.names().size() > ahead + 7);
}

TEST_CASE("there is something to do until a copy of the day is there, or while a scrub is to be finished") {
  const Copied file;
  CHECK_FALSE(file.backups.nothing_to_do(nine.day));
  file.make(nine);
  CHECK(file.backups.nothing_to_do(nine.day));
  CHECK_FALSE(file.backups.nothing_to_do(plus_days(nine.day, 1)));
  const auto lock = file.backups.lock();
  file.backups.begin_scrub(lock);
  CHECK(file.backups.must_scrub());
  CHECK_FALSE(file.backups.nothing_to_do(nine.day));
  file.backups.end_scrub(lock);
  CHECK(file.backups.nothing_to_do(nine.day));
}

TEST_CASE("a file that holds nothing, or is not there, makes no copy") {
  const StoreFile file;
  const Backups backups(file.path);
  const auto lock = backups.lock();
  CHECK_FALSE(backups.make(lock, nine, 0));
  file.write();
  CHECK_FALSE(backups.make(lock, nine, 0));
  CHECK(backups.all().empty());
}

TEST_CASE("one process at a time works in the folder") {
  const Copied file;
  std::optional lock = file.backups.lock();
  CHECK_FALSE(file.backups.try_lock());
  lock.reset();
  CHECK(file.backups.try_lock());
}

TEST_CASE("what a kill left half written is swept away by the next copy") {
  const Copied file;
  file.make(nine);
  const std::string left = file.backups.folder() + "/rel-2026-11-20-090000.db.new-abcdef";
  std::ofstream(left) << "half";
  file.make(days_later(1));
  CHECK_FALSE(fs::exists(left));
}

TEST_CASE("where the folder can't be made, an IoError says so") {
  const Copied file;
  std::ofstream(file.backups.folder()) << "a file";
  CHECK_THROWS_AS(file.backups.lock(), IoError);
}

}  // namespace
}  // namespace rel::test
