#include "cli/log_words.hpp"

#include <algorithm>
#include <array>

#include "cli/channels.hpp"
#include "cli/durations.hpp"
#include "cli/scanning.hpp"
#include "cli/typed.hpp"
#include "rel/errors.hpp"
#include "text/nearest.hpp"
#include "text/utf8.hpp"

namespace rel::cli {

namespace {

struct ReservedWord {
  std::string_view word;
  bool LogWords::*flag;
};
constexpr std::array reserved = {
    ReservedWord{"tried", &LogWords::tried}, ReservedWord{"voicemail", &LogWords::voicemail},
    ReservedWord{"missed", &LogWords::missed}, ReservedWord{"owe", &LogWords::owe}};

// `03/04/2026: can be 3 April or 4 March`: what was typed is named once.
[[noreturn]] void refuse(const std::string& what, const std::string& word, const Refused& refused) {
  const bool repeated = refused.why.starts_with(word + " ");
  throw UsageError(named(what) + ": " + refused.why.substr(repeated ? word.size() + 1 : 0), refused.instead);
}

/// What to type where the word was meant as the note.
std::string as_note(const std::string& word) {
  return "-m \"" + named(word) + "\"";
}

[[noreturn]] void refuse_word(const std::string& word) {
  if (text::blank(word)) throw UsageError(named(word) + ": no channel, duration or date");
  std::vector<std::string> known = channel_words();
  for (const std::string& day : date_words()) known.push_back(day);
  for (const ReservedWord& one : reserved) known.emplace_back(one.word);
  const auto near = text::nearest(lower_case(word), known, 1);
  const std::string instead = small_number(word) ? word + "m"
                              : !near.empty()    ? near.front() + ", or as the note: " + as_note(word)
                                                 : as_note(word);
  throw UsageError(named(word) + ": no channel, duration or date; a note of one word goes after -m", instead);
}

bool has_white_space(const std::string& word) {
  return word.find_first_of(" \t\n") != std::string::npos;
}

std::string joined(std::span<const std::string> words) {
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "" : " ") + word;
  return text;
}

template <class T>
void once(std::optional<T>& place, T value, const std::string& word, const char* kind,
          const std::string& instead = "") {
  if (place) throw UsageError(named(word) + ": a second " + kind, instead);
  place = std::move(value);
}

bool take_reserved(LogWords& said, const std::string& word) {
  for (const ReservedWord& one : reserved) {
    if (lower_case(word) != one.word) continue;
    if (said.*one.flag) throw UsageError(word + ": said twice");
    said.*one.flag = true;
    return true;
  }
  return false;
}

/// Takes the duration at the front of `words`, `1h 30m` as one, and tells how many words it was.
std::size_t take_minutes(LogWords& said, std::span<const std::string> words) {
  const std::string& word = words.front();
  if (words.size() > 1 && lower_case(word).ends_with('h')) {
    const Reading<int> both = read_minutes(word + words[1]);
    if (const int* minutes = std::get_if<int>(&both)) {
      once(said.minutes, *minutes, word + ' ' + words[1], "duration");
      return 2;
    }
  }
  const Reading<int> reading = read_minutes(word);
  if (const auto* refused = std::get_if<Refused>(&reading)) refuse(word, word, *refused);
  const int* minutes = std::get_if<int>(&reading);
  if (!minutes) return 0;
  once(said.minutes, *minutes, word, "duration");
  return 1;
}

/// Takes the date at the front of `words` and tells how many words it was.
std::size_t take_date(LogWords& said, std::span<const std::string> words, const Now& now) {
  const std::size_t count = words_of_date(words, Tense::past, now);
  if (count == 0) return 0;
  const std::string text = joined(words.first(count));
  once(said.when, require_date(text, text, Tense::past, now), text, "date");
  return count;
}

/// Takes what stands at the front of `words` and tells how many words it was.
std::size_t take(LogWords& said, std::span<const std::string> words, const Now& now) {
  const std::string& word = words.front();
  if (const auto channel = read_channel(word)) {
    once(said.channel, *channel, word, "channel", as_note(word));
    return 1;
  }
  // `2m` alone is two minutes; with `ago` behind it, it is the date that `--on` takes.
  const bool counts_back = words.size() > 1 && lower_case(words[1]) == "ago";
  if (counts_back) {
    if (const std::size_t count = take_date(said, words, now)) return count;
  }
  if (const std::size_t count = take_minutes(said, words)) return count;
  if (take_reserved(said, word)) return 1;
  if (const std::size_t count = take_date(said, words, now)) return count;
  if (!has_white_space(word)) refuse_word(word);
  once(said.note, word, word, "note");
  return 1;
}

std::string without_ends(std::string_view text) {
  return std::string(text::trimmed(text));
}

}  // namespace

LogWords read_log_words(std::span<const std::string> words, const Now& now) {
  LogWords said;
  while (!words.empty()) words = words.subspan(take(said, words, now));
  return said;
}

Moment require_date(const std::string& text, const std::string& what, Tense tense, const Now& now) {
  const Reading<Moment> reading = read_date(text, tense, now);
  if (const auto* refused = std::get_if<Refused>(&reading)) refuse(what, text, *refused);
  if (const auto* moment = std::get_if<Moment>(&reading)) return *moment;
  const auto near = text::nearest(lower_case(text), date_words(), 1);
  throw UsageError(named(what) + ": not a date", near.empty() ? "2026-11-02, 2 nov, fri, 3d" : near.front());
}

DatedText read_dated_text(const std::string& text, const std::string& what, const Now& now) {
  std::vector<std::string> words;
  std::vector<std::size_t> ends;  // behind each word
  for (std::size_t at = text.find_first_not_of(" \t"); at < text.size();
       at = text.find_first_not_of(" \t", at)) {
    const std::size_t end = std::min(text.find_first_of(" \t", at), text.size());
    words.push_back(text.substr(at, end - at));
    ends.push_back(end);
    at = end;
  }
  const std::size_t count = words_of_date(words, Tense::future, now);
  if (count == 0) {
    throw UsageError(named(what) + ": it must begin with a date to come", "\"2026-12-12 how did it go?\"");
  }
  const std::string date = joined(std::span(words).first(count));
  return {require_date(date, date, Tense::future, now).day,
          without_ends(std::string_view(text).substr(ends[count - 1]))};
}

TextByDay read_text_by_day(const std::string& text, const Now& now) {
  const std::size_t by = text.rfind(" by ");
  if (by == std::string::npos) return {text, std::nullopt};
  const std::string date = without_ends(std::string_view(text).substr(by + 4));
  const Reading<Moment> reading = read_date(date, Tense::future, now);
  // "a poem by heart" is a promise, too: only what has the shape of a date is one.
  if (std::holds_alternative<NotThis>(reading)) return {text, std::nullopt};
  if (const auto* refused = std::get_if<Refused>(&reading)) refuse(date, date, *refused);
  return {without_ends(std::string_view(text).substr(0, by)), std::get<Moment>(reading).day};
}

}  // namespace rel::cli
