// What holds of whatever comes out of an address book, of whichever program.
#pragma once

#include "formats/plain_card.hpp"
#include "fuzz/target.hpp"
#include "text/utf8.hpp"

namespace rel::test {

inline void must_be_utf8(const std::string& text) {
  must(!text::first_invalid_byte(text), "what is kept is UTF-8");
}

inline void must_be_card(const formats::Card& card) {
  must(!card.name.empty(), "a card has a name");
  must_be_utf8(card.name);
  for (const YearlyDate& date : card.dates) {
    must_be_utf8(date.name);
    must(date.month >= 1 && date.month <= 12 && date.day >= 1 && date.day <= 31, "a day of the year");
  }
}

}  // namespace rel::test
