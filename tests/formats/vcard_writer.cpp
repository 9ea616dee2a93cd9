#include "formats/vcard_writer.hpp"

#include <doctest/doctest.h>

#include "formats/fixtures.hpp"
#include "text/utf8.hpp"

using namespace rel;
using namespace rel::formats;

namespace {

Person ann() {
  return {.handle = "ann-lee", .name = "Ann Lee", .uid = "bd092cc8-6ea1-440a-af3e-dcab5a36fe49"};
}

bool has_line(const std::string& card, const std::string& line) {
  return card.find("\r\n" + line + "\r\n") != std::string::npos;
}

/// The one card that a person's card is read as.
Card read_back(const Person& person, CardVersion version) {
  const Cards cards = read_vcards(vcard_of(person, version));
  CHECK(cards.problems.empty());
  CHECK(cards.dropped.empty());
  REQUIRE(cards.cards.size() == 1);
  return cards.cards.front();
}

}  // namespace

TEST_CASE("the least that a card has") {
  CHECK(vcard_of(ann(), CardVersion::v3) ==
        "BEGIN:VCARD\r\nVERSION:3.0\r\nUID:bd092cc8-6ea1-440a-af3e-dcab5a36fe49\r\nFN:Ann Lee\r\n"
        "N:Lee;Ann;;;\r\nEND:VCARD\r\n");
  CHECK(vcard_of(ann(), CardVersion::v4) ==
        "BEGIN:VCARD\r\nVERSION:4.0\r\nUID:urn:uuid:bd092cc8-6ea1-440a-af3e-dcab5a36fe49\r\nFN:Ann Lee\r\n"
        "N:Lee;Ann;;;\r\nEND:VCARD\r\n");
}

TEST_CASE("bytes that are no text are not handed on") {
  Person person = ann();
  person.name = "A\xFF" + std::string(200, '\x80');
  person.tags = {"\xC3"};
  for (const CardVersion version : {CardVersion::v3, CardVersion::v4})
    CHECK_FALSE(text::first_invalid_byte(vcard_of(person, version)));
  CHECK(has_line(vcard_of(person, CardVersion::v3), "CATEGORIES:\uFFFD"));
}

TEST_CASE("everything that a card has a place for, and nothing else") {
  Person person = ann();
  person.aliases = {"Annie", "A,B"};
  person.phones = {"+49 30 123456", "555;2"};
  person.emails = {"ann@x.example"};
  person.tags = {"choir", "a\\b"};
  person.purpose = "a secret";
  const std::string card = vcard_of(person, CardVersion::v3);
  CHECK(has_line(card, "NICKNAME:Annie\r\nNICKNAME:A\\,B"));
  CHECK(has_line(card, "TEL:+49 30 123456"));
  CHECK(has_line(card, "TEL:555\\;2"));
  CHECK(has_line(card, "EMAIL:ann@x.example"));
  CHECK(has_line(card, "CATEGORIES:choir,a\\\\b"));
  CHECK(card.find("secret") == std::string::npos);
}

TEST_CASE("dates, with and without a year") {
  Person person = ann();
  person.dates = {
      {"wedding", 6, 14, 2010}, {"birthday", 2, 29, {}}, {"anniversary", 6, 1, 1990}, {"x", 1, 2, {}}};
  const std::string old_card = vcard_of(person, CardVersion::v3);
  CHECK(has_line(old_card, "item1.X-ABDATE:2010-06-14\r\nitem1.X-ABLABEL:wedding"));
  CHECK(has_line(old_card, "BDAY;X-APPLE-OMIT-YEAR=1604:1604-02-29"));
  CHECK(has_line(old_card, "X-ANNIVERSARY:1990-06-01"));
  CHECK(has_line(old_card, "item2.X-ABDATE;X-APPLE-OMIT-YEAR=1604:1604-01-02\r\nitem2.X-ABLABEL:x"));
  const std::string card = vcard_of(person, CardVersion::v4);
  CHECK(has_line(card, "BDAY:--0229"));
  CHECK(has_line(card, "ANNIVERSARY:19900601"));
  CHECK(has_line(card, "item1.X-ABDATE:2010-06-14\r\nitem1.X-ABLABEL:wedding"));
}

TEST_CASE("a UID that is no UUID is a text") {
  Person person = ann();
  person.uid = "a;b@example.org";
  CHECK(has_line(vcard_of(person, CardVersion::v3), "UID:a\\;b@example.org"));
  CHECK(has_line(vcard_of(person, CardVersion::v4), "UID;VALUE=text:a\\;b@example.org"));
}

TEST_CASE("the last of several words is the family name, unless a comma says that nobody knows") {
  Person person = ann();
  for (const auto& [name, parts] : {std::pair{"Ann", ";Ann;;;"},
                                    {"Ann van Lee", "Lee;Ann van;;;"},
                                    {"Lee, Ann", ";Lee\\, Ann;;;"},
                                    {"王小明", ";王小明;;;"}}) {
    person.name = name;
    CHECK(has_line(vcard_of(person, CardVersion::v3), std::string("N:") + parts));
  }
}

TEST_CASE("what was written is read back") {
  Person person = ann();
  for (const char* name :
       {"Zoë O'Brien", "a\\,b;c:d", "x\x1b[2Jy", "'); DROP TABLE people--", "\\n", "=1+1", "\"q\""}) {
    person.name = name;
    person.aliases = {name, std::string("also ") + name};
    person.uid = name;
    person.tags = {std::string("tag ") + name};
    person.emails = {std::string(name) + "@x"};
    person.dates = {
        {"birthday", 4, 12, {}}, {std::string("day of ") + name, 2, 29, 2000}, {"birthday", 1, 1, {}}};
    for (const CardVersion version : {CardVersion::v3, CardVersion::v4}) {
      const Card card = read_back(person, version);
      CHECK(card.name == person.name);
      CHECK(card.uid == person.uid);
      CHECK(card.nicknames == person.aliases);
      CHECK(card.categories == person.tags);
      CHECK(card.emails == person.emails);
      CHECK(card.dates == std::vector<YearlyDate>(person.dates.begin(), person.dates.begin() + 2));
    }
  }
}
