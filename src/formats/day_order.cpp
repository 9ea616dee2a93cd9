#include "formats/day_order.hpp"

#include <algorithm>

#include "formats/ascii.hpp"

namespace rel::formats {
namespace {

constexpr std::string_view date_separators = "/.-";
constexpr int first_year_of_two_figures = 70;

/// Takes a number of at most four figures; its figures are counted in `figures`.
std::optional<int> take_number(std::string_view& text, std::size_t& figures) {
  int value = 0;
  for (figures = 0; figures < text.size() && is_digit(text[figures]); ++figures) {
    if (figures == 4) return std::nullopt;
    value = value * 10 + (text[figures] - '0');
  }
  text.remove_prefix(figures);
  return figures == 0 ? std::nullopt : std::optional(value);
}

int whole_year(int year) {
  if (year >= 100) return year;
  return year + (year < first_year_of_two_figures ? 2000 : 1900);
}

}  // namespace

std::optional<DayOrder> day_order_from(std::string_view word) {
  if (word == "dmy") return DayOrder::dmy;
  if (word == "mdy") return DayOrder::mdy;
  if (word == "ymd") return DayOrder::ymd;
  return std::nullopt;
}

std::optional<WrittenDay> take_written_day(std::string_view& text) {
  std::string_view rest = text;
  WrittenDay day;
  std::size_t figures = 0;
  for (std::size_t i = 0; i < 3; ++i) {
    if (i > 0) {
      const bool same = i == 1 || (!rest.empty() && rest.front() == day.separator);
      if (rest.empty() || date_separators.find(rest.front()) == std::string_view::npos || !same)
        return std::nullopt;
      day.separator = rest.front();
      rest.remove_prefix(1);
      if (day.separator == '.' && rest.starts_with(' ')) rest.remove_prefix(1);
    }
    const auto number = take_number(rest, figures);
    if (!number || figures == 3 || (i == 1 && figures > 2)) return std::nullopt;
    if (i == 0) day.year_first = figures == 4;
    if (i == 2 && figures == 4 && day.year_first) return std::nullopt;  // two years
    day.numbers[i] = *number;
  }
  if (day.separator == '.' && rest.starts_with('.')) rest.remove_prefix(1);
  text = rest;
  return day;
}

std::optional<Day> day_in_order(const WrittenDay& written, DayOrder order) {
  if (written.year_first && order != DayOrder::ymd) return std::nullopt;
  auto [day, month, year] = written.numbers;
  if (order == DayOrder::mdy) std::swap(day, month);
  if (order == DayOrder::ymd) std::swap(day, year);
  if (day > 31 || month > 12) return std::nullopt;
  const auto civil = date::year{whole_year(year)} / date::month{static_cast<unsigned>(month)} /
                     date::day{static_cast<unsigned>(day)};
  if (!civil.ok() || Day{civil} < earliest_day() || Day{civil} > latest_day()) return std::nullopt;
  return Day{civil};
}

void DayOrderEvidence::see(const WrittenDay& day) {
  for (const DayOrder order : {DayOrder::dmy, DayOrder::mdy, DayOrder::ymd}) {
    bool& possible = possible_[static_cast<std::size_t>(order)];
    possible = possible && day_in_order(day, order).has_value();
    if (order != DayOrder::dmy && day.separator == '.' && !day.year_first) possible = false;
    // A year of two figures never comes first: programs that begin with it write all four.
    if (order == DayOrder::ymd && !day.year_first) possible = false;
  }
}

std::optional<DayOrder> DayOrderEvidence::order() const {
  if (std::count(possible_.begin(), possible_.end(), true) != 1) return std::nullopt;
  const auto* only = std::find(possible_.begin(), possible_.end(), true);
  return static_cast<DayOrder>(only - possible_.begin());
}

}  // namespace rel::formats
