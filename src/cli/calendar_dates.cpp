// Days of the calendar: in figures (`2026-11-02`) or with the month's name (`2 nov`).
#include "cli/calendar_words.hpp"
#include "cli/day_shapes.hpp"
#include "cli/existing_dates.hpp"
#include "cli/scanning.hpp"

namespace rel::cli {
namespace {

/// The day of the month in `2`, `2nd` or `3rd`.
std::optional<int> day_of_month(std::string_view word) {
  for (const std::string_view ending : {"st", "nd", "rd", "th"}) {
    if (word.ends_with(ending)) return small_number(word.substr(0, word.size() - ending.size()));
  }
  return small_number(word);
}

/// `2`, `nov` and perhaps `2026`; the year is empty where none was typed.
Reading<YearlyDate> with_named_month(std::string_view day_word, std::string_view month_word,
                                     std::string_view year_word) {
  const auto day = day_of_month(day_word);
  const auto month = month_from(month_word);
  if (!day || !month) return NotThis{};
  const auto month_number = static_cast<int>(static_cast<unsigned>(*month));
  if (year_word.empty()) return existing(typed_date(std::nullopt, month_number, *day));
  if (!all_digits(year_word) || year_word.size() < 4) return NotThis{};
  return existing(typed_date(capped_number(year_word), month_number, *day));
}

}  // namespace

Reading<YearlyDate> calendar_date(Words words) {
  if (words.size() == 1) return date_in_figures(words[0]);
  if (words.size() != 2 && words.size() != 3) return NotThis{};
  const auto year = words.size() == 3 ? words[2] : std::string_view{};
  const bool day_first = !leading_digits(words[0]).empty();
  return day_first ? with_named_month(words[0], words[1], year) : with_named_month(words[1], words[0], year);
}

Reading<YearlyDate> read_yearly_date(std::string_view text) {
  const std::string lowered = text::lower(text);
  return calendar_date(split_words(lowered));
}

}  // namespace rel::cli
