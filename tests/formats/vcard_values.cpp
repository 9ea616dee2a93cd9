#include "formats/vcard_values.hpp"

#include <doctest/doctest.h>

using namespace rel::formats;
using namespace std::string_literals;

TEST_CASE("escapes") {
  CHECK(unescaped(R"(a\nb\Nc\,d\;e\\n\:f)") == "a\nb\nc,d;e\\n:f");
  CHECK(unescaped(R"(C:\users\)") == R"(C:\users\)");
}

TEST_CASE("lists end at separators without a backslash") {
  using Parts = std::vector<std::string_view>;
  CHECK(split_unescaped(R"(a,b\,c,)", ',') == Parts{"a", R"(b\,c)", ""});
  CHECK(split_unescaped(R"(a\\,b)", ',') == Parts{R"(a\\)", "b"});
  CHECK(split_unescaped(R"(a\)", ',') == Parts{R"(a\)"});
  CHECK(split_unescaped("", ',') == Parts{""});
}

TEST_CASE("white-space controls become one blank, other controls stay") {
  CHECK(single_line("  Anna\r\n\tMaria  So ") == "Anna Maria So");
  CHECK(single_line("a\u0085b\u2028c\vd") == "a b c d");
  CHECK(single_line("a\x1b[31m\u202e\x7f") == "a\x1b[31m\u202e\x7f");
  CHECK(single_line("a\u00a0\u3000b") == "a\u00a0\u3000b");
  CHECK(single_line(" \n ").empty());
}

TEST_CASE("addresses written as URIs") {
  CHECK(without_scheme("tel:+49-30-1", "tel:") == "+49-30-1");
  CHECK(without_scheme("MAILTO:a%2Bb%40x.example", "mailto:") == "a+b@x.example");
  CHECK(without_scheme("a%2Bb@x", "mailto:") == "a%2Bb@x");
  CHECK(without_scheme("mailto:50%@x%4", "mailto:") == "50%@x%4");
  CHECK(without_scheme("tel:%FF1", "tel:") == "%FF1");
  CHECK(without_scheme("tel:1%00", "tel:") == "1%00");
  CHECK(without_scheme("te", "tel:") == "te");
}

TEST_CASE("spellings of one telephone number have one key") {
  CHECK(phone_spelling("+49 (30) 555-01/80.\u00a0") == phone_spelling("+49305550180"));
  CHECK(phone_spelling("1-800-flowers") == phone_spelling("1800FLOWERS"));
  CHECK(phone_spelling("+49 30") != phone_spelling("49 30"));
  CHECK(phone_spelling("*21#") != phone_spelling("21"));
  CHECK(phone_spelling("٠١٢") != phone_spelling("٠١٣"));
}

TEST_CASE("escaping is undone by unescaping, but for the kind of line break") {
  CHECK(escaped("a,b;c\\d:e") == "a\\,b\\;c\\\\d:e");
  CHECK(escaped("a\nb\rc\r\nd") == "a\\nb\\nc\\nd");
  for (const char* text : {"", "\\", "\\n", "a\\,b", "\\:", ";;,,", "a\nb", "\\\\;"})
    CHECK(unescaped(escaped(text)) == text);
}
