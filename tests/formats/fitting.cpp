#include "formats/fitting.hpp"

#include <doctest/doctest.h>

#include "rel/limits.hpp"
#include "text/utf8.hpp"

using namespace rel;
using formats::fitting_name;

TEST_CASE("a name fits on one line, in 200 graphemes and 16 KiB") {
  CHECK(fitting_name("Ann\r\nLee") == "Ann  Lee");
  CHECK(fitting_name(std::string("A\0nn", 4)) == "Ann");
  CHECK(text::grapheme_count(fitting_name(std::string(500, 'x'))) == longest_name);
  std::string marks = "a";
  while (marks.size() < 40'000) marks += "\xcc\x81";
  const std::string cut = fitting_name(marks);
  CHECK(cut.size() <= longest_name_bytes);
  CHECK(!text::first_invalid_byte(cut));
}

TEST_CASE(
    "a card fits: what is cut is counted, what is blank left out, a date has a name and a likely year") {
  formats::Card card;
  card.name = std::string(300, 'x');
  card.nicknames = {"\n", "Zo"};
  card.dates = {{"wedding\nday", 6, 14, 1590}, {"wedding day", 6, 15, 2010}, {"\n", 1, 2, {}}};
  CHECK(formats::fit(card) == 1);
  CHECK(card.name.size() == longest_name);
  CHECK(card.nicknames == std::vector<std::string>{"Zo"});
  REQUIRE(card.dates.size() == 2);
  CHECK(card.dates[0] == YearlyDate{"wedding day", 6, 14, {}});
  CHECK(card.dates[1].name == "other");
}

TEST_CASE("a contact fits: a day has 24 hours, a note ends at a whole letter") {
  Contact contact{.others = -1, .minutes = 5000};
  contact.note = std::string(longest_note - 1, 'x') + "é";
  CHECK(formats::fit(contact) == 1);
  CHECK(contact.others == 0);
  CHECK(contact.minutes == 1440);
  CHECK(contact.note == std::string(longest_note - 1, 'x'));
}
