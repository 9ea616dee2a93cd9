#include "formats/content_lines.hpp"

#include <doctest/doctest.h>

using namespace rel::formats;

namespace {

ContentLine only_line(std::string_view bytes) {
  ContentLines lines(bytes);
  auto line = lines.next();
  REQUIRE(line);
  REQUIRE_FALSE(lines.next());
  return *line;
}

// `number NAME=value` for each line.
std::string all_lines(std::string_view bytes) {
  std::string out;
  ContentLines lines(bytes);
  while (const auto line = lines.next()) {
    out += std::to_string(line->number) + ' ' + line->name + '=' + line->value() + '\n';
  }
  return out;
}

}  // namespace

TEST_CASE("the parts of a line") {
  const std::string bytes = "item1.tel;type=HOME,voice;TYPE=\"pref;x:y\";X-A=b=c:+49 30: 1";
  const ContentLine line = only_line(bytes);
  CHECK(line.group == "item1");
  CHECK(line.name == "TEL");
  REQUIRE(line.parameters.size() == 3);
  CHECK(line.parameters[0].name == "TYPE");
  CHECK(line.parameters[0].value == "HOME,voice");
  CHECK(line.parameters[1].value == "pref;x:y");
  CHECK(line.parameter("TYPE") == "HOME,voice");
  CHECK(line.parameter("X-A") == "b=c");
  CHECK(line.parameter("CHARSET").empty());
  CHECK(line.value() == "+49 30: 1");
}

TEST_CASE("parameters without a name") {
  const ContentLine line = only_line("TEL;CELL; quoted-printable :=41");
  CHECK(line.parameter("TYPE") == "CELL");
  CHECK(line.parameter("ENCODING") == "quoted-printable");
  CHECK(line.encoding == Encoding::quoted_printable);
  CHECK(line.value() == "A");
}

TEST_CASE("encodings") {
  CHECK(only_line("A;ENCODING=b:x").encoding == Encoding::base64);
  CHECK(only_line("A;BASE64:x").encoding == Encoding::base64);
  CHECK(only_line("A;ENCODING=\"QUOTED-PRINTABLE\":x").encoding == Encoding::quoted_printable);
  CHECK(only_line("A;ENCODING=8BIT:x").encoding == Encoding::plain);
  CHECK(only_line("A;ENCODING=x:x").encoding == Encoding::plain);
}

TEST_CASE("line ends of every kind, and lines that are none") {
  CHECK(all_lines("A:1\r\nB:2\nC:3\rD:4") == "1 A=1\n2 B=2\n3 C=3\n4 D=4\n");
  CHECK(all_lines("\r\n\r\nno colon\r\n?:x\r\n:x\r\nB:2\r\n") == "6 B=2\n");
  CHECK(all_lines("A:1\r\r\nB:2") == "1 A=1\n2 B=2\n");
  CHECK(all_lines("").empty());
}

TEST_CASE("folds may be anywhere") {
  CHECK(all_lines("N\r\n OTE;X=\r\n\t\"a:b\":\r\n x\r\n  y\r\nB:2") == "1 NOTE=x y\n6 B=2\n");
}

TEST_CASE("a quote that never ends does not hide the colon") {
  CHECK(all_lines("TEL;TYPE=\"HOME:555\nB:2") == "1 TEL=555\n2 B=2\n");
}

TEST_CASE("soft line breaks go on at the first column, and only in quoted-printable") {
  CHECK(all_lines("A;QUOTED-PRINTABLE:x=\r\nB:2=\r\n\r\nC:3") == "1 A=xB:2\n4 C=3\n");
  CHECK(all_lines("A:x=\r\nB:2") == "1 A=x=\n2 B=2\n");
}

TEST_CASE("base64 ends at an empty line or at the next property") {
  CHECK(all_lines("A;BASE64:\r\n xx\r\n yy\r\n\r\nB:2") == "1 A=xxyy\n5 B=2\n");
  CHECK(all_lines("A;BASE64:xx\r\nyy==\r\n\r\nB:2") == "1 A=xxyy==\n4 B=2\n");
  CHECK(all_lines("A;BASE64:xx\r\n\r\nyy==\r\nB:2") == "1 A=xx\n4 B=2\n");
  CHECK(all_lines("A;BASE64:xx\r\nyy==\r\nB:2") == "1 A=xxyy==\n3 B=2\n");
}

TEST_CASE("byte order marks inside a file") {
  CHECK(all_lines("\xEF\xBB\xBF"
                  "A:1\n\xEF\xBB\xBF"
                  "B:2\n\xEF\xBB\xBF") == "1 A=1\n2 B=2\n");
}

TEST_CASE("names and heads that no program writes are passed over") {
  CHECK(all_lines(std::string(64, 'x') + ":1").starts_with("1 XX"));
  CHECK(all_lines(std::string(65, 'x') + ":1").empty());
  CHECK(all_lines("A;X=" + std::string(20000, 'x') + ":1\nB:2") == "2 B=2\n");
}
