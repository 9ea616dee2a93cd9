// The address books that programs export as tables: Google, Outlook, Thunderbird, LinkedIn.
#pragma once

#include <cstddef>
#include <iosfwd>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "formats/day_order.hpp"
#include "formats/problem.hpp"
#include "formats/vcard.hpp"

namespace rel::formats {

/// Whose table it is. Their columns have the same meanings; each is told by names that only it uses.
enum class AddressBook { google, outlook, thunderbird, linkedin };

/// One person of a table.
struct AddressRow {
  Card card;
  std::string note;  ///< may be empty
};

/// Everything that a table holds.
struct AddressTable {
  std::vector<AddressRow> rows;
  std::vector<Problem> problems;  ///< rows that can't be taken
  std::map<std::string, std::size_t>
      dropped;  ///< columns that rel has no place for, and how many rows use them
  bool days_unclear =
      false;  ///< days like 03/04/1980 were left out: nothing in the table settles their order
};

/// Whose table begins so, by the English names of its columns; nothing for every other file.
std::optional<AddressBook> address_book_of(std::string_view beginning);

/// Reads a table of any of them. LinkedIn's has notes of any shape before its heading. Where days are written
/// in figures, `order` says how; without it the table itself must. Returns why the reading ended where the
/// file as a whole is wrong.
std::optional<Problem> read_address_table(std::istream& in, std::optional<DayOrder> order, AddressTable& out);

}  // namespace rel::formats
