#include "store/open.hpp"

#include <doctest/doctest.h>
#include <sqlite3.h>
#include <sys/stat.h>

#include <fstream>
#include <sstream>

#include "base/errors.hpp"
#include "store/waiting.hpp"
#include "support/store_file.hpp"

namespace rel::test {
namespace {

std::string bytes_of(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream bytes;
  bytes << in.rdbuf();
  return bytes.str();
}

void write_bytes(const std::string& path, const std::string& bytes) {
  std::ofstream(path, std::ios::binary) << bytes;
}

unsigned mode_of(const std::string& path) {
  struct stat info {};
  REQUIRE(stat(path.c_str(), &info) == 0);
  return info.st_mode & 07777U;
}

std::vector<std::string> files_in(const std::string& folder) {
  std::vector<std::string> names;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    names.push_back(entry.path().filename());
  }
  return names;
}

/// What opening the file says, for reading and for writing; empty where it opens.
std::string refusal(const std::string& path) {
  const auto message = [&](auto open) -> std::string {
    try {
      open(path);
      return "";
    } catch (const FileError& error) {
      return error.what() + ("\n" + error.advice());
    }
  };
  const std::string reading = message([](const std::string& it) { return store::open_to_read(it); });
  CHECK(message(store::open_to_write) == reading);
  return reading;
}

bool says(const std::string& message, const std::string& part) {
  return message.find(part) != std::string::npos;
}

/// A file with Ann in it.
struct AnnsFile : StoreFile {
  AnnsFile() {
    File store = write();
    added(store, someone("ann", "Ann Lee"));
  }
};

/// A umask for the length of a test.
class Umask {
 public:
  explicit Umask(mode_t mask) : before_(umask(mask)) {}
  ~Umask() { umask(before_); }
  Umask(const Umask&) = delete;
  Umask& operator=(const Umask&) = delete;

