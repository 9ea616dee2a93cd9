#include <sys/stat.h>

#include <filesystem>
#include <set>

#include "commands/world.hpp"

using namespace rel::test;

namespace {

int mode(const std::string& path) {
  struct stat info {};
  return stat(path.c_str(), &info) == 0 ? static_cast<int>(info.st_mode & 0777) : -1;
}

std::size_t files_in(const std::string& folder) {
  const std::filesystem::directory_iterator entries(folder);
  return static_cast<std::size_t>(std::distance(begin(entries), end(entries)));
}

}  // namespace

TEST_CASE("a demo goes into a file of its own, for its owner alone") {
  World rel;
  const Json demo = rel.json("demo " + rel.path("play.db"));
  CHECK(demo.at("file") == rel.path("play.db"));
  CHECK(demo.at("people") == demo.at("wrote").size());
  CHECK(mode(rel.path("play.db")) == 0600);
  CHECK(files_in(rel.path(".")) == 1);
  CHECK(rel.data().empty());
  CHECK(rel.json("list").at("people").empty());
  const Json due = rel.json("--db " + rel.path("play.db") + " due");
  CHECK(due.at("waiting") > 5);
  std::set<std::string> clocks;
  for (const Json& item : due.at("items")) clocks.insert(item.at("clock"));
  CHECK(clocks == std::set<std::string>{"silence", "reply", "promise", "ask", "date"});
}

TEST_CASE("on whatever day, much is due in a demo, and everything has something to say") {
  World rel;
  for (const std::string day : {"2024-02-29", "2027-01-01", "2027-03-28", "2027-07-15", "2027-10-31"}) {
    CAPTURE(day);
    rel.at(day + "T09:00");
    const std::string db = "--db " + rel.path(day + ".db") + " ";
    const Json demo = rel.json(db + "demo");
    CHECK(demo.at("people") == 25);
    CHECK(demo.at("contacts") == 1724);
    const Json due = rel.json(db + "due");
    CHECK(due.at("waiting") >= 9);
    std::set<std::string> clocks;
    for (const Json& item : due.at("items")) clocks.insert(item.at("clock"));
    for (const char* const clock : {"silence", "reply", "promise", "ask"}) CHECK(clocks.contains(clock));
    CHECK(rel.json(db + "health").at("people").size() > 15);
    holds(rel(db + "prep tom").out, "training for a first marathon");
    holds(rel(db + "review").out, "You meant to  a walk every week");
  }
}

TEST_CASE("one undo takes the whole demo away") {
  World rel;
  const std::string db = "--db " + rel.path("play.db") + " ";
  rel("demo " + rel.path("play.db"));
  CHECK(rel(db + "undo").exit_code == 0);
  CHECK(rel.json(db + "list").at("people").empty());
}

TEST_CASE("a demo never touches a file that is there") {
  World rel;
  rel("add Ann");
  const std::string before = rel.data();
  refuses(rel, "demo " + rel.path("rel.db"), 2, "is there already");
  refuses(rel, "--db " + rel.path("rel.db") + " demo", 2, "is there already");
  rel.write("notes", "mine");
  refuses(rel, "demo " + rel.path("notes"), 2, "is there already");
  std::filesystem::create_symlink("nowhere", rel.path("link"));
  refuses(rel, "demo " + rel.path("link"), 2, "is there already");
  refuses(rel, "demo " + rel.path("no/such/folder.db"), 5, "No such file or directory");
  refuses(rel, "demo ''", 2, "empty");
  refuses(rel, "demo a b", 2, "b");
  CHECK(rel.data() == before);
  CHECK(files_in(rel.path(".")) == 3);
}

TEST_CASE("a demo is not put where one's own people would go") {
  World rel;
  rel.variables = {{"REL_DB", ""}, {"XDG_DATA_HOME", rel.path("data")}};
  std::filesystem::create_directories(rel.path("data/rel"));
  refuses(rel, "demo " + rel.path("data/rel/rel.db"), 2, "your own people");
  CHECK(files_in(rel.path("data/rel")) == 0);
}

TEST_CASE("without a name it goes into a new folder among the temporary files") {
  World rel;
  const std::string one = rel.json("demo").at("file");
  const std::string other = rel.json("demo").at("file");
  CHECK(one != other);
  CHECK(mode(one) == 0600);
  CHECK(mode(std::filesystem::path(one).parent_path()) == 0700);
  CHECK(one.starts_with(rel.path("./rel-demo-")));
}

TEST_CASE("what to type next can be typed as it stands") {
  World rel;
  holds(rel.run({"demo", rel.path("it's mine.db")}).out,
        "\n  export REL_DB='" + rel.path("it'\\''s mine.db") + "'\n");
}
