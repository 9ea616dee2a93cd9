// What odd and hostile files come to, to the letter.
#include <doctest/doctest.h>

#include "formats/fixtures.hpp"

using rel::formats::test::read_fixture;

TEST_CASE("lines that end with CR") {
  CHECK(read_fixture("bare-cr.vcf") == R"(
1: Océane Tremblay
  phone 514-555-0110
  birthday 1969-7-20
  fact brother: Luc
11: Luc Tremblay
)");
}

TEST_CASE("cards without FN") {
  CHECK(read_fixture("no-fn.vcf") == R"(
1: Dr. John Philip Paul Stevenson Jr. M.D.
5: Solo
10: Bee
  nickname Bee
  nickname Honey
  fact works at Hive
17: Acme, Inc.
  email sales@acme.example
23: only@mail.example
  phone 555 0120
  email only@mail.example
28: 555 0121
  phone 555 0121
31! has no name
)");
}

TEST_CASE("birthdays") {
  CHECK(read_fixture("birthdays.vcf") == R"(
1: basic
  birthday 1980-4-12
6: extended
  birthday 1980-4-12
11: moment
  birthday 1980-4-12
16: blank time
  birthday 1980-4-12
21: no year
  birthday ?-4-12
26: no year, dashes
  birthday ?-4-12
31: leap day, no year
  birthday ?-2-29
36: day only
41: apple
  birthday ?-4-12
46: 1604 anyhow
  birthday ?-4-12
51: 1900 kept
  birthday 1900-1-1
56: 1900 omitted
  birthday ?-1-1
61: year zero
  birthday ?-4-12
66: text
71: four digits
76: 30 February
81: 29 February 1981
86: year and month
91: charset
  birthday 1980-4-12
96: quoted-printable
  birthday 1980-4-12
101: empty
106: twice the same
  birthday 1980-4-12
112: twice
  birthday 1980-4-12
118: both
  birthday 1980-4-12
  anniversary 2009-8-8
125: mixed dashes
130: words
  birthday 1980-4-12
- BDAY 1
- BDAY ---12 1
- BDAY 0412 1
- BDAY 1980-02-30 1
- BDAY 1980-04 1
- BDAY 1980-0412 1
- BDAY 1981-02-29 1
- BDAY circa 1800 1
)");
}

TEST_CASE("UTF-16 in both orders, and without a mark") {
  for (const char* name : {"utf16le.vcf", "utf16be.vcf", "utf16le-no-mark.vcf"}) {
    CAPTURE(name);
    CHECK(read_fixture(name) == R"(
1: Łukasz Żółć 🎻
  phone +48 555 010 200
  birthday 1990-5-3
)");
  }
}

TEST_CASE("hostile cards: controls stay in the text, for the terminal to escape") {
  CHECK(read_fixture("hostile.vcf") ==
        "\n1: Eve \033[31mRed\033[0m\n"
        "  phone +1\033]52;c;ZXZpbA==\007555\n"
        "6: \033]52;c;ZXZpbA==\007Mallory\n"
        "  nickname \033]0;title\033\\\n"
        "11: ab\u202egpj.exe\u2066x\u2069\n"
        "15: Two Lines and tab\n"
        "19: C1\302\23331m\n"
        "35: " +
            std::string(200, 'y') +
            "\n"
            "43: Bad ÿÃ bytes\n"
            "  phone 555 0199\n"
            "50: Outer\n"
            "60: Last\n"
            "23! holds a NUL byte\n"
            "27! holds a NUL byte\n"
            "31! has a name of more than 200 characters\n"
            "39! has no name\n"
            "57! no END:VCARD\n"
            "64! no END:VCARD\n"
            "- VCARD 1\n");
}