 private:
  mode_t before_;
};

TEST_CASE("where there is no file, nothing is opened and nothing made") {
  const Scratch folder;
  CHECK(store::open_to_read(folder / "rel.db") == nullptr);
  CHECK(store::open_to_write(folder / "rel.db") == nullptr);
  CHECK(store::open_to_read(folder / "none/rel.db") == nullptr);
  CHECK(files_in(folder / "").empty());
}

TEST_CASE("a file and its folders are made for their owner only, whatever the umask") {
  for (const mode_t mask : {0U, 022U, 077U}) {
    const Umask set(mask);
    const Scratch folder;
    store::create_file(folder / "share/rel/rel.db");
    CHECK(mode_of(folder / "share") == 0700);
    CHECK(mode_of(folder / "share/rel") == 0700);
    CHECK(mode_of(folder / "share/rel/rel.db") == 0600);
    CHECK(files_in(folder / "share/rel") == std::vector<std::string>{"rel.db"});
  }
}

TEST_CASE("a folder that was there keeps its mode") {
  const Scratch folder;
  std::filesystem::create_directory(folder / "rel");
  std::filesystem::permissions(folder / "rel", std::filesystem::perms{0755});
  store::create_file(folder / "rel/rel.db");
  CHECK(mode_of(folder / "rel") == 0755);
}

TEST_CASE("making a file never replaces one") {
  const AnnsFile file;
  const std::string before = bytes_of(file.path);
  store::create_file(file.path);
  CHECK(bytes_of(file.path) == before);
  CHECK(files_in(file.folder / "") == std::vector<std::string>{"rel.db"});
}

TEST_CASE("a file can't be made inside of a file") {
  const AnnsFile file;
  CHECK_THROWS_AS(store::create_file(file.path + "/rel.db"), IoError);
  CHECK_THROWS_AS(store::open_to_read(file.path + "/rel.db"), IoError);
}

TEST_CASE("what is no regular file is refused") {
  const Scratch folder;
  CHECK(says(refusal(folder / ""), "is a folder"));
  REQUIRE(mkfifo((folder / "fifo").c_str(), 0600) == 0);
  CHECK(says(refusal(folder / "fifo"), "is not a regular file"));
  CHECK(says(refusal("/dev/null"), "is not a regular file"));
  std::filesystem::create_symlink("nowhere", folder / "dangling");
  CHECK(says(refusal(folder / "dangling"), "dangling"));
  std::filesystem::create_symlink("loop", folder / "loop");
  CHECK(says(refusal(folder / "loop"), "loop"));
}

TEST_CASE("a link leads to the file") {
  const AnnsFile file;
  std::filesystem::create_symlink("rel.db", file.folder / "link");
  Reader store = File::open_to_read(file.folder / "link", {}).value();
  CHECK(store.people().size() == 1);
}

TEST_CASE("what is no file of ours is refused and left as it is") {
  const Scratch folder;
  const std::string path = folder / "rel.db";
  const std::string foreign[] = {"", "a shopping list\n", "\x89PNG\r\n\x1a\n" + std::string(5000, '\1'),
                                 "SQLite format 3", std::string(8192, '\0')};
  for (const std::string& bytes : foreign) {
    write_bytes(path, bytes);
    CHECK(says(refusal(path), "not a rel file"));
    CHECK(bytes_of(path) == bytes);
  }
  CHECK(files_in(folder / "") == std::vector<std::string>{"rel.db"});
}

TEST_CASE("a database of another program is refused") {
  const StoreFile file;
  write_bytes(file.path, "");
  file.raw().run("CREATE TABLE bookmarks (url)");
  CHECK(says(refusal(file.path), "a database of another program"));
}

TEST_CASE("a file that was cut off anywhere is refused as damaged") {
  const AnnsFile file;
  const std::string whole = bytes_of(file.path);
  for (const std::size_t missing : {whole.size() / 2, std::size_t{4096}, std::size_t{100}, std::size_t{1}}) {
    CAPTURE(missing);
    write_bytes(file.path, whole.substr(0, whole.size() - missing));
    CHECK(says(refusal(file.path), "is damaged"));
  }
  write_bytes(file.path, whole);
  CHECK(refusal(file.path).empty());
}

TEST_CASE("a newer file is refused with both versions, and is unharmed") {
  const AnnsFile file;
  file.raw().run("PRAGMA user_version = 47");
  const std::string before = bytes_of(file.path);
  const std::string message = refusal(file.path);
  CHECK(says(message, "newer rel"));
  CHECK(says(message, "47"));
  CHECK(says(message, "knows " + std::to_string(store::schema_version())));
  CHECK(says(message, "unharmed"));
  CHECK(bytes_of(file.path) == before);
}

TEST_CASE("whatever was added to the tables, or changed in them, is refused") {
  const char* changes[] = {
      "CREATE TRIGGER t AFTER INSERT ON contacts BEGIN DELETE FROM people; END",
      "CREATE VIEW v AS SELECT * FROM people",
      "CREATE INDEX i ON people (name)",
      "CREATE TABLE more (x)",
      "CREATE VIRTUAL TABLE f USING fts5(x)",
      "ALTER TABLE people ADD COLUMN more TEXT",
      "ALTER TABLE contacts ADD COLUMN twice INT AS (minutes * 2)",
      "DROP TABLE snoozes",
      "DROP INDEX sums_of",
      "ANALYZE",
      "PRAGMA writable_schema = on;"
      " UPDATE sqlite_schema SET sql = replace(sql, 'handle TEXT NOT NULL', 'handle TEXT') WHERE name = "
      "'people'",
  };
  for (const char* sql : changes) {
    CAPTURE(sql);
    const AnnsFile file;
    file.raw().run(sql);
    CHECK(says(refusal(file.path), "its tables are not those that rel makes"));
  }
}

TEST_CASE("reading leaves the file and its folder as they are") {
  const AnnsFile file;
  struct stat before {};
  struct stat after {};
  REQUIRE(stat(file.path.c_str(), &before) == 0);
  const std::string bytes = bytes_of(file.path);
  {
    Reader store = file.read();
    CHECK(store::waiting(store, day(100), 0).size() == 1);
    CHECK(files_in(file.folder / "") == std::vector<std::string>{"rel.db"});
  }
  REQUIRE(stat(file.path.c_str(), &after) == 0);
  CHECK(bytes_of(file.path) == bytes);
  CHECK(std::pair(before.st_mtim.tv_sec, before.st_mtim.tv_nsec) ==
        std::pair(after.st_mtim.tv_sec, after.st_mtim.tv_nsec));
  CHECK(before.st_ctim.tv_nsec == after.st_ctim.tv_nsec);
  CHECK(before.st_ino == after.st_ino);
}

TEST_CASE("a connection for reading can't write, whatever it is asked to") {
  const AnnsFile file;
  const auto reader = store::open_to_read(file.path);
  CHECK(sqlite3_db_readonly(reader->handle(), "main") == 1);
  CHECK_THROWS_AS(reader->run("UPDATE people SET name = 'Bo'"), IoError);
}

TEST_CASE("a reader sees one moment, however much is written meanwhile") {
  const AnnsFile file;
  const auto reader = store::open_to_read(file.path);
  const auto people = [&] {
    store::Rows rows = reader->query("SELECT count(*) FROM people");
    rows.next();
    return rows.integer(0);
  };
  CHECK(people() == 1);
  // A rollback journal lets nobody commit while someone reads: the moment lasts until the reader goes.
  SQLite::Database writer(file.path, SQLite::OPEN_READWRITE);
  writer.exec("BEGIN IMMEDIATE; UPDATE people SET name = 'Bo'");
  CHECK(writer.tryExec("COMMIT") == SQLITE_BUSY);
  CHECK(people() == 1);
}

}  // namespace
}  // namespace rel::test
