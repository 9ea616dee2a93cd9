// What the columns of other programs' address books are called, in many languages.
#pragma once

#include <optional>
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
  fax,  ///< and what else nobody can talk to
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
  job,
  town,
};

/// A heading as it is compared: folded, without punctuation, every number a `#`: `Phone 12 - Value` is
/// `phone # value`.
std::string compared_heading(std::string_view heading);

/// What stands below a heading, in any language of the list.
ColumnRole column_role(std::string_view heading);

/// The role that --map calls so: `name`, `email`, `phone`, …
std::optional<ColumnRole> role_from(std::string_view word);

}  // namespace rel::formats
