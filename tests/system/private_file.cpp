#include "system/private_file.hpp"

#include <doctest/doctest.h>
#include <sys/stat.h>

#include <atomic>
#include <fstream>
#include <set>
#include <thread>

#include "base/errors.hpp"
#include "support/scratch.hpp"

namespace rel::test {
namespace {

namespace fs = std::filesystem;
using store::PrivateFile;

std::set<std::string> names_in(const Scratch& folder) {
  std::set<std::string> names;
  for (const auto& entry : fs::directory_iterator(folder / "")) names.insert(entry.path().filename());
  return names;
}

void write(const std::string& path, const std::string& text) {
  std::ofstream(path) << text;
}

unsigned mode_of(const std::string& path) {
  struct stat info {};
  REQUIRE(stat(path.c_str(), &info) == 0);
  return info.st_mode & 0777;
}

TEST_CASE("it is for its owner alone, whatever the umask, and goes unless it is put in its place") {
  const Scratch folder;
  const mode_t before = umask(0);
  {
    const PrivateFile file(folder / "x");
    CHECK(mode_of(file.path()) == 0600);
    store::make_private_folder(folder / "a/b");
    CHECK(mode_of(folder / "a") == 0700);
    CHECK(mode_of(folder / "a/b") == 0700);
  }
  umask(before);
  CHECK(names_in(folder) == std::set<std::string>{"a"});
}

TEST_CASE("a file that is being written is never left over, however often others look") {
  const Scratch folder;
  const auto left_over = [&] {
    int found = 0;
    PrivateFile::each_left_over(
        folder / "", [](const std::string&) { return true; }, [&](const std::string&) { ++found; });
    return found;
  };
  std::atomic<bool> done = false;
  std::thread other([&] {
    while (!done) left_over();
  });
  int found = 0;
  for (int made = 0; made < 3000; ++made) {
    const PrivateFile file(folder / "x");
    found += left_over();
  }
  done = true;
  other.join();
  CHECK(found == 0);
}

TEST_CASE("replace goes over what is there, place never does") {
  const Scratch folder;
  write(folder / "x", "old");
  {
    PrivateFile file(folder / "x");
    CHECK_FALSE(file.place());
    CHECK(fs::file_size(folder / "x") == 3);
    file.replace();
  }
  CHECK(fs::file_size(folder / "x") == 0);
  PrivateFile other(folder / "y");
  CHECK(other.place());
  CHECK(fs::exists(folder / "y"));
}

TEST_CASE("what was left behind is swept away, what is in use or someone's own stays") {
  const Scratch folder;
  const PrivateFile in_use(folder / "x.db");
  const std::string used = fs::path(in_use.path()).filename();
  for (const char* name : {"x.db", "x.db.new", "x.db.new-abc", "y.db.new-abcdef", "x.db.new-abcdef",
                           "x.db.new-abcdef-journal", "x.db.new-fedcba-journal", "x.db2.new-abcdef"}) {
    write(folder / name, "bytes");
  }
  PrivateFile::sweep(folder / "x.db");
  CHECK(names_in(folder) == std::set<std::string>{used, "x.db", "x.db.new", "x.db.new-abc", "y.db.new-abcdef",
                                                  "x.db2.new-abcdef"});
  PrivateFile::sweep(folder / ".", [](const std::string& name) { return name.starts_with("x.d"); });
  CHECK_FALSE(fs::exists(folder / "x.db2.new-abcdef"));
  CHECK(fs::exists(folder / "y.db.new-abcdef"));
}

TEST_CASE("what is put in its place while others look is not left over") {
  const Scratch folder;
  write(folder / "x.db.new-abcdef", "bytes");
  std::set<std::string> seen;
  PrivateFile::each_left_over(
      folder / ".",
      [&](const std::string&) {
        fs::rename(folder / "x.db.new-abcdef", folder / "x.db");
        return true;
      },
      [&](const std::string& path) { seen.insert(path); });
  CHECK(seen.empty());
}

TEST_CASE("a mark stands in the name, and what is appended is in the file") {
  const Scratch folder;
  PrivateFile file(folder / "x.json", ".rel");
  CHECK(file.path().starts_with(folder / "x.json.rel.new-"));
  file.append("one ");
  file.append("two");
  file.replace();
  CHECK(fs::file_size(folder / "x.json") == 7);
}

TEST_CASE("where none can be made, an IoError says so") {
  const Scratch folder;
  CHECK_THROWS_AS(PrivateFile(folder / "missing/x"), IoError);
  write(folder / "file", "");
  CHECK_THROWS_AS(store::make_private_folder(folder / "file/x"), IoError);
}

}  // namespace
}  // namespace rel::test
