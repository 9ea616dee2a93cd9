#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <sstream>

#include "support/examined.hpp"

namespace rel::test {
namespace {

std::string bytes_of(const std::string& path) {
  std::ostringstream bytes;
  bytes << std::ifstream(path, std::ios::binary).rdbuf();
  return bytes.str();
}

void write(const std::string& path, const std::string& bytes) {
  std::ofstream(path, std::ios::binary) << bytes;
}

TEST_CASE("doctor: a sound file has no findings, and one that is not there has none either") {
  const Examined file;
  const std::string before = bytes_of(file.path);
  CHECK(file.look().empty());
  CHECK(bytes_of(file.path) == before);
  CHECK(store::examine_file(file.folder / "none.db", {}).empty());
}

TEST_CASE("doctor: a file that can't be opened says why, once") {
  const Examined file;
  const std::string sound = bytes_of(file.path);
  const auto with = [&](std::size_t at, const std::string& bytes) {
    return std::string(sound).replace(at, bytes.size(), bytes);
  };
  for (const auto& [bytes, what] : {std::pair{std::string(), "empty"},
                                    {std::string("Dear diary"), "not a rel file"},
                                    {sound.substr(0, sound.size() - 1), "end is missing"},
                                    {with(60, "\xff\xff\xff\xff"), "version is -1"},
                                    {with(68, "abcd"), "not a rel file"}}) {
    const std::string expected = what;
    CAPTURE(expected);
    write(file.path, bytes);
    const Findings findings = file.look();
    REQUIRE(findings.size() == 1);
    CHECK(finds(findings, file.path, what));
    CHECK(findings.front().way == Way::restore);
  }
}

TEST_CASE("doctor: a newer file is unharmed, whatever is in it") {
  const Examined file;
  std::string newer = bytes_of(file.path);
  newer[63] = 99;
  write(file.path, newer);
  const Findings findings = file.look();
  REQUIRE(findings.size() == 1);
  CHECK(findings.front().what.find("written by a newer rel (file version 99, this rel knows") !=
        std::string::npos);
  CHECK(findings.front().way == Way::by_hand);
  CHECK(findings.front().by_hand == "install the newer rel; the file is unharmed");
}

TEST_CASE("doctor: every number of the header that no rel writes is found") {
  const Examined file;
  const std::string sound = bytes_of(file.path);
  for (const std::size_t at : {20, 24, 44, 48, 52, 64, 72, 80, 91, 92}) {
    CAPTURE(at);
    std::string damaged = sound;
    damaged[at] = static_cast<char>(damaged[at] ^ 1);
    write(file.path, damaged);
    CHECK_FALSE(file.look().empty());
  }
  write(file.path, std::string(sound).replace(18, 2, "\x02\x02"));
  CHECK(file.look() ==
        Findings{{.severity = Severity::notice,
                  .what = "another program turned on its write-ahead log; the next change turns it off",
                  .where = "header",
                  .way = Way::none}});
  write(file.path, std::string(sound).replace(18, 2, "\x02\x01"));
  CHECK(finds(file.look(), "header", "something stands there that no rel writes"));
}

TEST_CASE("doctor: a schema that says more than the statements do") {
  const Examined file;
  file.damage(
      "PRAGMA writable_schema = ON;"
      "UPDATE sqlite_schema SET rowid = rowid + 100 WHERE rowid = (SELECT max(rowid) FROM sqlite_schema)");
  CHECK(finds(file.look(), "schema", "it says something that rel does not write"));
}

TEST_CASE("doctor: an index that lacks a row is found among the pages, figures of it are not looked at") {
  const Examined file;
  file.damage(
      "PRAGMA writable_schema = ON; DELETE FROM sums;"
      "UPDATE sqlite_schema SET rootpage = (SELECT rootpage FROM sqlite_schema WHERE name = 'snoozes_of')"
      " WHERE name = 'promises_of'");
  const Findings findings = file.look();
  REQUIRE_FALSE(findings.empty());
  for (const Finding& one : findings) {
    CHECK(one.where == "pages");
    CHECK(one.what.find('\n') == std::string::npos);
    CHECK(one.way == Way::restore);
  }
}

}  // namespace
}  // namespace rel::test
