#include "text/terminal.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <ctime>

#include "random_text.hpp"
#include "text/utf8.hpp"

using namespace rel::text;
using Lines = std::vector<std::string>;

namespace {

bool has_control(std::string_view text) {
  for (std::size_t offset = 0; offset < text.size();) {
    if (is_control(next_code_point(text, offset))) return true;
  }
  return false;
}

std::string without_spaces(std::string_view text) {
  std::string out;
  for (std::size_t offset = 0; offset < text.size();) {
    const std::size_t end = grapheme_end(text, offset);
    const std::string_view grapheme = text.substr(offset, end - offset);
    if (!trimmed(grapheme).empty()) out += grapheme;
    offset = end;
  }
  return out;
}

}  // namespace

TEST_CASE("width of letters") {
  CHECK(width("") == 0);
  CHECK(width("Zoe") == 3);
  CHECK(width("Zoe\u0308") == 3);
  CHECK(width("王小明") == 6);
  CHECK(width("\u1112\u1161\u11AB") == 2);
  CHECK(width("한") == 2);
  CHECK(width("Ａ") == 2);
  CHECK(width("\uE000\u0378") == 2);
  CHECK(width("\xFF\xFE") == 2);
}

TEST_CASE("width of pictures") {
  CHECK(width("😀") == 2);
  CHECK(width("👍🏽") == 2);
  CHECK(width("👨‍👩‍👧‍👦") == 2);
  CHECK(width("❤️‍🔥") == 2);
  CHECK(width("\u2764") == 1);
  CHECK(width("\u2764\uFE0F") == 2);
  CHECK(width("1\uFE0F\u20E3") == 2);
  CHECK(width("a\uFE0F") == 1);
  CHECK(width("🇩🇪") == 2);
  CHECK(width("🇩") == 1);
  CHECK(width("🇩🇪🇫") == 3);
  CHECK(width("🏴󠁧󠁢󠁥󠁮󠁧󠁿") == 2);
  CHECK(width("🏳️‍🌈!") == 3);
}

TEST_CASE("width of what takes no column") {
  CHECK(width("\u0301") == 0);
  CHECK(width("\u200B\u2060\uFEFF") == 0);
  CHECK(width("\x1B\t\n\x7F\u009B") == 0);
  CHECK(width("a\tb") == 2);
  std::string stacked = "a";
  for (int count = 0; count < 200; ++count) stacked += "\u0301";
  CHECK(width(stacked) == 1);
}

TEST_CASE("shortened cuts with an ellipsis only where it must") {
  CHECK(shortened("Zoë Müller", 10) == "Zoë Müller");
  CHECK(shortened("Zoë Müller", 9) == "Zoë Müll…");
  CHECK(shortened("Zoë", 1) == "…");
  CHECK(shortened("Zoë", 0) == "");
  CHECK(shortened("Zoë", -1) == "");
  CHECK(shortened("", 0) == "");
  CHECK(shortened("王小明", 6) == "王小明");
  CHECK(shortened("王小明", 5) == "王小…");
  CHECK(shortened("王小明", 4) == "王…");
  CHECK(shortened("e\u0301e\u0301e\u0301", 2) == "e\u0301…");
  CHECK(shortened("👨‍👩‍👧👨‍👩‍👧", 3) == "👨‍👩‍👧…");
}

TEST_CASE("padded fills up with blanks") {
  CHECK(padded("Zoë", 5) == "Zoë  ");
  CHECK(padded("王", 3) == "王 ");
  CHECK(padded("Zoë", 3) == "Zoë");
  CHECK(padded("Zoë", 2) == "Zoë");
  CHECK(padded("", 2) == "  ");
  CHECK(padded("a", -5) == "a");
}

TEST_CASE("wrapped breaks at white space") {
  CHECK(wrapped("", 10) == Lines{""});
  CHECK(wrapped("the quick fox", 20) == Lines{"the quick fox"});
  CHECK(wrapped("the quick brown fox", 9) == Lines{"the quick", "brown fox"});
  CHECK(wrapped("the quick", 8) == Lines{"the", "quick"});
  CHECK(wrapped("the   quick", 5) == Lines{"the", "quick"});
  CHECK(wrapped("the quick   ", 9) == Lines{"the quick"});
  CHECK(wrapped("  the quick", 6) == Lines{"  the", "quick"});
  CHECK(wrapped("  abcdef", 4) == Lines{"  ab", "cdef"});
  CHECK(wrapped("a\u00A0b c", 3) == Lines{"a\u00A0b", "c"});
}

TEST_CASE("wrapped cuts what has no white space") {
  CHECK(wrapped("abcdefgh", 3) == Lines{"abc", "def", "gh"});
  CHECK(wrapped("a bcdefgh", 3) == Lines{"a", "bcd", "efg", "h"});
  CHECK(wrapped("王小明", 5) == Lines{"王小", "明"});
  CHECK(wrapped("王小", 1) == Lines{"王", "小"});
  CHECK(wrapped("ab", 0) == Lines{"a", "b"});
}

TEST_CASE("wrapped cuts blanks that stand before every word") {
  CHECK(wrapped("          x", 4) == Lines{"    ", "    ", "  x"});
  CHECK(wrapped("    x y", 4) == Lines{"    ", "x y"});
  CHECK(wrapped("     ", 2) == Lines{"  ", "  ", " "});
  CHECK(wrapped("\u3000\u3000\u3000ab", 4) == Lines{"\u3000\u3000", "\u3000ab"});
}

