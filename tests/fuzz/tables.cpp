// CSV: any table, and a table of people.
#include "formats/tables.hpp"

#include "formats/csv.hpp"
#include "fuzz/target.hpp"
#include "text/utf8.hpp"

using namespace rel;
using namespace rel::test;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string text = text_of(data, size);
  formats::looks_like_csv(text);
  std::istringstream table(text);
  formats::CsvReader reader(table);
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
  std::istringstream people(text);
  formats::read_people_table(
      people, fuzz_day,
      [](const formats::ArchivedPerson& person) { must(!person.person.name.empty(), "a person has a name"); },
      [](const formats::Problem&) {});
  return 0;
}
