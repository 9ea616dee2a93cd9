// Birthdays and anniversaries in the spellings of vCard (ISO 8601, complete and truncated).
#pragma once

#include <optional>
#include <string_view>

#include "formats/day_order.hpp"
#include "rel/person.hpp"

namespace rel::formats {

/// Reads `1980-04-12`, `19800412`, `--04-12` or `--0412`, with a time of day behind it or not, as a yearly
/// date without a name. The year is left out where it is `omitted_year` (Apple's X-APPLE-OMIT-YEAR) and where
/// rel has no such year, as with 1604 and 0000, which stand for an unknown one. Nothing for any other text
/// and for a day that does not exist.
std::optional<YearlyDate> yearly_date_from_vcard(std::string_view text, std::string_view omitted_year);

/// How days are read that are no dates of vCard.
struct DateReading {
  std::optional<DayOrder>
      order{};               ///< of days in figures; without it they are read where only one order will do
  Day today = latest_day();  ///< a year of two figures lies before it
};

/// Reads what people type: `14.02.1958`, `2/14/58`, `14 February 1958`, `April 15`, and all of the above.
std::optional<YearlyDate> yearly_date_from_text(std::string_view text, const DateReading& reading);

/// The day of a year as a date of every year, without a name. A year of two figures, `short_year`, is moved
/// to a century before today.
YearlyDate yearly_date_on(Day day, bool short_year, Day today);

}  // namespace rel::formats
