#include "cli/dated_texts.hpp"

#include <vector>

#include "base/errors.hpp"
#include "cli/scanning.hpp"
#include "cli/typed.hpp"
#include "text/nearest.hpp"
#include "text/utf8.hpp"

namespace rel::cli {

namespace {

[[noreturn]] void refuse(const std::string& what, const std::string& text, const Refused& refused) {
  throw UsageError(named(what) + ": " + without_repeating(text, refused.why), refused.instead);
}

std::string without_ends(std::string_view text) {
  return std::string(text::trimmed(text));
}

/// Where the last word "by" begins; npos where there is none.
std::size_t last_by(const std::string& text) {
  const std::string lowered = text::lower(text);
  const auto is_blank = [&](std::size_t at) { return has_white_space(lowered.substr(at, 1)); };
  for (std::size_t at = lowered.rfind("by"); at != std::string::npos; at = lowered.rfind("by", at - 1)) {
    const bool is_word = at + 2 < lowered.size() && is_blank(at + 2) && (at == 0 || is_blank(at - 1));
    if (is_word || at == 0) return is_word ? at : std::string::npos;
  }
  return std::string::npos;
}

/// A date at the end of a sentence may have its full stop.
std::string without_stop(std::string text) {
  text.erase(text.find_last_not_of(".,;!?") + 1);
  return text;
}

}  // namespace

Moment require_date(const std::string& text, const std::string& what, Tense tense, const Now& now) {
  const Reading<Moment> reading = read_date(text, tense, now);
  if (const auto* refused = std::get_if<Refused>(&reading)) refuse(what, text, *refused);
  if (const auto* moment = std::get_if<Moment>(&reading)) return *moment;
  const auto near = text::nearest(text::lower(text), date_words(), 1);
  throw UsageError(named(what) + ": not a date", near.empty() ? "2026-11-02, 2 nov, fri, 3d" : near.front());
}

DatedText read_dated_text(const std::string& text, const std::string& what, const Now& now) {
  const std::vector<std::string> words = words_in(text);
  const std::size_t count = words_of_date(words, Tense::future, now);
  if (count == 0) {
    throw UsageError(named(what) + ": it must begin with a date to come", "\"2026-12-12 how did it go?\"");
  }
  const std::string date = joined(std::span(words).first(count));
  const Moment moment = require_date(date, date, Tense::future, now);
  std::size_t end = 0;  // behind the date, as it was typed
  for (const std::string& word : std::span(words).first(count)) end = text.find(word, end) + word.size();
  const std::string time = moment.time ? clock_text(*moment.time) + " " : "";
  return {moment.day, without_ends(time + without_ends(std::string_view(text).substr(end)))};
}

TextByDay read_text_by_day(const std::string& text, const Now& now) {
  const std::size_t by = last_by(text);
  if (by == std::string::npos) return {text, std::nullopt};
  const std::string date = without_stop(without_ends(std::string_view(text).substr(by + 2)));
  const Reading<Moment> reading = read_date(date, Tense::future, now);
  // "a poem by heart" is a promise, too: only what has the shape of a date is one.
  if (is_not_this(reading)) return {text, std::nullopt};
  if (const auto* refused = std::get_if<Refused>(&reading)) refuse(date, date, *refused);
  const auto& moment = std::get<Moment>(reading);
  const std::string before = without_ends(std::string_view(text).substr(0, by));
  if (before.empty())
    throw UsageError(named(text) + ": a day alone is no promise", "\"the Calvino book by fri\"");
  return {before + (moment.time ? ", " + clock_text(*moment.time) : ""), moment.day};
}

}  // namespace rel::cli
