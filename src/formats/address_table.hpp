// The address books that programs export as tables: Google, Outlook, Thunderbird, LinkedIn.
#pragma once

#include <cstddef>
#include <iosfwd>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "formats/address_columns.hpp"
#include "formats/day_order.hpp"
#include "formats/dropped.hpp"
#include "formats/problem.hpp"
#include "formats/vcard.hpp"

namespace rel::formats {

/// Whose table it is. Their columns have the same meanings; each is told by names that only it uses.
enum class AddressBook { google, outlook, thunderbird, linkedin, other };

/// Everything that a table holds.
struct AddressTable {
  std::vector<Card> people;
  std::vector<Problem> problems;  ///< rows that can't be taken
  Drops dropped;  ///< columns that rel has no place for and cells that can't be read, and whose
  bool days_unclear =
      false;  ///< days like 03/04/1980 were left out: nothing in the table settles their order
};

/// Roles of columns, by the headings that --map tells.
using ToldColumns = std::map<std::string, ColumnRole>;

/// How a table is to be read.
struct TableReading {
  std::optional<DayOrder> order;  ///< of days in figures; without it the table itself must say it
  Day today = latest_day();       ///< years of two figures lie before it
  ToldColumns columns;
};

/// Whose table begins so, by the names of its columns; `other` for any table with names of people and
/// something to reach them by, or their birthdays. Nothing for every other file.
std::optional<AddressBook> address_book_of(std::string_view beginning);

/// Where LinkedIn's heading begins, and how many lines stand before it; nothing where there is none.
std::optional<std::pair<std::size_t, std::size_t>> linkedin_heading(std::string_view text);

/// The charset in which most of the headings are known, of a table that is no Unicode; empty where none
/// helps.
std::string charset_of_table(std::string_view beginning);

/// Reads a table of any of them. LinkedIn's has notes of any shape before its heading. Returns why the
/// reading ended where the file as a whole is wrong.
std::optional<Problem> read_address_table(std::istream& in, const TableReading& reading, AddressTable& out);

}  // namespace rel::formats
