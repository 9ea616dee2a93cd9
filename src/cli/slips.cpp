#include "cli/slips.hpp"

#include <algorithm>
#include <array>
#include <vector>

#include "cli/channels.hpp"
#include "cli/durations.hpp"
#include "cli/scanning.hpp"
#include "text/nearest.hpp"

namespace rel::cli {
namespace {

std::size_t letters_in(const std::string& word) {
  return static_cast<std::size_t>(std::ranges::count_if(word, [](char c) {
    const bool continues = (c & '\xc0') == '\x80';  // a byte within a letter beyond ASCII
    return (c >= 'a' && c <= 'z') || (c < 0 && !continues);
  }));
}

/// The first of the known words that is one change away; nothing where the word is one of them.
template <class Known>
std::optional<std::string> one_off(const std::string& word, const Known& known) {
  if (std::ranges::find(known, word) != std::ranges::end(known)) return std::nullopt;
  const auto near = std::ranges::find_if(
      known, [&](std::string_view other) { return text::edit_distance(word, other, 1) == 1; });
  return near == std::ranges::end(known) ? std::nullopt : std::optional<std::string>(*near);
}

/// Words of dates and durations that mean something only beside others.
constexpr auto words_of_phrases = std::to_array<std::string_view>(
    {"yesterday", "tomorrow", "before",    "monday",    "tuesday",  "wednesday", "thursday",
     "friday",    "saturday", "sunday",    "january",   "february", "march",     "april",
     "june",      "july",     "august",    "september", "october",  "november",  "december",
     "days",      "week",     "weeks",     "month",     "months",   "year",      "years",
     "hour",      "hours",    "minute",    "minutes",   "half",     "quarter",   "last",
     "this",      "morning",  "afternoon", "evening",   "night",    "noon"});

bool is_phrase(const std::string& text, const Now& now) {
  return !is_not_this(read_minutes(text)) || !is_not_this(read_date(text, Tense::past, now));
}

}  // namespace

std::optional<std::string> meant_by_slip(const std::string& word, std::size_t least) {
  const std::string lowered = text::lower(word);
  if (letters_in(lowered) < least) return std::nullopt;
  std::vector<std::string> known = channel_words();
  for (const std::string& day : date_words()) known.push_back(day);
  return one_off(lowered, known);
}

std::optional<std::string> phrase_meant(std::span<const std::string> words, const Now& now) {
  constexpr std::size_t most = 5;
  const auto front = words.first(std::min(words.size(), most));
  for (std::size_t i = 0; i < front.size(); ++i) {
    const std::string lowered = text::lower(front[i]);
    const auto meant = letters_in(lowered) < 4 ? std::nullopt : one_off(lowered, words_of_phrases);
    if (!meant) continue;
    std::vector<std::string> mended(front.begin(), front.end());
    mended[i] = *meant;
    for (std::size_t count = front.size(); count > std::max<std::size_t>(i, 1); --count) {
      const std::string text = joined(std::span<const std::string>(mended).first(count));
      if (is_phrase(text, now)) return text;
    }
  }
  return std::nullopt;
}

}  // namespace rel::cli
