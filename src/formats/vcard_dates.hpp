// Birthdays and anniversaries in the spellings of vCard (ISO 8601, complete and truncated).
#pragma once

#include <optional>
#include <string_view>

#include "rel/person.hpp"

namespace rel::formats {

/// Reads `1980-04-12`, `19800412`, `--04-12` or `--0412`, with a time of day behind it or not, as a yearly
/// date without a name. The year is left out where it is `omitted_year` (Apple's X-APPLE-OMIT-YEAR) and where
/// rel has no such year, as with 1604 and 0000, which stand for an unknown one. Nothing for any other text
/// and for a day that does not exist.
std::optional<YearlyDate> yearly_date_from_vcard(std::string_view text, std::string_view omitted_year);

}  // namespace rel::formats
