// Days in figures: `11-02`, `2026-11-02`, and those that are refused because people read them in two ways.
#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <vector>

#include "cli/day_shapes.hpp"
#include "cli/existing_dates.hpp"
#include "cli/scanning.hpp"
#include "rel/clocks.hpp"

namespace rel::cli {
namespace {

/// The two or three runs of digits in a word such as `2026-11-02`.
using Figures = std::vector<std::string_view>;

/// Empty where the word is not two or three numbers between separators.
Figures figures_of(std::string_view word, char separator) {
  Figures figures = split(word, separator);
  const bool fits = figures.size() == 2 || figures.size() == 3;
  return fits && std::ranges::all_of(figures, all_digits) ? figures : Figures{};
}

bool is_short(std::string_view digits) {
  return digits.size() <= 2;
}

/// A year of two digits is one of this century.
int year_of(std::string_view digits) {
  return is_short(digits) ? 2000 + capped_number(digits) : capped_number(digits);
}

bool year_first(const Figures& figures) {
  return figures.size() == 3 && figures[0].size() == 4;
}

/// The days that somebody can mean who does not write them with the year first: day before month, then, where
/// the separator leaves it open, month before day.
std::vector<YearlyDate> meanings(const Figures& figures, char separator) {
  std::vector<YearlyDate> dates;
  if (year_first(figures)) {
    dates.push_back(
        typed_date(capped_number(figures[0]), capped_number(figures[1]), capped_number(figures[2])));
  } else {
    const auto year = figures.size() == 3 ? std::optional{year_of(figures[2])} : std::nullopt;
    const int first = capped_number(figures[0]);
    const int second = capped_number(figures[1]);
    dates.push_back(typed_date(year, second, first));
    if (separator != '.' && first != second) dates.push_back(typed_date(year, first, second));
  }
  std::erase_if(dates, [](const YearlyDate& date) { return !exists(date); });
  return dates;
}

Refused refused_order(std::string_view word, const Figures& figures, char separator) {
  const auto dates = meanings(figures, separator);
  if (dates.empty()) return {fmt::format("{} is not a date", word), ""};
  if (dates.size() == 1) {
    const auto* const order = dates.front().year ? "year-month-day" : "month-day";
    return {fmt::format("a date in figures is written {}", order), iso_text(dates.front())};
  }
  return {fmt::format("{} can be {} or {}", word, day_and_month(dates.front()), day_and_month(dates.back())),
          fmt::format("{} or {}", iso_text(dates.front()), iso_text(dates.back()))};
}

Reading<YearlyDate> with_dashes(std::string_view word, const Figures& figures) {
  if (!is_short(figures[1])) return NotThis{};
  const int first = capped_number(figures[0]);
  const int second = capped_number(figures[1]);
  if (figures.size() == 2) {
    if (is_short(figures[0])) return existing(typed_date(std::nullopt, first, second));
    if (figures[0].size() == 4) return Refused{fmt::format("{} names no day", word), ""};
    return NotThis{};
  }
  if (is_short(figures[0]) && figures[2].size() == 4) return refused_order(word, figures, '-');
  if (!is_short(figures[2])) return NotThis{};
  if (is_short(figures[0])) return Refused{"a year has four digits", ""};
  return existing(typed_date(first, second, capped_number(figures[2])));
}

/// Two numbers with a dot are more likely a fraction than a day.
bool dotted_like_a_date(const Figures& figures) {
  if (figures.size() != 3 || !is_short(figures[1])) return false;
  if (year_first(figures)) return is_short(figures[2]);
  return is_short(figures[0]) && (figures[2].size() == 2 || figures[2].size() == 4);
}

}  // namespace

Reading<YearlyDate> date_in_figures(std::string_view word) {
  if (const auto figures = figures_of(word, '-'); !figures.empty()) return with_dashes(word, figures);
  if (const auto figures = figures_of(word, '/'); !figures.empty()) return refused_order(word, figures, '/');
  if (const auto figures = figures_of(word, '.'); dotted_like_a_date(figures))
    return refused_order(word, figures, '.');
  return NotThis{};
}

}  // namespace rel::cli
