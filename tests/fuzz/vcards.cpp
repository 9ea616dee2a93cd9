// Files of cards.
#include "formats/vcard.hpp"
#include "fuzz/target.hpp"
#include "text/utf8.hpp"

using namespace rel;
using namespace rel::test;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string text = text_of(data, size);
  formats::looks_like_vcards(text);
  for (const formats::Card& card : formats::read_vcards(text).cards) {
    must(!card.name.empty() && card.line > 0, "a card has a name and a line");
    must(!text::first_invalid_byte(card.name), "a name is UTF-8");
    for (const YearlyDate& date : card.dates) {
      must(date.month >= 1 && date.month <= 12 && date.day >= 1 && date.day <= 31, "a day of the year");
    }
  }
  return 0;
}
