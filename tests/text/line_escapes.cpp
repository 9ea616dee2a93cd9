#include "text/line_escapes.hpp"

#include <doctest/doctest.h>

#include <random>

#include "text/terminal.hpp"
#include "text/utf8.hpp"

using namespace rel::text;

namespace {

std::string random_text(std::minstd_rand& chance) {
  const std::string pieces[] = {" ",      "\t",     "\n",      "\r",       "\v",     "\f",     "\x1b",
                                "\\",     "\\n",    "\\u{41}", "\u0085",   "\u2028", "\ufeff", "\u200b",
                                "\u00a0", "\u202e", "\xff",    "\xe2\x80", "a",      "é",      "王"};
  std::string text;
  for (std::size_t length = chance() % 6; length > 0; --length) text += pieces[chance() % std::size(pieces)];
  return text;
}

}  // namespace

TEST_CASE("whatever a text is, it comes back from its line, and a trimmed line is the same") {
  std::minstd_rand chance{7};
  for (int n = 0; n < 20'000; ++n) {
    const std::string text = random_text(chance);
    CAPTURE(escaped(text));
    for (const bool lines : {false, true}) {
      const std::string line = escaped_line(text, lines);
      CHECK(unescaped_line(line) == text);
      CHECK(trimmed(line) == line);
      CHECK(escaped(line, lines) == line);
      if (!changes_on_a_line(text, lines) && text.find('\\') == text.npos) CHECK(line == text);
      if (line == text) CHECK(!changes_on_a_line(text, lines));
    }
  }
}

TEST_CASE("how characters are written") {
  CHECK(escaped_line("a b\\c") == "a b\\\\c");
  CHECK(escaped_line("a\tb\nc\x9b") == "a\\tb\\nc\\x{9b}");
  CHECK(escaped_line("  a\u2028") == "\\u{20} a\\u{2028}");
  CHECK(escaped_line("a\nb\n", true) == "a\nb\\u{a}");
  CHECK(escaped_line(" ") == "\\u{20}");
  CHECK(escaped_line("") == "");
}

TEST_CASE("what no escape is, is none") {
  for (const char* line : {"\\", "a\\d", "\\u", "\\u{", "\\u{}", "\\u{x}", "\\u{110000}", "\\u{d800}",
                           "\\x{100}", "\\u41", "\\u{-1}", "\\u{41"}) {
    CAPTURE(line);
    CHECK(!unescaped_line(line));
  }
  CHECK(unescaped_line("\\u{1F600}") == "😀");
}
