#include "text/utf8.hpp"

#include <doctest/doctest.h>

#include "random_text.hpp"

using namespace rel::text;

TEST_CASE("first_invalid_byte accepts all well-formed text") {
  CHECK_FALSE(first_invalid_byte("").has_value());
  CHECK_FALSE(first_invalid_byte("Zoë 王小明 👨‍👩‍👧").has_value());
  CHECK_FALSE(first_invalid_byte("\uFFFD").has_value());
  CHECK_FALSE(first_invalid_byte("\xF4\x8F\xBF\xBF").has_value());
}

TEST_CASE("first_invalid_byte points at the first ill-formed byte") {
  CHECK(first_invalid_byte("ab\xFFz") == 2);
  CHECK(first_invalid_byte("\xC3") == 0);
  CHECK(first_invalid_byte("é\x80") == 2);
  CHECK(first_invalid_byte("a\xE2\x82") == 1);
  CHECK(first_invalid_byte("\xC0\xAF") == 0);
  CHECK(first_invalid_byte("\xE0\x80\x80") == 0);
  CHECK(first_invalid_byte("\xED\xA0\x80") == 0);
  CHECK(first_invalid_byte("\xF4\x90\x80\x80") == 0);
  CHECK(first_invalid_byte("\xF0\x9F\x98z") == 0);
}

TEST_CASE("append_utf8 writes one to four bytes") {
  std::string out;
  for (const char32_t code_point : {U'a', U'é', U'王', U'😀', U'\0'}) append_utf8(out, code_point);
  CHECK(out == std::string("aé王😀\0", 11));
}

TEST_CASE("next_code_point moves behind what it decodes") {
  const std::string text = "é\xFFz";
  std::size_t offset = 0;
  CHECK(next_code_point(text, offset) == U'é');
  CHECK(offset == 2);
  CHECK(next_code_point(text, offset) == U'\uFFFD');
  CHECK(offset == 3);
  CHECK(next_code_point(text, offset) == U'z');
  CHECK(offset == 4);
}

TEST_CASE("a truncated character is one ill-formed byte at a time") {
  const std::string text = "\xF0\x9F\x98";
  std::size_t offset = 0;
  for (std::size_t behind = 1; behind <= 3; ++behind) {
    CHECK(next_code_point(text, offset) == U'\uFFFD');
    CHECK(offset == behind);
  }
}

TEST_CASE("grapheme_count counts what a reader calls characters") {
  CHECK(grapheme_count("") == 0);
  CHECK(grapheme_count("Zoe") == 3);
  CHECK(grapheme_count("Zoe\u0308") == 3);
  CHECK(grapheme_count("👨‍👩‍👧") == 1);
  CHECK(grapheme_count("❤️‍🔥") == 1);
  CHECK(grapheme_count("🇩🇪🇫🇷🇮🇹") == 3);
  CHECK(grapheme_count("🏴󠁧󠁢󠁥󠁮󠁧󠁿") == 1);
  CHECK(grapheme_count("\u1112\u1161\u11AB\u1100") == 2);
  CHECK(grapheme_count("a\r\nb") == 3);
  CHECK(grapheme_count("\xFF\xFE") == 2);
}

TEST_CASE("grapheme_end steps from grapheme to grapheme") {
  const std::string text = "e\u0301🇩🇪z";
  CHECK(grapheme_end(text, 0) == 3);
  CHECK(grapheme_end(text, 3) == 11);
  CHECK(grapheme_end(text, 11) == 12);
}

TEST_CASE("an ASCII character never belongs to the grapheme before it") {
  CHECK(grapheme_count("\u0D4E ") == 2);
  CHECK(grapheme_count("\u0600a") == 2);
}

TEST_CASE("trimmed takes white space and zero-width characters off both ends") {
  CHECK(trimmed("  Zoë \t\r\n") == "Zoë");
  CHECK(trimmed("\uFEFFZoë\u200B") == "Zoë");
  CHECK(trimmed("\u3000\u00A0\u2003王 明\u2028\u0085") == "王 明");
  CHECK(trimmed("\u2060 \u2800\u3164") == "");
  CHECK(trimmed("") == "");
  CHECK(trimmed("a") == "a");
}

TEST_CASE("trimmed leaves emoji whole and controls to be seen") {
  CHECK(trimmed(" ❤️ ") == "❤️");
  CHECK(trimmed("🏴󠁧󠁢󠁥󠁮󠁧󠁿 ") == "🏴󠁧󠁢󠁥󠁮󠁧󠁿");
  CHECK(trimmed(" \u202E ") == "\u202E");
  CHECK(trimmed("\x1B ") == "\x1B");
  CHECK(trimmed(" \xFF ") == "\xFF");
}

TEST_CASE("blank is true for everything invisible") {
  for (const auto* text : {"",
                           " ",
                           "\t\n\r",
                           "\u00AD",
                           "\u200B\u200C\u200D",
                           "\u2060",
                           "\uFEFF",
                           "\u3164",
                           "\u115F",
                           "\u1160",
                           "\uFFA0",
                           "\u2800\u2800",
                           "\x1B\x7F",
                           "\u0085",
                           "\u202E",
                           "\u2028",
                           "\u3000",
                           "\u00A0\u1680\u2009\u202F\u205F",
                           "\u180E",
                           "\uFE0F",
                           "\u2066"}) {
    CAPTURE(text);
    CHECK(blank(text));
  }
}

TEST_CASE("blank is false for everything visible") {
  for (const auto* text :
       {"a", " . ", "王", "👍", "\u200D👍", "\u0301", "\xFF", "\uFFFD", "\u0600", "\uE000"}) {
    CAPTURE(text);
    CHECK_FALSE(blank(text));
  }
}

TEST_CASE("properties of any bytes as UTF-8") {
  rel::test::RandomText random;
  for (int round = 0; round < 5000; ++round) {
    const std::string text = random.any();
    CAPTURE(text);
    std::string decoded;
    for (std::size_t offset = 0; offset < text.size();) append_utf8(decoded, next_code_point(text, offset));
    REQUIRE_FALSE(first_invalid_byte(decoded).has_value());
    REQUIRE(well_formed(text) == decoded);
    REQUIRE((decoded == text) == !first_invalid_byte(text).has_value());
    REQUIRE(grapheme_count(text) <= text.size());
    REQUIRE(trimmed(trimmed(text)) == trimmed(text));
    REQUIRE(blank(trimmed(text)) == blank(text));
  }
}
