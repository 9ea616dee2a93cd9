// The word grammar of `log`: a channel, a depth, a duration, a date, and from the first word that is none,
// the note.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "base/errors.hpp"
#include "cli/dates.hpp"
#include "rel/entries.hpp"

namespace rel::cli {

/// A value, and the words that it was read from.
template <class T>
struct Said {
  T value;
  std::string words;
};

/// What the words of a log line say. Each kind at most once.
struct LogWords {
  std::optional<Said<Channel>> channel;
  std::optional<Said<Depth>> depth;
  std::optional<Said<int>> minutes;
  std::optional<Said<Moment>> when;
  std::optional<std::string> note;
  std::size_t note_at = 0;  ///< which of the words the note begins with; how many there are without one
  bool input = false;       ///< the note is read from standard input: `-`
  bool tried = false;
  bool voicemail = false;  ///< tried, and left a message
  bool missed = false;
  bool owe = false;
};

/// Words of a log line that were refused.
struct RefusedWords : UsageError {
  RefusedWords(const std::string& message, std::vector<std::string> words);
  /// The same words with `:` where the note begins, if it was meant as one.
  std::vector<std::string> instead;
};

/// Reads the words behind WHO; the longest reading wins. A word that holds white space is what it reads
/// wholly as, else it begins the note. Throws RefusedWords for a word that may have been meant otherwise than
/// as the beginning of a note: it is one letter off from a channel or day, or what follows it is none of a
/// note; for what has the shape of a date or duration but is none; and where a kind comes twice.
LogWords read_log_words(std::span<const std::string> words, const Now& now);

}  // namespace rel::cli
