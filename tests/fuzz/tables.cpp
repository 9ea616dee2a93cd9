// CSV: any table, and tables of people.
#include "formats/tables.hpp"

#include "formats/address_table.hpp"
#include "formats/csv.hpp"
#include "fuzz/cards.hpp"

using namespace rel;
using namespace rel::test;

namespace {

void read_any(const std::string& text) {
  std::istringstream in(text);
  formats::CsvReader reader(in);
  while (reader.next()) {
    for (const std::string& cell : reader.cells()) {
      must(!text::first_invalid_byte(cell), "a cell is UTF-8");
      // The first line tells what separates cells.
      std::istringstream lines("a,b,c,d,e,f,g\r\n" + formats::csv_line({cell, "x"}));
      formats::CsvReader again(lines);
      again.next();
      must(again.next() && again.cells().size() == 2 && again.cells()[0] == cell,
           "a cell is read as it is written");
    }
  }
}

void read_people(const std::string& text) {
  std::istringstream in(text);
  formats::read_people_table(
      in, fuzz_day,
      [](const formats::ArchivedPerson& person) { must(!person.person.name.empty(), "a person has a name"); },
      [](const formats::Problem&) {});
}

void read_addresses(const std::string& text) {
  std::istringstream in(text);
  formats::AddressTable table;
  formats::read_address_table(in, {}, table);
  for (const formats::Card& card : table.people) must_be_card(card);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string text = text_of(data, size);
  formats::looks_like_csv(text);
  formats::address_book_of(text);
  read_any(text);
  read_people(text);
  read_addresses(text);
  return 0;
}
