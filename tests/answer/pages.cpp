#include <sys/stat.h>

#include <filesystem>
#include <fstream>
#include <sstream>

#include "commands/world.hpp"

using namespace rel::test;

namespace {

std::string text_of(const std::string& path) {
  std::ostringstream text;
  text << std::ifstream(path, std::ios::binary).rdbuf();
  return text.str();
}

int mode(const std::string& path) {
  struct stat info {};
  return stat(path.c_str(), &info) == 0 ? static_cast<int>(info.st_mode & 0777) : -1;
}

bool lacks(const std::string& text, std::string_view part) {
  INFO("no \"" << part << "\"");
  CHECK(text.find(part) == std::string::npos);
  return text.find(part) == std::string::npos;
}

/// Ann, whose name and notes try to be markup, and Bo in no tier.
void hostile_circle(World& rel) {
  rel.run({"add", "Ann</svg><script>\"'", "--tier", "1", "--handle", "ann", "--last", "2026-10-01"});
  rel.run({"add", "Bo", "--tier", "none"});
  rel.run({"log", "ann", "call", "45m", "2026-11-02", "-m", "</title><img src=x onerror=alert(1)>\x1b[31m"});
  rel.run({"promise", "ann", "a \"book\" & <b>", "--by", "2026-11-30"});
}

}  // namespace

TEST_CASE("a review is written as a page, for its owner alone, and says so in a line") {
  World rel;
  hostile_circle(rel);
  const rel::Outcome done = rel("review --html " + rel.path("r.html"));
  CHECK(done.exit_code == 0);
  CHECK(done.out == "a page with pictures is written to " + rel.path("r.html") + "\n");
  CHECK(mode(rel.path("r.html")) == 0600);
  const std::string page = text_of(rel.path("r.html"));
  holds(page, "<h1>A look back</h1>");
  holds(page, "<bdi>Ann&lt;/svg&gt;&lt;script&gt;&quot;&#39;</bdi>");
  lacks(page, "<script");
  lacks(page, "<img");
  lacks(page, "\x1b");
  CHECK(rel("review --html -").out == page);
}

TEST_CASE("one's own page is made anew, nothing else is ever replaced") {
  World rel;
  hostile_circle(rel);
  rel("review --html " + rel.path("r.html"));
  CHECK(rel("health --html " + rel.path("r.html")).exit_code == 0);
  holds(text_of(rel.path("r.html")), "<h1>How your relationships stand</h1>");
  rel.write("mine.html", "<!DOCTYPE html>\nmine");
  refuses(rel, "review --html " + rel.path("mine.html"), 2, "is no page of rel's");
  CHECK(text_of(rel.path("mine.html")) == "<!DOCTYPE html>\nmine");
  rel.write("empty.html", "");
  refuses(rel, "health --html " + rel.path("empty.html"), 2, "is no page of rel's");
  refuses(rel, "review --html " + rel.path("rel.db"), 2, "is no page of rel's");
  refuses(rel, "review --html " + rel.path("no/such.html"), 5, "No such file or directory");
  refuses(rel, "review --html " + rel.path("."), 5, "regular file");
}

TEST_CASE("a page is one answer: no other form, nothing kept beside it") {
  World rel;
  hostile_circle(rel);
  refuses(rel, "review --html x --format json", 2, "--html and --format");
  refuses(rel, "health ann --html x --format tsv", 2, "--html and --format");
  refuses(rel, "review --html x --done", 2, "--html and --done");
  refuses(rel, "review --html ''", 2, "--html: empty");
}

TEST_CASE("the page of one person has how it stands, the silence and the year") {
  World rel;
  hostile_circle(rel);
  const std::string page = rel("health ann --html -").out;
  holds(page, "<h1>Ann&lt;/svg&gt;&lt;script&gt;&quot;&#39;</h1>");
  holds(page, "<h2>What it rests on</h2>");
  holds(page, "<h2>The silence</h2>");
  holds(page, "<title>2026-11-02: Ann&lt;/svg&gt;&lt;script&gt;&quot;&#39;, call, 45 min</title>");
  holds(page, "November: 45 min, 45 min by phone");
  lacks(page, "<script");
}

TEST_CASE("someone in no tier has a year, and nothing to measure it by") {
  World rel;
  hostile_circle(rel);
  const std::string page = rel("health bo --html -").out;
  lacks(page, "<h2>What it rests on</h2>");
  lacks(page, "<h2>The silence</h2>");
  holds(page, "<h2>The year in conversations</h2>");
}

TEST_CASE("a page of the past knows nothing later") {
  World rel;
  hostile_circle(rel);
  const std::string page = rel("health ann --html - --as-of 2026-10-20").out;
  lacks(page, "2026-11-02");
  holds(page, "19 days; you wanted 7");
}

TEST_CASE("before anybody is there, pages are calm") {
  World rel;
  holds(rel("review --html -").out, "Nobody is in a tier");
  holds(rel("health --html -").out, "No conversation is logged in these months.");
}