TEST_CASE("the work of wrapping grows with the text, whatever stands in it") {
  const auto seconds = [](std::string_view part, std::size_t bytes) {
    std::string text = "a";
    while (text.size() < bytes) text += part;
    text += "z";
    const std::clock_t begin = std::clock();
    CHECK(!wrapped(text, 72).empty());
    return static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC;
  };
  // At the beginning of a line, too; it takes 16 times as long, where it grew with the square 256 times.
  for (const std::string_view part : {" ", "\t", "\n ", "\u2003", "a", "\u00AD", "\u200B", "\u0301", "\u200D",
                                      "👩\u200D", "王", "a ", "\u00A0"}) {
    for (const std::string_view begin : {"", "\n"}) {
      CAPTURE(part);
      const std::string beginning = std::string(begin) + std::string(part);
      const double little = std::max(0.001, seconds(beginning, 16 * 1024));
      CHECK(seconds(beginning, 256 * 1024) / little < 64);
    }
  }
}

TEST_CASE("wrapped keeps the line breaks of the text") {
  CHECK(wrapped("a\n\nb c", 1) == Lines{"a", "", "b", "c"});
  CHECK(wrapped("a\n", 5) == Lines{"a", ""});
}

TEST_CASE("is_control knows what may not reach a terminal") {
  for (const char32_t control :
       {U'\0', U'\t', U'\n', U'\x1B', U'\x1F', U'\x7F', U'\u0080', U'\u009B', U'\u009F', U'\u061C', U'\u200E',
        U'\u200F', U'\u2028', U'\u2029', U'\u202A', U'\u202E', U'\u2066', U'\u2069'}) {
    CAPTURE(static_cast<unsigned>(control));
    CHECK(is_control(control));
  }
}

TEST_CASE("is_control lets pass what names and emoji need") {
  for (const char32_t other :
       {U' ', U'~', U'\u00A0', U'\u061B', U'\u200B', U'\u200C', U'\u200D', U'\u2010', U'\u2027', U'\u202F',
        U'\u2065', U'\u206A', U'\uFEFF', U'\uFFFD', U'\U000E0067', U'\U000E007F'}) {
    CAPTURE(static_cast<unsigned>(other));
    CHECK_FALSE(is_control(other));
  }
}

TEST_CASE("escaped writes controls and ill-formed bytes as numbers") {
  CHECK(escaped("Zoë \\ 王") == "Zoë \\ 王");
  CHECK(escaped("plain \\") == "plain \\");
  CHECK(escaped("\x1B[31m") == "\\u{1b}[31m");
  CHECK(escaped("\u009B\u202E") == "\\u{9b}\\u{202e}");
  CHECK(escaped("a\xFF") == "a\\x{ff}");
  CHECK(escaped("\xE2\x82") == "\\x{e2}\\x{82}");
  CHECK(escaped("\uFFFD") == "\uFFFD");
  CHECK(escaped("a\tb\nc") == "a\\u{9}b\\u{a}c");
  CHECK(escaped("a\tb\nc", true) == "a\\u{9}b\nc");
  CHECK(escaped(std::string_view("\0", 1)) == "\\u{0}");
}

TEST_CASE("the width when escaped is that of what escaped writes") {
  for (const std::string text : {"", "plain", "a longer one, of more than sixteen bytes", "Zoë 王", "a\tb",
                                 "\x1B[31m", "\xFF", "thirty-two bytes and then one\t..."}) {
    CAPTURE(text);
    CHECK(escaped_width(text) == width(escaped(text)));
  }
}

TEST_CASE("escaped_for_tsv keeps a value in its cell") {
  CHECK(escaped_for_tsv("a\tb\nc\\d") == "a\\tb\\nc\\\\d");
  CHECK(escaped_for_tsv("\r\x1B\xFF") == "\\u{d}\\u{1b}\\x{ff}");
  CHECK(escaped_for_tsv("Zoë") == "Zoë");
}

TEST_CASE("escaping any bytes gives well-formed text without controls") {
  rel::test::RandomText random;
  for (int round = 0; round < 5000; ++round) {
    const std::string text = random.any();
    CAPTURE(text);
    for (const std::string& safe : {escaped(text), escaped_for_tsv(text)}) {
      REQUIRE_FALSE(first_invalid_byte(safe).has_value());
      REQUIRE_FALSE(has_control(safe));
    }
    REQUIRE(escaped(escaped(text)) == escaped(text));
    const std::string note = escaped(text, true);
    REQUIRE(std::ranges::count(note, '\n') == std::ranges::count(text, '\n'));
  }
}

TEST_CASE("cutting and padding any bytes keep to the columns") {
  rel::test::RandomText random;
  for (int round = 0; round < 5000; ++round) {
    const std::string text = random.any();
    const int columns = random.number(0, 12);
    CAPTURE(text);
    CAPTURE(columns);
    REQUIRE(width(shortened(text, columns)) <= columns);
    REQUIRE(width(padded(text, columns)) == std::max(columns, width(text)));
  }
}

TEST_CASE("wrapping any bytes keeps to the columns and loses nothing visible") {
  rel::test::RandomText random;
  for (int round = 0; round < 5000; ++round) {
    const std::string text = random.any();
    const int columns = random.number(0, 8);
    CAPTURE(text);
    CAPTURE(columns);
    std::string joined;
    for (const std::string& line : wrapped(text, columns)) {
      REQUIRE((width(line) <= columns || grapheme_count(line) == 1));
      joined += line + '\n';
    }
    REQUIRE(without_spaces(joined) == without_spaces(text));
  }
}
