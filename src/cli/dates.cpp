#include "cli/dates.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "cli/calendar_words.hpp"
#include "cli/day_shapes.hpp"
#include "cli/existing_dates.hpp"
#include "cli/scanning.hpp"

namespace rel::cli {
namespace {

template <class T>
bool is_not_this(const Reading<T>& reading) {
  return std::holds_alternative<NotThis>(reading);
}

/// A text taken apart: the words of its day, and its time, NotThis where it has none.
struct Parts {
  std::vector<std::string_view> day_words;
  Reading<TimeOfDay> time = NotThis{};
};

/// Reads `19:30`; refuses other numbers between colons: `25:61`, `19:30:00`.
Reading<TimeOfDay> read_clock(std::string_view word) {
  const auto numbers = split(word, ':');
  if (numbers.size() < 2 || numbers.size() > 3 || !std::ranges::all_of(numbers, all_digits)) return NotThis{};
  if (const auto time = time_from_text(word)) return *time;
  const auto without_seconds = word.substr(0, word.rfind(':'));
  const bool fits = numbers.size() == 3 && time_from_text(without_seconds);
  return Refused{fmt::format("{} is not a time of day", word), fits ? std::string{without_seconds} : ""};
}

/// Where `2026-11-02T19:30` has its `t`.
std::optional<std::size_t> iso_separator(std::string_view word) {
  const auto at = word.find('t');
  if (at == std::string_view::npos) return std::nullopt;
  const auto numbers = split(word.substr(0, at), '-');
  const bool fits = numbers.size() == 3 && std::ranges::all_of(numbers, all_digits);
  return fits ? std::optional{at} : std::nullopt;
}

Parts parts_of(std::string_view lowered) {
  auto words = split_words(lowered);
  if (const auto at = words.size() == 1 ? iso_separator(lowered) : std::nullopt) {
    auto time = read_clock(lowered.substr(*at + 1));
    if (is_not_this(time)) time = Refused{"hours and minutes come after the T", ""};
    return {{lowered.substr(0, *at)}, std::move(time)};
  }
  auto time = read_clock(words.back());
  if (!is_not_this(time)) words.pop_back();
  return {std::move(words), std::move(time)};
}

/// Without a year: the latest such day up to today, or the next one from today on.
Day resolved(const YearlyDate& date, Tense tense, Day today) {
  const auto in = [&date](date::year year) { return year / date::month{date.month} / date::day{date.day}; };
  if (date.year) return in(date::year{*date.year});
  const bool past = tense == Tense::past;
  auto year = date::year_month_day{today}.year();
  // Ends within nine years: `date` exists in leap years at least.
  while (!in(year).ok() || (past ? Day{in(year)} > today : Day{in(year)} < today))
    year += date::years{past ? -1 : 1};
  return in(year);
}

Reading<Day> read_day(Words words, Tense tense, Day today) {
  auto relative = relative_day(words, tense, today);
  if (!is_not_this(relative)) return relative;
  return and_then(calendar_date(words),
                  [&](const YearlyDate& date) -> Reading<Day> { return resolved(date, tense, today); });
}

/// The calendar is a day further already.
bool after_midnight(const Now& now) {
  return now.time < now.day_starts;
}

/// Refuses a day that `rel` does not know, or on the wrong side of the present.
Reading<Moment> on_the_right_side(const Moment& moment, Tense tense, const Now& now) {
  if (moment.day < earliest_day() || moment.day > latest_day()) return unknown_year();
  if (tense == Tense::future) {
    if (moment.day < now.today) return Refused{echoed(moment) + " is already past", ""};
    return moment;
  }
  if (moment.day > now.today) return Refused{echoed(moment) + " is still to come", ""};
  if (moment.day == now.today && moment.time && !after_midnight(now) && *moment.time > now.time)
    return Refused{echoed(moment) + " is still to come", "yesterday " + clock_text(*moment.time)};
  return moment;
}

/// A time without a day: in the morning, one before the day began was in the night before.
Reading<Moment> time_alone(TimeOfDay time, Tense tense, const Now& now) {
  const bool of_night = tense == Tense::past && time < now.day_starts;
  const bool over = of_night && !after_midnight(now);
  const Moment moment{plus_days(now.today, over ? -1 : 0), time};
  if (of_night && !over && time > now.time) return Refused{echoed(moment) + " is still to come", ""};
  return on_the_right_side(moment, tense, now);
}

bool has_white_space(std::string_view word) {
  return word.find_first_of(" \t\n\v\f\r") != std::string_view::npos;
}

}  // namespace

std::chrono::minutes since_day_start(TimeOfDay time, TimeOfDay day_starts) {
  constexpr std::chrono::minutes day = std::chrono::hours{24};
  return (time - day_starts + day) % day;
}

Reading<Moment> read_date(std::string_view text, Tense tense, const Now& now) {
  const std::string lowered = lower_case(text);
  const Parts parts = parts_of(lowered);
  if (parts.day_words.empty()) {
    return and_then(parts.time, [&](TimeOfDay time) { return time_alone(time, tense, now); });
  }
  return and_then(read_day(parts.day_words, tense, now.today), [&](Day day) -> Reading<Moment> {
    if (is_not_this(parts.time)) return on_the_right_side({day, std::nullopt}, tense, now);
    return and_then(parts.time, [&](TimeOfDay time) { return on_the_right_side({day, time}, tense, now); });
  });
}

std::size_t words_of_date(std::span<const std::string> words, Tense tense, const Now& now) {
  constexpr std::size_t most_words = 6;
  std::size_t longest = 0;
  std::string joined;
  for (std::size_t count = 1; count <= std::min(words.size(), most_words); ++count) {
    const std::string& word = words[count - 1];
    // A quoted text is one word by intent, so its parts do not join those of its neighbours.
    if (count > 1 && (word.empty() || has_white_space(word) || has_white_space(words[0]))) break;
    joined += count > 1 ? " " + word : word;
    const auto reading = read_date(joined, tense, now);
    if (!is_not_this(reading)) longest = count;
  }
  return longest;
}

std::vector<std::string> date_words() {
  std::vector<std::string> words = {"today", "yesterday", "tomorrow"};
  for (unsigned day = 1; day <= 7; ++day) words.push_back(lower_case(full_name(date::weekday{day})));
  return words;
}

std::string echoed(const Moment& moment) {
  const date::year_month_day ymd{moment.day};
  const auto day =
      fmt::format("{} {} {} {}", short_name(date::weekday{moment.day}), static_cast<unsigned>(ymd.day()),
                  short_name(ymd.month()), static_cast<int>(ymd.year()));
  return moment.time ? fmt::format("{}, {}", day, clock_text(*moment.time)) : day;
}

}  // namespace rel::cli
