// The word grammar of `log`: each word is a channel, a duration, a date, or the note.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "cli/dates.hpp"
#include "rel/entries.hpp"

namespace rel::cli {

/// What the words of a log line say. Each kind at most once.
struct LogWords {
  std::optional<Channel> channel;
  std::optional<int> minutes;
  std::optional<Moment> when;
  std::optional<std::string> note;
  bool tried = false;
  bool voicemail = false;  ///< tried, and left a message
  bool missed = false;
  bool owe = false;
};

/// Reads the words behind WHO. Throws UsageError for a word that is none of these, with the nearest that is,
/// for what has the shape of a date or duration but is none, and where a kind comes twice.
LogWords read_log_words(std::span<const std::string> words, const Now& now);

/// Reads one text as a date. Throws UsageError where it is refused or no date, naming `what` it was given
/// for.
Moment require_date(const std::string& text, const std::string& what, Tense tense, const Now& now);

/// An ask: the longest beginning of the text that reads as a date to come, and the question behind it (may be
/// empty).
struct DatedText {
  Day day{};
  std::string text;
};
/// Reads `2026-12-12 how did it go?`. Throws UsageError where no date begins it.
DatedText read_dated_text(const std::string& text, const std::string& what, const Now& now);

/// Reads `send the book by friday`: the text, and the day where it ends in ` by DATE`.
struct TextByDay {
  std::string text;
  std::optional<Day> by;
};
TextByDay read_text_by_day(const std::string& text, const Now& now);

}  // namespace rel::cli
