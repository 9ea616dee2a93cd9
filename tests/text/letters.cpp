#include "text/letters.hpp"

#include <doctest/doctest.h>

using namespace rel::text;

TEST_CASE("ascii_spelling knows the letters that do not decompose") {
  CHECK(ascii_spelling(U'æ') == "ae");
  CHECK(ascii_spelling(U'ø') == "o");
  CHECK(ascii_spelling(U'þ') == "th");
  CHECK(ascii_spelling(U'ŋ') == "n");
  CHECK(ascii_spelling(U'ə') == "e");
  CHECK(ascii_spelling(U'ⱦ') == "t");
}

TEST_CASE("ascii_spelling is empty for every other character") {
  for (const char32_t other : {U'\0', U'a', U'å', U'ç', U'Ł', U'я', U'王', U'\U0010FFFF'}) {
    CHECK(ascii_spelling(other).empty());
  }
}

TEST_CASE("is_unspaced_letter is true for Han, kana and Hangul") {
  for (const char32_t letter : {U'王', U'々', U'〇', U'の', U'ン', U'ー', U'김', U'\u1100', U'\U00020BB7'}) {
    CHECK(is_unspaced_letter(letter));
  }
}

TEST_CASE("is_unspaced_letter is false for other scripts, punctuation and the inner jamo") {
  for (const char32_t letter : {U'a', U'é', U'я', U'م', U'ไ', U'、', U'\u1161', U'\u11A8', U'😀', U'\uFFFD'}) {
    CHECK_FALSE(is_unspaced_letter(letter));
  }
}
