#include "cli/existing_dates.hpp"

#include <fmt/format.h>

#include <utility>

#include "cli/calendar_words.hpp"
#include "rel/clocks.hpp"

namespace rel::cli {
namespace {

bool is_year(int year) {
  const date::year_month_day first{earliest_day()};
  const date::year_month_day last{latest_day()};
  return date::year{year} >= first.year() && date::year{year} <= last.year();
}

}  // namespace

YearlyDate typed_date(std::optional<int> year, int month, int day) {
  return {.name = {}, .month = static_cast<unsigned>(month), .day = static_cast<unsigned>(day), .year = year};
}

Refused unknown_year() {
  return {"a year lies between 1900 and 2199", ""};
}

Reading<YearlyDate> existing(const YearlyDate& date) {
  if (exists(date)) return date;
  if (date.year && !is_year(*date.year)) return unknown_year();
  if (date.month < 1 || date.month > 12) {
    YearlyDate swapped = date;
    std::swap(swapped.month, swapped.day);
    return Refused{fmt::format("there is no month {}", date.month), exists(swapped) ? iso_text(swapped) : ""};
  }
  if (!date.year) return Refused{fmt::format("there is no {}", day_and_month(date)), ""};
  return Refused{fmt::format("{} has no {}", *date.year, day_and_month(date)), ""};
}

std::string iso_text(const YearlyDate& date) {
  const std::string month_day = fmt::format("{:02}-{:02}", date.month, date.day);
  return date.year ? fmt::format("{:04}-{}", *date.year, month_day) : month_day;
}

std::string day_and_month(const YearlyDate& date) {
  return fmt::format("{} {}", date.day, full_name(date::month{date.month}));
}

}  // namespace rel::cli
