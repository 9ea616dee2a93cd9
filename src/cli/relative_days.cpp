// Days counted from today: `yesterday`, `last tue`, `3d ago`, `in 2w`.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <vector>

#include "cli/calendar_words.hpp"
#include "cli/day_shapes.hpp"
#include "cli/scanning.hpp"

namespace rel::cli {
namespace {

Day latest_before(Day today, date::weekday weekday) {
  return today - date::days{1} - (date::weekday{today - date::days{1}} - weekday);
}

Day first_after(Day today, date::weekday weekday) {
  return today + date::days{1} + (weekday - date::weekday{today + date::days{1}});
}

/// The end of a month stays its end: a month before 31 March is 28 or 29 February.
Day months_later(Day day, int months) {
  const auto moved = date::year_month_day{day} + date::months{months};
  return moved.ok() ? Day{moved} : Day{moved.year() / moved.month() / date::last};
}

Day later(Day day, const Stretch& stretch) {
  switch (stretch.unit) {
    case 'w':
      return plus_days(day, 7 * stretch.count);
    case 'm':
      return months_later(day, stretch.count);
    case 'y':
      return months_later(day, 12 * stretch.count);
    default:
      return plus_days(day, stretch.count);
  }
}

Day ago(Day day, const Stretch& stretch) {
  return later(day, {-stretch.count, stretch.unit});
}

std::string typed(const Stretch& stretch) {
  return fmt::format("{}{}", stretch.count, stretch.unit);
}

Reading<Day> day_word(std::string_view word, Tense tense, Day today) {
  if (word == "today") return today;
  if (word == "yesterday") {
    if (tense == Tense::past) return plus_days(today, -1);
    return Refused{"yesterday is already past", ""};
  }
  if (word == "tomorrow") {
    if (tense == Tense::future) return plus_days(today, 1);
    return Refused{"tomorrow is still to come", ""};
  }
  const auto weekday = weekday_from(word);
  if (!weekday) return NotThis{};
  // Something may have happened on this very Tuesday, but nobody plans for today by its name.
  return tense == Tense::past ? latest_before(plus_days(today, 1), *weekday) : first_after(today, *weekday);
}

Reading<Day> stretch_back(std::string_view word, Tense tense, Day today) {
  return and_then(read_stretch(word), [&](Stretch stretch) -> Reading<Day> {
    if (tense == Tense::past) return ago(today, stretch);
    return Refused{fmt::format("{} ago is already past", typed(stretch)), "in " + typed(stretch)};
  });
}

Reading<Day> stretch_ahead(std::string_view word, Tense tense, Day today) {
  return and_then(read_stretch(word), [&](Stretch stretch) -> Reading<Day> {
    if (tense == Tense::future) return later(today, stretch);
    return Refused{fmt::format("in {} is still to come", typed(stretch)), typed(stretch) + " ago"};
  });
}

Reading<Day> one_word(std::string_view word, Tense tense, Day today) {
  if (word.starts_with('+')) return stretch_ahead(word.substr(1), tense, today);
  auto day = day_word(word, tense, today);
  if (!std::holds_alternative<NotThis>(day)) return day;
  return tense == Tense::past ? stretch_back(word, tense, today) : stretch_ahead(word, tense, today);
}

/// `week`, `month` and `year` by their unit, or nothing.
std::optional<char> period_unit(std::string_view word) {
  constexpr std::array<std::string_view, 3> periods = {"week", "month", "year"};
  const auto* const found = std::ranges::find(periods, word);
  return found == periods.end() ? std::nullopt : std::optional{found->front()};
}

/// `last week`, `next month`, `this year`: any day of them may be meant.
Refused refused_period(std::string_view which, std::string_view period, char unit, Tense tense) {
  const auto why = fmt::format("{} {} is not one day", which, period);
  if (which == "this") return {why, "today"};
  return {why, tense == Tense::past ? fmt::format("1{} ago", unit) : fmt::format("in 1{}", unit)};
}

Reading<Day> last_or_next(std::string_view which, std::string_view word, Tense tense, Day today) {
  const bool is_last = which == "last";
  const auto* const fitting = tense == Tense::past ? "last" : "next";
  const auto weekday = weekday_from(word);
  if (!weekday)
    return Refused{fmt::format("a day of the week comes after `{}`", which), fmt::format("{} tue", fitting)};
  if (which != fitting) {
    const auto* const when = is_last ? "already past" : "still to come";
    return Refused{fmt::format("{} {} is {}", which, word, when), fmt::format("{} {}", fitting, word)};
  }
  return is_last ? latest_before(today, *weekday) : first_after(today, *weekday);
}

Reading<Day> two_words(std::string_view first, std::string_view second, Tense tense, Day today) {
  if (second == "ago") return stretch_back(first, tense, today);
  if (first == "in") return stretch_ahead(second, tense, today);
  const bool is_this = first == "this";
  if ((!is_this && first != "last" && first != "next") || second.empty()) return NotThis{};
  if (const auto unit = period_unit(second)) return refused_period(first, second, *unit, tense);
  if (!is_this) return last_or_next(first, second, tense, today);
  if (weekday_from(second))
    return Refused{"`this` can mean the one before or the one after", std::string{second}};
  return NotThis{};
}

/// `3 days` as `3d`, `a week` as `1w`; nothing where it is neither.
std::optional<std::string> contracted(std::string_view count, std::string_view unit) {
  constexpr std::array<std::string_view, 4> units = {"day", "week", "month", "year"};
  if (unit.ends_with('s')) unit.remove_suffix(1);
  const auto* const found = std::ranges::find(units, unit);
  if (found == units.end()) return std::nullopt;
  const bool one = count == "a" || count == "one";
  if (!one && !all_digits(count)) return std::nullopt;
  return std::string(one ? "1" : count) + found->front();
}

/// The words with their first count and unit in one; nothing where there are none.
std::optional<std::vector<std::string>> contracted(Words words) {
  for (std::size_t i = 0; i + 1 < words.size(); ++i) {
    if (auto stretch = contracted(words[i], words[i + 1])) {
      std::vector<std::string> shorter(words.begin(), words.end());
      shorter[i] = *std::move(stretch);
      shorter.erase(shorter.begin() + static_cast<std::ptrdiff_t>(i) + 1);
      return shorter;
    }
  }
  return std::nullopt;
}

}  // namespace

Reading<Day> relative_day(Words words, Tense tense, Day today) {
  if (const auto shorter = contracted(words)) {
    return relative_day(std::vector<std::string_view>(shorter->begin(), shorter->end()), tense, today);
  }
  if (words.size() == 1) return one_word(words[0], tense, today);
  if (words.size() == 2) return two_words(words[0], words[1], tense, today);
  return NotThis{};
}

}  // namespace rel::cli
