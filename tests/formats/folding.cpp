#include "formats/folding.hpp"

#include <doctest/doctest.h>

using namespace rel::formats;

TEST_CASE("line ends") {
  CHECK(break_length("a\r\nb", 1) == 2);
  CHECK(break_length("a\nb", 1) == 1);
  CHECK(break_length("a\rb", 1) == 1);
  CHECK(break_length("a\r\r\nb", 1) == 3);
  CHECK(break_length("a\r\rb", 1) == 1);
  CHECK(break_length("a\n\rb", 1) == 1);
  CHECK(break_length("ab", 1) == 0);
  CHECK(break_length("a", 1) == 0);
}

TEST_CASE("a fold takes one blank or tab") {
  CHECK(fold_length("a\r\n  b", 1) == 3);
  CHECK(fold_length("a\n\tb", 1) == 2);
  CHECK(fold_length("a\nb", 1) == 1);
  CHECK(fold_length("a b", 1) == 0);
}

TEST_CASE("unfolding") {
  CHECK(unfolded("Anna\r\n  Maria\n\t S\r o") == "Anna Maria So");
  CHECK(unfolded("Zo\xC3\r\n \xAB") == "Zoë");
  CHECK(unfolded("a=\r\n b") == "a=b");
  CHECK(unfolded("").empty());
}

TEST_CASE("soft line breaks") {
  CHECK(unfolded_quoted_printable("a=\r\nb") == "ab");
  CHECK(unfolded_quoted_printable("a= \t\nb") == "ab");
  CHECK(unfolded_quoted_printable("a=C3=\r=A4") == "a=C3=A4");
  CHECK(unfolded_quoted_printable("a=\n\n") == "a");
  CHECK(unfolded_quoted_printable("a=") == "a");
}

TEST_CASE("folds inside quoted-printable, with and without a soft line break") {
  CHECK(unfolded_quoted_printable("J=C3=\r\n =BC=\r\n\trgen") == "J=C3=BCrgen");
  CHECK(unfolded_quoted_printable("J=C\r\n 3=BCrgen") == "J=C3=BCrgen");
}

TEST_CASE("what ends with a soft line break") {
  CHECK(ends_with_soft_break("a="));
  CHECK(ends_with_soft_break("a= "));
  CHECK_FALSE(ends_with_soft_break("a=b"));
  CHECK_FALSE(ends_with_soft_break(" "));
  CHECK_FALSE(ends_with_soft_break(""));
}

TEST_CASE("folded lines have at most 75 bytes and end between characters") {
  CHECK(folded("") == "\r\n");
  CHECK(folded(std::string(75, 'x')) == std::string(75, 'x') + "\r\n");
  CHECK(folded(std::string(76, 'x')) == std::string(75, 'x') + "\r\n x\r\n");
  CHECK(folded(std::string(75 + 75, 'x')) ==
        std::string(75, 'x') + "\r\n " + std::string(74, 'x') + "\r\n x\r\n");
  // An emoji of four bytes at every place around the end of the line.
  for (std::size_t before = 69; before <= 76; ++before) {
    const std::string line = std::string(before, 'x') + "\xF0\x9F\x98\x80 y";
    const std::string out = folded(line);
    CHECK(unfolded(out) == line);
    const std::size_t cut = before >= 72 && before < 75 ? before : 75;
    CHECK(out.find("\r\n") == cut);
  }
  // What is no text at all ends as well.
  CHECK(folded(std::string(150, '\x80')).size() > 150);
}
