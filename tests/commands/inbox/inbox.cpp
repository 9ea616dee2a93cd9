#include <sys/stat.h>
#include <sys/time.h>

#include "commands/circle.hpp"

using namespace rel::test;

namespace {

/// A circle at nine on Saturday, 21 November 2026, with a file that was saved the evening before.
struct Phone : Circle {
  void saved(const std::string& lines, const std::string& moment = "2026-11-20T20:00",
             const char* name = "in.txt") {
    write(name, lines);
    const auto day = *rel::day_from_iso(moment.substr(0, 10));
    const auto minutes = day.time_since_epoch() + *rel::time_from_text(moment.substr(11));
    const timeval when{std::chrono::duration_cast<std::chrono::seconds>(minutes).count(), 0};
    const timeval both[] = {when, when};
    REQUIRE(utimes(path(name).c_str(), both) == 0);
  }
  std::string left(const char* name = "in.txt") const {
    std::ostringstream bytes;
    bytes << std::ifstream(path(name), std::ios::binary).rdbuf();
    return bytes.str();
  }
  Json take(const std::string& options = "") { return json("inbox '" + path("in.txt") + "'" + options); }
  std::size_t count(const std::string& who) { return entries(who).size(); }
};

}  // namespace

TEST_CASE("lines are taken in as one step and leave the file, what can't be read stays with its reason") {
  Phone world;
  const std::size_t steps = world.json("undo --list").at("commands").size();
  world.saved(
      "\xef\xbb\xbf# from the phone\r\n\r\nann call 20 her new job\r\nthu Bo: lunch 1h\r\nann cal 45m\r\n"
      "note bo\xc2\xa0moves to Graz\r\npromise ann the book by fri\r\nanm call\r\nsnooze cy 2w\r\nadd Tim\r\n"
      "tim met");
  const Json out = world.take();
  CHECK(out.at("taken") == 7);
  CHECK(out.at("wrote").size() == 7);
  CHECK(out.at("left").size() == 2);
  CHECK(out.at("left")[0].at("line") == 5);
  CHECK(out.at("left")[0].at("try") == "ann : cal 45m");
  CHECK(out.at("left")[1].at("try") == "ann-lee");
  CHECK(world.left() == "\xef\xbb\xbf# from the phone\r\n\r\nann cal 45m\r\nanm call\r\n");
  const Json call = world.entries("ann")[0];
  CHECK(call.at("on") == "2026-11-20");
  CHECK(call.at("time").is_null());
  CHECK(call.at("note") == "her new job");
  CHECK(world.entries("bo")[0].at("on") == "2026-11-19");
  CHECK(world.latest("ann").at("by") == "2026-11-27");
  CHECK(world.latest("tim").at("channel") == "met");
  CHECK(world.json("undo --list").at("commands").size() == steps + 1);
  world.json("undo");
  CHECK(world.count("ann") == 0);
  CHECK(world.json("list").at("people").size() == 4);
}

TEST_CASE("a line counts once, and twice where it stands twice in one file") {
  Phone world;
  const std::string lines = "ann call 20\nann call 20\nbo chat\n";
  world.saved(lines);
  CHECK(world.take(" --keep").at("taken") == 3);
  CHECK(world.left() == lines);
  CHECK(world.count("ann") == 2);
  CHECK(world.take(" --keep").at("known") == 3);
  world.saved(lines, "2026-11-20T20:00", "in.sync-conflict.txt");
  const Json copy = world.json("inbox '" + world.path("in.sync-conflict.txt") + "'");
  CHECK(copy.at("taken") == 0);
  CHECK(copy.at("known") == 3);
  CHECK(world.left("in.sync-conflict.txt").empty());
  CHECK(world.count("ann") == 2);
  world.saved(lines + "ann call 20\n");
  CHECK(world.take().at("taken") == 1);
  CHECK(world.left().empty());
  world.json("undo");  // and with it the knowledge of that line
  world.saved(lines + "ann call 20\n");
  CHECK(world.take().at("taken") == 1);
}

TEST_CASE("known words that may tell of another day are not dropped") {
  Phone world;
  world.saved("ann call 20\n2 nov bo call\nfri cy met\n");
  CHECK(world.take().at("taken") == 3);
  world.at("2026-12-05T09:00");
  world.saved("ann call 20\n2 nov bo call\nfri cy met\n", "2026-12-04T20:00");
  const Json out = world.take();
  CHECK(out.at("known") == 1);
  CHECK(out.at("left").size() == 2);
  CHECK(out.at("left")[0].at("reason") ==
        "taken in on Sat 21 Nov 2026; if this is another talk, write its day");
  CHECK(world.left() == "ann call 20\nfri cy met\n");
  CHECK(world.count("ann") == 1);
}

