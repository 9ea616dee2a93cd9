#include "formats/charset.hpp"

#include <doctest/doctest.h>

using namespace rel::formats;
using namespace std::string_literals;
using namespace std::string_view_literals;

TEST_CASE("bytes without a claim are UTF-8 if they are well formed") {
  CHECK(to_utf8("Zoë", "") == "Zoë");
  CHECK(to_utf8("Zoë", "utf-8") == "Zoë");
}

TEST_CASE("bytes that are not UTF-8 are CP1252") {
  CHECK(to_utf8("Zo\xEB \x80 D\x92x", "") == "Zoë € D’x");
  CHECK(to_utf8("Zo\xEB", "UTF-8") == "Zoë");
  CHECK(to_utf8("\x81", "") == "\xC2\x81");
}

TEST_CASE("claims are believed in every spelling") {
  CHECK(to_utf8("Stra\xDF\x65", "iso-8859-1") == "Straße");
  CHECK(to_utf8("\x93x\x94", "Windows-1252") == "“x”");
  CHECK(to_utf8("\xC3\xBD", "ISO-8859-1") == "Ã½");
  CHECK(to_utf8("\x95\x5C \x94\x5C", "shift_jis") == "表 能");
  CHECK(to_utf8("\xFB\xFC\\~", "SJIS") == "髙\\~");
  CHECK(to_utf8("\xC0\xD5", "EUC-JP") == "責");
  CHECK(to_utf8("\xD0\xC2", "KOI8-R") == "пб");
  CHECK(to_utf8("\xB3", "iso-8859-2") == "ł");
}

TEST_CASE("the last letter of a converter that waits for marks is not lost") {
  CHECK(to_utf8("\xE0", "windows-1255") == "א");
}

TEST_CASE("bytes that do not fit their claim are UTF-8 or CP1252") {
  CHECK(to_utf8("\xE8\xA1\xFF", "EUC-KR") == "è¡ÿ");
  CHECK(to_utf8("表", "EUC-KR") == "表");
  CHECK(to_utf8("\x95", "SHIFT_JIS") == "•");
}

TEST_CASE("claims that are not on the list are passed over") {
  CHECK(to_utf8("Anna", "UTF-16") == "Anna");
  CHECK(to_utf8("Anna", "ISO-2022-CN-EXT//TRANSLIT") == "Anna");
  CHECK(to_utf8("Zo\xEB", "../../etc/passwd") == "Zoë");
}

TEST_CASE("UTF-16 files are told by their mark or their zeros") {
  CHECK(utf16_file_as_utf8("\xFF\xFE\x42\0\x3C\xD8\xBB\xDF"sv) == "B🎻");
  CHECK(utf16_file_as_utf8("\xFE\xFF\0\x42\xD8\x3C\xDF\xBB"sv) == "B🎻");
  CHECK(utf16_file_as_utf8("B\0E\0"sv) == "BE");
  CHECK(utf16_file_as_utf8("\0B\0E"sv) == "BE");
  CHECK_FALSE(utf16_file_as_utf8("BEGIN"));
  CHECK_FALSE(utf16_file_as_utf8("\0\0\0\0"sv));
  CHECK_FALSE(utf16_file_as_utf8("\xFF\xFE"));
}

TEST_CASE("broken UTF-16 becomes replacement characters") {
  CHECK(utf16_file_as_utf8("A\0B\0\x3C\xD8"sv) == "AB\uFFFD");
  CHECK(utf16_file_as_utf8("A\0B\0\x3C\xD8\x43\0"sv) == "AB\uFFFDC");
  CHECK(utf16_file_as_utf8("A\0B\0\xBB\xDF"sv) == "AB\uFFFD");
  CHECK(utf16_file_as_utf8("A\0B\0C"sv) == "AB\uFFFD");
}
