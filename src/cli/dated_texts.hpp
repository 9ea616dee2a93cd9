// Texts that hold a date: an option's value, a promise with its day, a question and when it is to be asked.
#pragma once

#include <optional>
#include <string>

#include "cli/dates.hpp"

namespace rel::cli {

/// Reads one text as a date. Throws UsageError where it is refused or no date, naming `what` it was given
/// for.
Moment require_date(const std::string& text, const std::string& what, Tense tense, const Now& now);

/// An ask: the longest beginning of the text that reads as a day to come, and the question behind it (may be
/// empty).
struct DatedText {
  Day day{};
  std::string text;
};
/// Reads `2026-12-12 how did it go?`. A time stays with the question. Throws UsageError where no date begins
/// it.
DatedText read_dated_text(const std::string& text, const std::string& what, const Now& now);

/// A promise: the text, and the day where it ends in ` by DATE`.
struct TextByDay {
  std::string text;
  std::optional<Day> by;
};
/// Reads `send the book by friday`. A time stays in the text: `call the bank, 15:00`. Throws UsageError where
/// the date has its shape but is none, and where it stands alone.
TextByDay read_text_by_day(const std::string& text, const Now& now);

}  // namespace rel::cli