TEST_CASE("a trial writes nothing, neither here nor there") {
  Phone world;
  world.saved("ann call 20\nanm call\n");
  const std::string before = world.data();
  const Json out = world.take(" --dry-run");
  CHECK(out.at("taken") == 1);
  CHECK(out.at("left").size() == 1);
  holds(world("inbox --dry-run '" + world.path("in.txt") + "'").out, "1 line would be taken in, 1 left");
  CHECK(world.data() == before);
  CHECK(world.left() == "ann call 20\nanm call\n");
  CHECK(world.take().at("taken") == 1);
}

TEST_CASE("a line that fails after it began to write has done nothing, and the others are taken in") {
  Phone world;
  world.saved("ann call 20 --ask \"2026-10-01 how?\"\nann met 1h --heard nuts --about 2222\nbo call\n");
  const Json out = world.take();
  CHECK(out.at("taken") == 1);
  CHECK(world.count("ann") == 0);
  CHECK(world.count("bo") == 1);
}

TEST_CASE("nothing in a line reads the input, asks, or opens the editor") {
  Phone world;
  world.input = "typed in";
  world.saved("note ann -\nann call -e\nann - so it was\n");
  const Json out = world.take();
  CHECK(out.at("left")[0].at("reason") == "-: a line has nothing else to read");
  CHECK(out.at("left")[1].at("reason") == "-e: a line has no editor");
  CHECK(world.latest("ann").at("note") == "so it was");
  CHECK(world.editor_sessions == 0);
}

TEST_CASE("without FILE it is the files of the setting, - is standard input") {
  Phone world;
  refuses(world, "inbox", 2, "inbox: which file?");
  std::filesystem::create_directories(world.path(".config/rel"));
  world.write(".config/rel/config.toml", "inbox = [\"~/Sync/rel-*.txt\", \"~/nowhere/x.txt\"]\n");
  std::filesystem::create_directories(world.path("Sync"));
  CHECK(world.json("inbox").at("taken") == 0);
  CHECK(world("inbox").out.empty());
  world.saved("ann call\nbo call\n", "2026-11-20T20:00", "Sync/rel-a.txt");
  world.saved("ann call\ncy chat\n", "2026-11-20T20:00", "Sync/rel-a.conflict.txt");
  world.saved("tom call\n", "2026-11-20T20:00", "Sync/other.txt");
  world.at_terminal = true;
  holds(world("due").out, "4 lines wait in the inbox: rel inbox\n");
  world.at_terminal = false;
  CHECK(world("due").out.find("inbox") == std::string::npos);
  const Json out = world.json("inbox");
  CHECK(out.at("taken") == 3);
  CHECK(out.at("known") == 1);
  CHECK(world.left("Sync/rel-a.txt").empty());
  CHECK(world.left("Sync/other.txt") == "tom call\n");
  world.at_terminal = true;
  CHECK(world("due").out.find("inbox") == std::string::npos);
  world.at_terminal = false;
  world.input = "cy call 5m\n";
  CHECK(world.json("inbox -").at("taken") == 1);
  CHECK(world.latest("cy").at("time") == "09:00");
  refuses(world, "inbox nowhere.txt", 5, "nowhere.txt: ");
  world.write(".config/rel/config.toml", "inbox = [\"rel.txt\"]\n");
  refuses(world, "inbox", 2, "inbox takes a list of whole paths");
}

TEST_CASE("the file keeps its rights, and a link that leads to it stays one") {
  Phone world;
  world.saved("ann call\n# kept\n");
  std::filesystem::permissions(world.path("in.txt"), std::filesystem::perms(0664));
  std::filesystem::create_symlink(world.path("in.txt"), world.path("link.txt"));
  CHECK(world.json("inbox '" + world.path("link.txt") + "'").at("taken") == 1);
  CHECK(world.left() == "# kept\n");
  CHECK(std::filesystem::is_symlink(world.path("link.txt")));
  struct stat info {};
  REQUIRE(stat(world.path("in.txt").c_str(), &info) == 0);
  CHECK((info.st_mode & 0777) == 0664);
}

TEST_CASE("in words: what was understood, what was known, what is left and why, and how many") {
  Phone world;
  world.saved("ann call 20 her new job\nanm call\n");
  const std::string out = world("inbox '" + world.path("in.txt") + "'").out;
  CHECK(out.starts_with("Ann Lee: call, 20 min, yesterday (Fri 20 Nov 2026)  "));
  holds(out, "\nnote: her new job\nin.txt:2: anm call\n  anm: nobody of that name\n  try: ann-lee\n");
  CHECK(out.ends_with("1 line taken in, 1 left\n"));
  world.saved("ann call 20 her new job\n");
  holds(world("inbox '" + world.path("in.txt") + "'").out,
        "known since Sat 21 Nov 2026: ann call 20 her new job\n0 lines taken in, 1 known from before\n");
  CHECK(world("inbox -q '" + world.path("in.txt") + "'").out.empty());
}
