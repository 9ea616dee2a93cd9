#include "cli/bash_line.hpp"

#include <doctest/doctest.h>

namespace rel::test {
namespace {

using Words = std::vector<std::string>;

Words words(const std::string& line, const std::string& replaced) {
  const auto read = cli::read_bash_line(line, replaced);
  REQUIRE_MESSAGE(read, line);
  return read->words;
}

bool is_read(const std::string& line, const std::string& replaced) {
  return cli::read_bash_line(line, replaced).has_value();
}

Words replies(const std::string& line, const std::string& replaced, const Words& values) {
  const auto read = cli::read_bash_line(line, replaced);
  REQUIRE_MESSAGE(read, line);
  return cli::replies_to_bash(*read, values);
}

TEST_CASE("words are taken out of bash's quotes") {
  CHECK(words("rel log ann", "ann") == Words{"log", "ann"});
  CHECK(words("  rel \t log  ", "") == Words{"log", ""});
  CHECK(words(R"(rel log a\ b 'c"d' "e\"f\g" $'h\'i' $"j" k"l"'m')", R"(k"l"'m')") ==
        Words{"log", "a b", "c\"d", R"(e"f\g)", "h'i", "j", "klm"});
  CHECK(words(R"(rel log $'it\047s \134 a)", R"(it\047s \134 a)") == Words{"log", R"(it's \ a)"});
  CHECK(words(R"(rel log ""''x)", R"(""''x)") == Words{"log", "x"});
  CHECK(words(R"(rel log a\)", R"(a\)") == Words{"log", "a"});
  CHECK(words("/usr/bin/rel log", "log") == Words{"log"});
}

TEST_CASE("what bash replaces tells what stays, and what is open") {
  const auto behind_sign = cli::read_bash_line("rel list --tag=!wo", "!wo");
  REQUIRE(behind_sign);
  CHECK(behind_sign->before == "--tag=");
  CHECK(behind_sign->words.back() == "--tag=!wo");
  const auto behind_quotes = cli::read_bash_line(R"(rel list 'it'\''s a)", "s a");
  REQUIRE(behind_quotes);
  CHECK(behind_quotes->before == "it'");
  CHECK(behind_quotes->quote == cli::BashQuote::single);
}

TEST_CASE("a word that bash puts something else in place of is not known") {
  for (const std::string word : {"$HOME", "a$HOME", "$1", "$'\\x41'"}) {
    CAPTURE(word);
    CHECK_FALSE(cli::read_bash_line("rel log " + word, word)->known);
    CHECK(cli::read_bash_line("rel log " + word + " a", "a")->known);
  }
  CHECK_FALSE(cli::read_bash_line("rel log \"$HOME", "$HOME")->known);
  CHECK(cli::read_bash_line("rel log '$HOME", "$HOME")->known);
  CHECK(cli::read_bash_line("rel log $", "$")->known);
}

TEST_CASE("what is more than a command and its words is not read") {
  for (const std::string line :
       {"rel log; x", "rel log >x", "rel log <x", "rel log & x", "rel log | x", "rel log (x", "rel log $(x",
        "rel log ${x", "rel log $[x", "rel log `x", "rel log \"`x", "rel log \"$(x", "rel log\nx"}) {
    CAPTURE(line);
    CHECK_FALSE(is_read(line, "x"));
    CHECK_FALSE(is_read(line + " ", ""));
  }
  CHECK(is_read("rel log ';&|<>()`$(' x", "x"));
  CHECK_FALSE(is_read("rel", "rel"));
  CHECK_FALSE(is_read("", ""));
}

TEST_CASE("where bash sees other quotes than are there, nothing is read") {
  CHECK_FALSE(is_read(R"(rel log $'it\'s)", R"($'it\'s)"));
  CHECK_FALSE(is_read(R"(rel log 'a b)", "b"));
  CHECK_FALSE(is_read(R"(rel log 'a' b)", "a' b"));
  CHECK_FALSE(is_read(R"(rel log 'a'b)", "'b"));
  CHECK_FALSE(is_read("rel log a", "b"));
  // The function of `command` or of `sudo` hands over the word as it stands.
  CHECK(replies("rel log 'an", "'an", {"ann b"}) == Words{"'ann b'"});
  CHECK(replies("rel list --tag=", "=", {"--tag=ann"}) == Words{"ann"});
  CHECK(replies("rel list ':", ":", {":ann"}) == Words{"':ann'"});
}

TEST_CASE("values are written for the quote that is open") {
  const Words value = {R"(it's "$a" `b` \ !c;)"};
  CHECK(replies("rel list ", "", value) == Words{R"(it\'s\ \"\$a\"\ \`b\`\ \\\ \!c\;)"});
  CHECK(replies("rel list '", "", value) == Words{R"('it'\''s "$a" `b` \ !c;')"});
  CHECK(replies("rel list \"", "", value) == Words{R"("it's \"\$a\" \`b\` \\ "\!"c;")"});
  CHECK(replies("rel list $'", "", value) == Words{R"('it\047s "$a" `b` \134 !c;')"});
  CHECK(replies("rel list Zo", "Zo", {"Zoë@x.de:a=b,c/d+e%f-g_h"}) == Words{"Zoë@x.de:a=b,c/d+e%f-g_h"});
  CHECK(replies("rel list --tag=\\!w", "\\!w", {"--tag=!work"}) == Words{"\\!work"});
  CHECK(replies("rel list \\!w", "\\!w", {"!work"}) == Words{"\\!work"});
}

TEST_CASE("nothing is offered that would change what stays") {
  CHECK(replies("rel log a:b", "b", {"a:bc", "abc"}) == Words{"bc"});
}

TEST_CASE("bash shares no half of what is quoted, and keeps what was typed") {
  CHECK(replies("rel list a", "a", {"ab", "ac"}) == Words{"ab", "ac"});
  CHECK(replies("rel list a", "a", {"a;", "a&"}) == Words{"a\\;", "a\\&", "a "});
  CHECK(replies("rel list \"a", "a", {"a$", "a`"}) == Words{"\"a\\$\"", "\"a\\`\"", "\"a \""});
  CHECK(replies("rel list 'a", "a", {"a", "a'"}) == Words{"'a'", "'a'\\'''", "'a '"});
  CHECK(replies("rel log l", "l", {"ann-lee", "lukasz"}) == Words{"ann-lee", "lukasz", " "});
  CHECK(replies("rel log ", "", {"Ł", "ł"}) == Words{"Ł", "ł", " "});
}

}  // namespace
}  // namespace rel::test
