#include "text/match.hpp"

#include <doctest/doctest.h>

#include "random_text.hpp"
#include "text/fold.hpp"
#include "text/terminal.hpp"

using namespace rel::text;
using rel::test::RandomText;

namespace {

bool found(std::string_view wanted, std::string_view text) {
  return Wanted(wanted).in(text);
}

/// What stands where the match is said to be.
std::string matched(std::string_view wanted, std::string_view text) {
  const auto part = Wanted(wanted).where(text);
  return part ? std::string(text.substr(part->begin, part->end - part->begin)) : "nowhere";
}

std::string joined(const Excerpt& excerpt) {
  return excerpt.before + "[" + excerpt.match + "]" + excerpt.after;
}

std::string cut(std::string_view text, std::string_view wanted, int columns) {
  return joined(excerpt(text, Wanted(wanted), columns));
}

}  // namespace

TEST_CASE("a text is found by any part of a word, whatever the case and the accents") {
  CHECK(found("lisbon", "moving to LISBON soon"));
  CHECK(found("isb", "Lisbon"));
  CHECK(found("to Lis", "moving to lisbon"));
  CHECK(found("zoe", "Zoë"));
  CHECK(found("ZOË", "zoe"));
  CHECK(found("zoe", "Zoe\u0308"));
  CHECK(found("lukasz", "met Łukasz"));
  CHECK(found("orsted", "Ørsted"));
  CHECK(found("gross", "Groß"));
  CHECK(found("小", "王小明"));
  CHECK(found("한", "한국"));
  CHECK(found("%", "100%"));
  CHECK_FALSE(found("lisbon", "lisbo n"));
  CHECK_FALSE(found("lisbon", "lisb"));
  CHECK_FALSE(found("大", "王小明"));
  CHECK_FALSE(found("x", ""));
}

TEST_CASE("nothing is left of a text of marks alone") {
  CHECK(Wanted("\u0308").empty());
  CHECK(Wanted("").empty());
  CHECK_FALSE(Wanted("a").empty());
  CHECK_FALSE(Wanted("").where("abc"));
}

TEST_CASE("where: the part of the text itself, by whole graphemes") {
  CHECK(Wanted("b").where("aBc") == Part{1, 2});
  CHECK(matched("lisbon", "moving to LISBON soon") == "LISBON");
  CHECK(matched("zoe", "dear Zoe\u0308!") == "Zoe\u0308");
  CHECK(matched("zo", "dear Zoë") == "Zo");
  CHECK(matched("s", "Groß") == "ß");
  CHECK(matched("os", "Groß") == "oß");
  CHECK(matched("小明", "王小明 called") == "小明");
  CHECK(matched("x", "abc") == "nowhere");
}

TEST_CASE("an excerpt holds the match and as much around it as there is room for") {
  CHECK(cut("short", "o", 20) == "sh[o]rt");
  CHECK(cut("nothing like it", "zzz", 20) == "[]nothing like it");
  CHECK(cut("abcdefghijklmnopqrstuvwxyz", "m", 10) == "…kl[m]nopqr…");
  CHECK(cut("abcdefghijklmnopqrstuvwxyz", "a", 10) == "[a]bcdefghi…");
  CHECK(cut("abcdefghijklmnopqrstuvwxyz", "z", 10) == "…rstuvwxy[z]");
  CHECK(cut("abcdefghijklmnopqrstuvwxyz", "hijklmnopqrstu", 10) == "[hijklmnop…]");
  CHECK(cut("王小明王小明王小明", "明", 9) == "…[明]王小…");
}

TEST_CASE("an excerpt is one line without control characters") {
  CHECK(cut("one\ntwo\tthree\r", "two", 99) == "one [two] three ");
  CHECK(cut("a\x1b[2J b", "b", 99) == "a\\u{1b}[2J [b]");
}

TEST_CASE("property: in() is what folding both says, what where() gives holds it, an excerpt fits") {
  RandomText random;
  int matches = 0;
  for (int n = 0; n < 20'000; ++n) {
    const std::string text = random.well_formed();
    // A part of the text is there; another text may be.
    const auto from = static_cast<std::size_t>(random.number(0, static_cast<int>(text.size())));
    const std::string typed = n % 2 == 0 ? text.substr(from, 4) : random.well_formed().substr(0, 3);
    Wanted wanted(typed);
    const bool in = wanted.in(text);
    CHECK(in == (fold(text).find(fold(typed)) != std::string::npos));
    const auto part = wanted.where(text);
    if (part) {
      ++matches;
      CHECK(wanted.in(text.substr(part->begin, part->end - part->begin)));
    }
    const int columns = random.number(1, 30);
    const Excerpt excerpt = rel::text::excerpt(text, wanted, columns);
    CHECK(width(excerpt.before) + width(excerpt.match) + width(excerpt.after) <= columns);
  }
  CHECK(matches > 2'000);
}

TEST_CASE("a pattern is met by the whole of a text, grapheme by grapheme") {
  for (const auto& [text, pattern] :
       {std::pair("王小明", "王??"), std::pair("王小明", "*明"), std::pair("Zoë", "zo?"),
        std::pair("Zoë", "ZOE"), std::pair("a[b]c", "a[b]*"), std::pair("a\\b", "a\\?"),
        std::pair("aXbXc", "a*x*c"), std::pair("", "*")})
    CHECK_MESSAGE(rel::text::fits_pattern(text, pattern), text << " " << pattern);
  for (const auto& [text, pattern] :
       {std::pair("王小明", "王?"), std::pair("b", "[abc]"), std::pair("Zoë", "zo"), std::pair("ab", "a?b"),
        std::pair("", "?"), std::pair("abc", "*b")})
    CHECK_FALSE_MESSAGE(rel::text::fits_pattern(text, pattern), text << " " << pattern);
  const std::string many(2000, 'a');
  CHECK_FALSE(rel::text::fits_pattern(many, "*a*a*a*a*a*a*a*b"));
}
