// The English names of days of the week and months: `tue`, `tues`, `tuesday`, `nov`, `november`.
#pragma once

#include <date/date.h>

#include <optional>
#include <string_view>

namespace rel::cli {

/// The day of the week with this name, or the first letters of it (three at least), in lower case.
std::optional<date::weekday> weekday_from(std::string_view word);

/// The month with this name, or the first letters of it (three at least), in lower case.
std::optional<date::month> month_from(std::string_view word);

/// `Tuesday`.
std::string_view full_name(date::weekday weekday);

/// `November`.
std::string_view full_name(date::month month);

/// `Tue` or `Nov`: the first three letters of a full name.
template <class Named>
std::string_view short_name(Named named) {
  return full_name(named).substr(0, 3);
}

}  // namespace rel::cli
