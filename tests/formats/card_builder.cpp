#include "formats/card_builder.hpp"

#include <doctest/doctest.h>

#include "formats/fixtures.hpp"

using namespace rel::formats;
using test::described;

namespace {

std::string built(std::string_view bytes, bool already_utf8 = false) {
  CardBuilder builder(7, already_utf8);
  ContentLines lines(bytes);
  while (const auto line = lines.next()) builder.take(*line);
  Cards cards;
  std::move(builder).finish(cards);
  return described(cards);
}

}  // namespace

TEST_CASE("a distinct list keeps the first of its doubles and nothing blank") {
  DistinctList list;
  list.add("a", "key");
  list.add("b", "key");
  list.add("\u200b", "other");
  CHECK(list.first_or("none") == "a");
  CHECK(std::move(list).values() == std::vector<std::string>{"a"});
}

TEST_CASE("the name is FN, else N in reading order, else the next best") {
  CHECK(built("N:a;b\nFN:c") == "7: c\n");
  CHECK(built("FN:\\n \nFN:c") == "7: c\n");
  CHECK(built("N:fam;giv;mid;pre;suf") == "7: pre giv mid fam suf\n");
  CHECK(built("n:O\\;N;;a\\,b,c;\n") == "7: a,b c O;N\n");
  CHECK(built("ORG:;Sales\nEMAIL:x@y") == "7: x@y\n  email x@y\n  fact works at Sales\n");
  CHECK(built("TEL:1\nORG:Acme") == "7: Acme\n  phone 1\n");
  CHECK(built("NOTE:x") == "7! has no name\n");
}

TEST_CASE("doubles are kept once") {
  CHECK(built("FN:x\nTEL:+1 (2)\nTEL:tel:+1-2\nTEL:12\nEMAIL:A@x\nEMAIL:mailto:a@X\n") ==
        "7: x\n  phone +1 (2)\n  phone 12\n  email A@x\n");
  CHECK(built("FN:x\nNICKNAME:a,b\\,c,a\nNICKNAME:b\\,c\nCATEGORIES:a,,a\n") ==
        "7: x\n  nickname a\n  nickname b,c\n  category a\n");
}

TEST_CASE("the identifier loses its scheme, if that is urn:uuid") {
  CHECK(built("FN:x\nUID:URN:UUID:ab-c\nUID:second") == "7: x\n  uid ab-c\n");
  CHECK(built("FN:x\nUID:http://x/y") == "7: x\n  uid http://x/y\n");
}

TEST_CASE("properties that are not taken are counted, unless they are empty") {
  CHECK(built("FN:x\nitem1.note:a\nNOTE:b\nX-Thing:c\nADR:;;;\nTITLE:\nREV:1\nitem1.X-ABLabel:l\nPRODID:p") ==
        "7: x\n  fact a\n  fact b\n- X-THING 1\n");
  CHECK(built("FN:x\nTEL;ENCODING=b:MTIz") == "7: x\n- TEL 1\n");
}

TEST_CASE("dates that cannot be taken are counted") {
  CHECK(built("FN:x\nBDAY;VALUE=text:circa 1980\nX-ANNIVERSARY:1980\n") ==
        "7: x\n- BDAY circa 1980 1\n- X-ANNIVERSARY 1980 1\n");
  CHECK(built("FN:x\nBDAY:19800412\nBDAY:19810412\nBDAY:1980-04-12") ==
        "7: x\n  birthday 1980-4-12\n- BDAY 1\n");
}

TEST_CASE("dates may be escaped like text") {
  CHECK(built("FN:x\nBDAY:1980-04-12T00\\:00\\:00Z") == "7: x\n  birthday 1980-4-12\n");
}

TEST_CASE("groups are no people") {
  CHECK(built("FN:x\nKIND:Group") == "- GROUP 1\n");
  CHECK(built("X-ADDRESSBOOKSERVER-KIND:group\nNOTE:x") == "- GROUP 1\n");
  CHECK(built("FN:x\nKIND:individual") == "7: x\n");
}

TEST_CASE("a zero byte in anything that is taken is a problem") {
  using namespace std::string_view_literals;
  CHECK(built("FN:a\0b"sv) == "7! holds a NUL byte\n");
  CHECK(built("FN:x\nTEL:tel:1\0"sv) == "7! holds a NUL byte\n");
  CHECK(built("FN:x\nNOTE:a\0b"sv) == "7: x\n  fact ab\n");
  CHECK(built("FN:x\nTEL:tel:1%002"sv) == "7: x\n  phone 1%002\n");
}

TEST_CASE("names of more than 200 graphemes are a problem") {
  const auto repeated = [](std::string_view text, int count) {
    std::string out;
    while (count-- > 0) out += text;
    return out;
  };
  const std::string family = repeated("e\u0301", 200);
  CHECK(built("FN:" + family) == "7: " + family + '\n');
  CHECK(built("FN:" + family + "e") == "7! has a name of more than 200 characters\n");
  CHECK(built("FN:" + std::string(70000, 'x')) == "7! has a name of more than 200 characters\n");
  CHECK(built("FN:x\nNICKNAME:a," + family + "e") == "7: x\n  nickname a\n- NICKNAME 1\n");
  CHECK(built("FN:x\nTEL:" + std::string(70000, '1')) == "7: x\n- TEL 1\n");
}

TEST_CASE("charsets are those of the property") {
  CHECK(built("FN;CHARSET=SHIFT_JIS:\x95\x5C\nNICKNAME:Zo\xEB") == "7: 表\n  nickname Zoë\n");
  CHECK(built("FN;CHARSET=ISO-8859-1:Zoë", true) == "7: Zoë\n");
  CHECK(built("FN;CHARSET=ISO-8859-1;QUOTED-PRINTABLE:Zo=EB", true) == "7: Zoë\n");
}

TEST_CASE("Apple's dates are named by the label beside them, wherever it stands") {
  CHECK(built("FN:a\nitem1.X-ABDate:2010-06-05\nitem1.X-ABLabel:_$!<Anniversary>!$_") ==
        "7: a\n  anniversary 2010-6-5\n");
  CHECK(built("FN:a\nitem2.X-ABLABEL:first\\, met\nITEM2.X-ABDATE;X-APPLE-OMIT-YEAR=1604:1604-02-29") ==
        "7: a\n  first, met ?-2-29\n");
  CHECK(built("FN:a\nitem1.X-ABDATE:2010-06-05\nitem2.X-ABLABEL:wedding") == "7: a\n  other 2010-6-5\n");
  CHECK(built("FN:a\nX-ABDATE:2010-06-05\nX-ABLABEL:wedding") == "7: a\n  other 2010-6-5\n");
  CHECK(built("FN:a\nitem1.X-ABDATE:2010-06-05\nitem1.X-ABLABEL: ") == "7: a\n  other 2010-6-5\n");
  CHECK(built("FN:a\nitem1.X-ABDATE:soon\nitem1.X-ABLABEL:x") == "7: a\n- X-ABDATE soon 1\n");
  CHECK(built("FN:a\nANNIVERSARY:20100605\nitem1.X-ABDATE:2011-06-05\nitem1.X-ABLABEL:anniversary") ==
        "7: a\n  anniversary 2010-6-5\n- X-ABDATE 1\n");
  CHECK(built("FN:a\nitem1.X-ABDATE:2010-06-05\nitem1.X-ABLABEL:" + std::string(201, 'x')) ==
        "7: a\n  other 2010-6-5\n");
}
