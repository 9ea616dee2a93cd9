#include "cli/dates.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "cli/calendar_words.hpp"
#include "cli/day_shapes.hpp"
#include "cli/durations.hpp"
#include "cli/existing_dates.hpp"
#include "cli/scanning.hpp"
#include "cli/times.hpp"

namespace rel::cli {
namespace {

constexpr std::size_t most_words_of_date = 8;  // on the day before yesterday at 7:30 pm: 8

/// A text taken apart: the words of its day, and its time, NotThis where it has none.
struct Parts {
  std::vector<std::string_view> day_words;
  Reading<TimeOfDay> time = NotThis{};
};

/// Where `2026-11-02T19:30` has its `t`.
std::optional<std::size_t> iso_separator(std::string_view word) {
  const auto at = word.find('t');
  if (at == std::string_view::npos) return std::nullopt;
  const auto numbers = split(word.substr(0, at), '-');
  const bool fits = numbers.size() == 3 && std::ranges::all_of(numbers, all_digits);
  return fits ? std::optional{at} : std::nullopt;
}

Parts parts_of_iso(std::string_view word, std::size_t separator) {
  const std::string_view clock = word.substr(separator + 1);
  // `T7pm` is nothing that anybody writes: only figures stand behind the T.
  auto time = clock.find(':') == std::string_view::npos ? NotThis{} : read_time(Words{&clock, 1});
  if (is_not_this(time)) time = Refused{"hours and minutes come after the T", ""};
  return {{word.substr(0, separator)}, std::move(time)};
}

/// The time stands behind the day (`fri at 7pm`) or before it (`7pm yesterday`): the longest that reads as
/// one.
Parts parts_of(Words words) {
  if (const auto at = words.size() == 1 ? iso_separator(words[0]) : std::nullopt)
    return parts_of_iso(words[0], *at);
  for (std::size_t count = std::min(words.size(), most_words_of_time); count > 0; --count) {
    const std::size_t others = words.size() - count;
    if (auto time = read_time(words.last(count)); !is_not_this(time))
      return {{words.begin(), words.begin() + static_cast<std::ptrdiff_t>(others)}, std::move(time)};
    if (auto time = read_time(words.first(count)); !is_not_this(time))
      return {{words.end() - static_cast<std::ptrdiff_t>(others), words.end()}, std::move(time)};
  }
  return {{words.begin(), words.end()}, NotThis{}};
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

Reading<Day> day_of_calendar(Words words, Tense tense, Day today) {
  return and_then(calendar_date(words),
                  [&](const YearlyDate& date) -> Reading<Day> { return resolved(date, tense, today); });
}

/// `tue 24 nov`: both must fit.
Reading<Day> weekday_and_date(Words words, Tense tense, Day today) {
  const auto weekday = words.size() > 1 ? weekday_from(words[0]) : std::nullopt;
  if (!weekday) return NotThis{};
  return and_then(day_of_calendar(words.subspan(1), tense, today), [&](Day day) -> Reading<Day> {
    if (date::weekday{day} == *weekday) return day;
    return Refused{
        fmt::format("{} is a {}", echoed({day, std::nullopt}).substr(4), full_name(date::weekday{day})),
        iso(day)};
  });
}

bool is_part_of_day(std::string_view word) {
  return word == "morning" || word == "afternoon" || word == "evening" || word == "night";
}

Reading<Day> read_day(Words words, Tense tense, Day today) {
  if (words.size() > 1 && words[0] == "on") return read_day(words.subspan(1), tense, today);
  for (const auto read : {relative_day, day_of_calendar, weekday_and_date}) {
    auto day = read(words, tense, today);
    if (!is_not_this(day)) return day;
  }
  if (words.size() > 1 && is_part_of_day(words.back()))
    return read_day(words.first(words.size() - 1), tense, today);
  return NotThis{};
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

/// `20 min ago`, `an hour ago`: the moment that long before now. The days of `2m ago` are months and read
/// before.
Reading<Moment> length_ago(Words words, Tense tense, const Now& now) {
  if (tense != Tense::past || words.size() < 2 || words.back() != "ago") return NotThis{};
  return and_then(read_minutes(joined(words.first(words.size() - 1))), [&](int minutes) -> Reading<Moment> {
    const auto before = since_day_start(now.time, now.day_starts) - std::chrono::minutes{minutes};
    const auto days = date::floor<date::days>(before);
    constexpr std::chrono::minutes day = date::days{1};
    return Moment{plus_days(now.today, static_cast<int>(days.count())),
                  (before - days + now.day_starts) % day};
  });
}

/// `Nov 2, 2026`: a comma behind a word that others follow is left out.
void drop_commas(std::vector<std::string_view>& words) {
  for (std::size_t i = 0; i + 1 < words.size(); ++i) {
    if (words[i].ends_with(',')) words[i].remove_suffix(1);
  }
}

}  // namespace

Now now_at(const Moment& clock, TimeOfDay day_starts) {
  const TimeOfDay time = clock.time.value_or(TimeOfDay{12 * 60});
  const bool still_yesterday = time < day_starts;
  return {.today = plus_days(clock.day, still_yesterday ? -1 : 0), .time = time, .day_starts = day_starts};
}

std::chrono::minutes since_day_start(TimeOfDay time, TimeOfDay day_starts) {
  constexpr std::chrono::minutes day = std::chrono::hours{24};
  return (time - day_starts + day) % day;
}

Reading<Moment> read_date(std::string_view text, Tense tense, const Now& now) {
  const std::string lowered = text::lower(text);
  auto words = split_words(lowered);
  drop_commas(words);
  const Parts parts = parts_of(words);
  if (parts.day_words.empty()) {
    return and_then(parts.time, [&](TimeOfDay time) { return time_alone(time, tense, now); });
  }
  const auto read = read_day(parts.day_words, tense, now.today);
  if (is_not_this(read)) return length_ago(words, tense, now);
  return and_then(read, [&](Day day) -> Reading<Moment> {
    if (is_not_this(parts.time)) return on_the_right_side({day, std::nullopt}, tense, now);
    return and_then(parts.time, [&](TimeOfDay time) { return on_the_right_side({day, time}, tense, now); });
  });
}

std::size_t words_of_date(std::span<const std::string> words, Tense tense, const Now& now) {
  return longest_reading(words, most_words_of_date,
                         [&](const std::string& text) { return read_date(text, tense, now); });
}

std::vector<std::string> date_words() {
  std::vector<std::string> words = {"today", "yesterday", "tomorrow"};
  for (unsigned day = 1; day <= 7; ++day) words.push_back(text::lower(full_name(date::weekday{day})));
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
