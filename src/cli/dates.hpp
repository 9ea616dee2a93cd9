// Days as people type them: `yesterday`, `3d ago`, `last tue`, `2 nov`, `fri at 7pm`, `2026-11-02T19:30`.
#pragma once

#include <chrono>
#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "cli/reading.hpp"
#include "rel/day.hpp"
#include "rel/person.hpp"

namespace rel::cli {

/// Whether the text tells what happened (its day lies in the past or is today) or what is to come (today or
/// later).
enum class Tense { past, future };

/// The user's present, against which words are read.
struct Now {
  Day today{};                ///< the day by the user's `day_starts`
  TimeOfDay time{};           ///< the time of day on the clock
  TimeOfDay day_starts{240};  ///< when a day begins; earlier times belong to the night of the day before
};

/// The present by a clock.
Now now_at(const Moment& clock, TimeOfDay day_starts);

/// Minutes from the beginning of the day (`day_starts`) to `time`, 0 to 1439: how times on one day are
/// ordered.
std::chrono::minutes since_day_start(TimeOfDay time, TimeOfDay day_starts);

/// Reads a whole text as a day with an optional time. See rel(1), "Dates and durations". A date is never
/// shifted by `day_starts`; only `today`, and a time alone, are counted from it. Refuses what has the shape
/// of a date but is none (`2025-02-29`, `last week`, `25:61`), is on the wrong side of today, or can be read
/// in two ways (`03/04/2026`).
Reading<Moment> read_date(std::string_view text, Tense tense, const Now& now);

/// How many of the words at the front of `words`, joined by blanks, make the longest text that has the shape
/// of a date, understood or refused (`3d ago` of what is to come is refused, never read as `3d`); 0 where
/// none has. At most 8. A word with white space in it is not joined with others.
std::size_t words_of_date(std::span<const std::string> words, Tense tense, const Now& now);

/// Reads `04-12`, `1980-04-12`, `12 apr`, `apr 12` or `12 apr 1980` as a yearly date; its name is left empty.
Reading<YearlyDate> read_yearly_date(std::string_view text);

/// The plain words for days: `today`, `yesterday`, `tomorrow`, `monday` to `sunday`, for "did you mean".
std::vector<std::string> date_words();

/// `Tue 24 Nov 2026`, or with a time `Tue 24 Nov 2026, 19:30`: how a confirmation echoes a day.
std::string echoed(const Moment& moment);

}  // namespace rel::cli
