// Days counted from today: `yesterday`, `last tue`, `3d ago`, `in 2w`.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>
#include <string>

#include "cli/calendar_words.hpp"
#include "cli/day_shapes.hpp"
#include "cli/scanning.hpp"

namespace rel::cli {
namespace {

Day latest_before(Day today, date::weekday weekday) {
  return today - date::days{1} - (date::weekday{today - date::days{1}} - weekday);
}

/// The latest such day, today included.
Day latest(Day today, date::weekday weekday) {
  return latest_before(plus_days(today, 1), weekday);
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

Reading<Day> already_past(std::string_view what, std::string instead = "") {
  return Refused{fmt::format("{} is already past", what), std::move(instead)};
}

Reading<Day> still_to_come(std::string_view what, std::string instead = "") {
  return Refused{fmt::format("{} is still to come", what), std::move(instead)};
}

/// `today`, `the day before yesterday`, `this morning`, `last night`. The night belongs to the day before it.
Reading<Day> named_day(Words words, Tense tense, Day today) {
  struct Name {
    std::string_view name;
    int days;
  };
  constexpr auto names = std::to_array<Name>({{"today", 0},
                                              {"yesterday", -1},
                                              {"tomorrow", 1},
                                              {"day before yesterday", -2},
                                              {"day after tomorrow", 2},
                                              {"this morning", 0},
                                              {"this afternoon", 0},
                                              {"this evening", 0},
                                              {"tonight", 0},
                                              {"last night", -1},
                                              {"last evening", -1}});
  const bool article = words.size() > 1 && words[0] == "the" && words[1] == "day";
  const std::string text = joined(words.subspan(article ? 1 : 0));
  const auto* const found = std::ranges::find(names, text, &Name::name);
  if (found == names.end()) return NotThis{};
  if (found->days < 0 && tense == Tense::future) return already_past(found->name);
  if (found->days > 0 && tense == Tense::past) return still_to_come(found->name);
  return plus_days(today, found->days);
}

Reading<Day> weekday_alone(Words words, Tense tense, Day today) {
  const auto weekday = words.size() == 1 ? weekday_from(words[0]) : std::nullopt;
  if (!weekday) return NotThis{};
  // Something may have happened on this very Tuesday, but nobody plans for today by its name.
  return tense == Tense::past ? latest(today, *weekday) : first_after(today, *weekday);
}

/// How a count and its unit may be written.
enum class Spelling {
  short_or_in_figures,  ///< `3w`, `3 weeks`
  in_words,             ///< and `a week`, `two weeks`
  any,                  ///< and `3 w`
};

/// `d`, `w`, `m` or `y` for `day`, `weeks` and so on, or nothing.
std::optional<char> unit_from(std::string_view word, Spelling spelling) {
  constexpr std::array<std::string_view, 4> units = {"day", "week", "month", "year"};
  const auto fits = [&](std::string_view unit) {
    const bool letter = spelling == Spelling::any && word == unit.substr(0, 1);
    return letter || word == unit || (word.starts_with(unit) && word.substr(unit.size()) == "s");
  };
  const auto* const found = std::ranges::find_if(units, fits);
  return found == units.end() ? std::nullopt : std::optional{found->front()};
}

Reading<Stretch> stretch_in(Words words, Spelling spelling) {
  if (words.size() == 1) return read_stretch(words[0]);
  if (words.size() != 2) return NotThis{};
  const auto unit = unit_from(words[1], spelling);
  if (!unit) return NotThis{};
  if (all_digits(words[0])) return read_stretch(std::string(words[0]) + *unit);
  const auto count = spelling == Spelling::short_or_in_figures ? std::nullopt
                     : words[0] == "a"                         ? std::optional{1}
                                                               : count_from(words[0]);
  if (!count) return NotThis{};
  return Stretch{*count, *unit};
}

Reading<Day> ahead(Words words, Spelling spelling, Tense tense, Day today) {
  return and_then(stretch_in(words, spelling), [&](Stretch stretch) -> Reading<Day> {
    if (tense == Tense::future) return later(today, stretch);
    return still_to_come("in " + typed(stretch), typed(stretch) + " ago");
  });
}

/// `3w ago`, `in 3w`, `+3w`, and `3w` alone, which lies where one looks. In words, "two weeks" alone may be
/// how long something took: of the past it needs its "ago".
Reading<Day> stretch_of_days(Words words, Tense tense, Day today) {
  if (words.size() > 1 && words.back() == "ago") {
    return and_then(stretch_in(words.first(words.size() - 1), Spelling::any),
                    [&](Stretch stretch) -> Reading<Day> {
                      if (tense == Tense::past) return ago(today, stretch);
                      return already_past(typed(stretch) + " ago", "in " + typed(stretch));
                    });
  }
  if (words.size() > 1 && words[0] == "in") return ahead(words.subspan(1), Spelling::any, tense, today);
  if (words.size() == 1 && words[0].starts_with('+')) {
    const std::string_view count = words[0].substr(1);
    return ahead(Words{&count, 1}, Spelling::short_or_in_figures, tense, today);
  }
  if (tense == Tense::future) return ahead(words, Spelling::in_words, tense, today);
  return and_then(stretch_in(words, Spelling::short_or_in_figures),
                  [&](Stretch stretch) -> Reading<Day> { return ago(today, stretch); });
}

/// `sun 2 weeks ago`: so many weeks before the latest Sunday.
Reading<Day> weekday_weeks_ago(Words words, Tense tense, Day today) {
  const auto weekday = words.size() > 2 && words.back() == "ago" ? weekday_from(words[0]) : std::nullopt;
  if (!weekday) return NotThis{};
  return and_then(stretch_in(words.subspan(1, words.size() - 2), Spelling::any),
                  [&](Stretch stretch) -> Reading<Day> {
                    if (stretch.unit != 'w') return NotThis{};
                    if (tense == Tense::future) return already_past(joined(words));
                    return ago(latest(today, *weekday), stretch);
                  });
}

/// `last week`, `next month`, `this year`: any day of them may be meant.
Refused refused_period(std::string_view which, std::string_view period, char unit, Tense tense) {
  const auto why = fmt::format("{} {} is not one day", which, period);
  if (which == "this") return {why, "today"};
  return {why, tense == Tense::past ? fmt::format("1{} ago", unit) : fmt::format("in 1{}", unit)};
}

/// `last tue`, `next fri`.
Reading<Day> last_or_next(Words words, Tense tense, Day today) {
  if (words.size() != 2) return NotThis{};
  const std::string_view which = words[0];
  if (which != "last" && which != "next" && which != "this") return NotThis{};
  const std::string_view word = words[1];
  if (word == "weekend")
    return Refused{joined(words) + " is two days",
                   tense == Tense::past ? "sat or sun" : "next sat or next sun"};
  const auto unit = unit_from(word, Spelling::in_words);
  if (unit && *unit != 'd' && !word.ends_with('s')) return refused_period(which, word, *unit, tense);
  const auto weekday = weekday_from(word);
  if (!weekday) return NotThis{};
  if (which == "this") return Refused{"`this` can mean the one before or the one after", std::string{word}};
  const bool is_last = which == "last";
  if (is_last && tense == Tense::future) return already_past(joined(words), fmt::format("next {}", word));
  if (!is_last && tense == Tense::past) return still_to_come(joined(words), fmt::format("last {}", word));
  return is_last ? latest_before(today, *weekday) : first_after(today, *weekday);
}

}  // namespace

Reading<Day> relative_day(Words words, Tense tense, Day today) {
  for (const auto read : {named_day, weekday_alone, stretch_of_days, weekday_weeks_ago, last_or_next}) {
    auto day = read(words, tense, today);
    if (!is_not_this(day)) return day;
  }
  return NotThis{};
}

}  // namespace rel::cli
