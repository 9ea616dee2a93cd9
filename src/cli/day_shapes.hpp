// The shapes a day can be typed in, without its time: what read_date and read_yearly_date are made of.
#pragma once

#include <span>
#include <string_view>

#include "cli/dates.hpp"

namespace rel::cli {

/// The words of one text, in lower case.
using Words = std::span<const std::string_view>;

/// Reads `11-02` or `2026-11-02`. Refuses `03/04/2026`, `02.11.2026` and the like, and says what to type
/// instead.
Reading<YearlyDate> date_in_figures(std::string_view word);

/// Reads a day of the calendar, in figures or with its month's name: `2 nov`, `nov 2 2026`. It exists, and
/// its year, if any, lies between 1900 and 2199.
Reading<YearlyDate> calendar_date(Words words);

/// Reads a day counted from today: `yesterday`, `tue`, `last tue`, `next fri`, `3d`, `3d ago`, `in 2w`,
/// `+3d`. Refuses the forms that belong to the other tense, and `last week` and the like.
Reading<Day> relative_day(Words words, Tense tense, Day today);

}  // namespace rel::cli
