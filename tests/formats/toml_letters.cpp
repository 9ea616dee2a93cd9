#include "formats/toml_letters.hpp"

#include <doctest/doctest.h>

using namespace rel::formats;

TEST_CASE("letters that the parser asks about go where Unicode has none, and come back") {
  CHECK(letters_away("a~\x7f\n") == "a~\x7f\n");
  CHECK(letters_away("é") == "\U000D00E9");
  CHECK(letters_away("\u0080\uFEFF") == "\U000D0080\U000DFEFF");
  CHECK(letters_away("\uFF00\U0001F600") == "\uFF00\U0001F600");
  for (const char* text : {"", "größe", "\u0080 \uFEFF", "王小明", "\uFF21\U0001F600"})
    CHECK(letters_back(letters_away(text)) == text);
}
