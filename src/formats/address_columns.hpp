// What the columns of other programs' address books are called.
#pragma once

#include <string>
#include <string_view>

namespace rel::formats {

/// What stands in a column.
enum class ColumnRole {
  none,
  nothing,  ///< a remark on the column beside it
  full,
  given,
  middle,
  family,
  suffix,
  nickname,
  phone,
  email,
  label,
  birthday,
  anniversary,
  birth_year,
  birth_month,
  birth_day,
  event_name,
  event_day,
  note,
  company,
};

/// A heading as it is compared, in upper case: `Phone 12 - Value` is `PHONE # - VALUE`.
std::string numberless(std::string_view heading);

/// What stands below a heading of Google's, Outlook's, Thunderbird's or LinkedIn's, in English.
ColumnRole column_role(std::string_view heading);

}  // namespace rel::formats
