#include "text/fold.hpp"

#include <doctest/doctest.h>
#include <utf8proc.h>

#include <cstdlib>

#include "random_text.hpp"

using namespace rel::text;
using Words = std::vector<std::string>;

namespace {

std::string normalized(const std::string& text, utf8proc_uint8_t* (*form)(const utf8proc_uint8_t*)) {
  utf8proc_uint8_t* result = form(reinterpret_cast<const utf8proc_uint8_t*>(text.c_str()));
  REQUIRE(result != nullptr);
  std::string copy(reinterpret_cast<const char*>(result));
  std::free(result);
  return copy;
}

bool is_scalar_value(char32_t code_point) {
  return code_point < 0xD800 || code_point > 0xDFFF;
}

}  // namespace

TEST_CASE("fold makes case, accents and letters without decomposition one") {
  CHECK(fold("Zoë") == "zoe");
  CHECK(fold("Zoe\u0308") == "zoe");
  CHECK(fold("ZOE") == "zoe");
  CHECK(fold("Łukasz") == "lukasz");
  CHECK(fold("Ørsted") == "orsted");
  CHECK(fold("Đặng") == "dang");
  CHECK(fold("Straße") == "strasse");
  CHECK(fold("STRAẞE") == "strasse");
  CHECK(fold("İstanbul") == "istanbul");
  CHECK(fold("Işık") == "isik");
  CHECK(fold("Ægir Þór Œuvre Ħal") == "aegir thor oeuvre hal");
  CHECK(fold("Əliyev") == "eliyev");
  CHECK(fold("Ǿ") == "o");
}

TEST_CASE("fold reads compatibility variants and other scripts") {
  CHECK(fold("Ｚｏｅ") == "zoe");
  CHECK(fold("ﬁn") == "fin");
  CHECK(fold("ΣΊΣΥΦΟΣ") == fold("Σίσυφος"));
  CHECK(fold("ЁЛКА") == "елка");
  CHECK(fold("王小明") == "王小明");
  CHECK(fold("がぎ") == "かき");
}

TEST_CASE("fold keeps Hangul composed, however it came") {
  CHECK(fold("김민준") == "김민준");
  CHECK(fold("\u1100\u1175\u11B7") == "김");
}

TEST_CASE("fold removes invisible characters and leaves punctuation and white space") {
  CHECK(fold("a\u00ADb\u200Bc\u200Dd\uFEFF") == "abcd");
  CHECK(fold("O'Brien, Jean-Luc  (Jr.)\t") == "o'brien, jean-luc  (jr.)\t");
  CHECK(fold("") == "");
}

TEST_CASE("fold replaces ill-formed bytes") {
  CHECK(fold("A\xFFÉ\xE2\x82") == "a\uFFFDe\uFFFD\uFFFD");
}

TEST_CASE("fold is idempotent and blind to normalization for every code point") {
  for (char32_t code_point = 1; code_point <= 0x10FFFF; ++code_point) {
    if (!is_scalar_value(code_point)) continue;
    std::string text;
    append_utf8(text, code_point);
    const std::string folded = fold(text);
    if (fold(folded) != folded) FAIL_CHECK(text, " folds to ", folded, " and then to ", fold(folded));
    if (fold(normalized(text, utf8proc_NFD)) != folded) FAIL_CHECK(text, " differs in NFD");
    if (fold(normalized(text, utf8proc_NFC)) != folded) FAIL_CHECK(text, " differs in NFC");
  }
}

TEST_CASE("fold_name leaves words with one blank between") {
  CHECK(fold_name("Jean-Luc  O'Brien") == "jean luc obrien");
  CHECK(fold_name("  Zoë\t„Zo“ Müller. ") == "zoe zo muller");
  CHECK(fold_name("Müller+Söhne") == "muller sohne");
  CHECK(fold_name("山田・太郎") == "山田 太郎");
  CHECK(fold_name("علی\u200Cرضا") == "علیرضا");
  CHECK(fold_name("...") == "");
  CHECK(fold_name("") == "");
}

TEST_CASE("fold_name drops every apostrophe") {
  for (const auto* apostrophe :
       {"'", "\u2019", "\u2018", "\u02BC", "`", "\u00B4", "\u2032", "\u02BB", "\uFF07"}) {
    CAPTURE(apostrophe);
    CHECK(fold_name(std::string("O") + apostrophe + "Brien") == "obrien");
  }
}

TEST_CASE("words splits a folded name") {
  CHECK(words("jean luc obrien") == Words{"jean", "luc", "obrien"});
  CHECK(words("zoe") == Words{"zoe"});
  CHECK(words("").empty());
}

TEST_CASE("inner_parts are the endings of names without blanks") {
  CHECK(inner_parts("王小明") == Words{"小明", "明"});
  CHECK(inner_parts("김민준") == Words{"민준", "준"});
  CHECK(inner_parts("さくら") == Words{"くら", "ら"});
  CHECK(inner_parts("xy王") == Words{"王"});
  CHECK(inner_parts("王xy").empty());
  CHECK(inner_parts("lukasz").empty());
  CHECK(inner_parts("王").empty());
  CHECK(inner_parts("").empty());
}

TEST_CASE("handle_from_name keeps ASCII letters and digits") {
  CHECK(handle_from_name("Zoë Müller") == "zoe-muller");
  CHECK(handle_from_name("Jean-Luc O'Brien") == "jean-luc-obrien");
  CHECK(handle_from_name("王小明 Wang") == "wang");
  CHECK(handle_from_name("Wang 王 Ming") == "wang-ming");
  CHECK(handle_from_name("2Pac") == "p-2pac");
  CHECK(handle_from_name("王小明") == "");
  CHECK(handle_from_name("!?") == "");
  CHECK(handle_from_name("") == "");
}

TEST_CASE("folding any bytes is idempotent and gives well-formed text") {
  rel::test::RandomText random;
  for (int round = 0; round < 5000; ++round) {
    const std::string text = random.any();
    CAPTURE(text);
    REQUIRE(fold(fold(text)) == fold(text));
    REQUIRE(fold_name(fold_name(text)) == fold_name(text));
    REQUIRE_FALSE(first_invalid_byte(fold(text)).has_value());
    std::string joined;
    for (const auto& word : words(fold_name(text))) joined += (joined.empty() ? "" : " ") + word;
    REQUIRE(joined == fold_name(text));
  }
}

TEST_CASE("folding is blind to normalization") {
  rel::test::RandomText random;
  for (int round = 0; round < 3000; ++round) {
    const std::string text = random.well_formed();
    CAPTURE(text);
    REQUIRE(fold(normalized(text, utf8proc_NFD)) == fold(normalized(text, utf8proc_NFC)));
    REQUIRE(fold(normalized(text, utf8proc_NFD)) == fold(text));
    REQUIRE(fold_name(normalized(text, utf8proc_NFD)) == fold_name(normalized(text, utf8proc_NFC)));
  }
}
