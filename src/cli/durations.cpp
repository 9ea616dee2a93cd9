#include "cli/durations.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string>

#include "cli/scanning.hpp"
#include "rel/limits.hpp"

namespace rel::cli {
namespace {

constexpr int minutes_of_day = 24 * 60;

/// 60 for `h` or `hours`, 1 for `m` or `min`, 0 for any other text.
int minutes_of_unit(std::string_view unit) {
  constexpr auto hours = std::to_array<std::string_view>({"h", "hr", "hrs", "hour", "hours"});
  constexpr auto minutes = std::to_array<std::string_view>({"m", "min", "mins", "minute", "minutes", "min."});
  if (std::ranges::find(hours, unit) != hours.end()) return 60;
  return std::ranges::find(minutes, unit) != minutes.end() ? 1 : 0;
}

/// `45m`, `1h`, `3h30`: what is suggested for a length that is refused; empty beyond a day.
std::string minutes_text(int minutes) {
  if (minutes > minutes_of_day) return {};
  if (minutes < 60) return fmt::format("{}m", minutes);
  return minutes % 60 == 0 ? fmt::format("{}h", minutes / 60)
                           : fmt::format("{}h{:02}", minutes / 60, minutes % 60);
}

Reading<int> at_most_a_day(int minutes) {
  if (minutes > minutes_of_day) return Refused{"a conversation lasts at most 24 hours", ""};
  return minutes;
}

/// Reads what follows the hours of `1h30` or `2h30m`.
Reading<int> hours_and_minutes(int hours, std::string_view rest) {
  const auto digits = leading_digits(rest);
  const auto unit = rest.substr(digits.size());
  if (digits.empty() || (!unit.empty() && minutes_of_unit(unit) != 1)) return NotThis{};
  const auto minutes = small_number(digits);
  if (!minutes || digits.size() > 2) return Refused{"minutes after hours have two digits", ""};
  const int total = hours * 60 + *minutes;
  if (*minutes > 59) return Refused{"an hour has 60 minutes", minutes_text(total)};
  return at_most_a_day(total);
}

/// `3h30` for `3` and `5` of `3.5h`.
std::string without_fraction(std::string_view whole, std::string_view fraction, int minutes_in_unit) {
  const auto units = small_number(whole);
  if (!units) return {};
  // A thousandth of an hour is less than a minute: more digits change nothing.
  std::string thousandths{fraction.substr(0, 3)};
  thousandths.resize(3, '0');
  const int total = *units * 1000 + small_number(thousandths).value_or(0);
  return minutes_text((total * minutes_in_unit + 500) / 1000);
}

/// Refuses what follows the first digits of `3.5h`, `3,5h`, `0x10m` and `1e9m`; takes no other text.
Reading<int> other_number(std::string_view first, std::string_view rest) {
  constexpr std::string_view points = ".,";
  constexpr std::string_view letters = "xe";
  const auto joint = rest.substr(0, 1);
  const auto second = leading_digits(rest.substr(joint.size()));
  const int unit = minutes_of_unit(rest.substr(joint.size() + second.size()));
  if (joint.empty() || second.empty() || unit == 0) return NotThis{};
  if (letters.find(joint) != std::string_view::npos)
    return Refused{"a length is written in plain digits", ""};
  if (points.find(joint) == std::string_view::npos) return NotThis{};
  return Refused{"a length is written without fractions", without_fraction(first, second, unit)};
}

/// Reads one word: `45m`, `1h30`.
Reading<int> minutes_in_word(std::string_view word) {
  const auto digits = leading_digits(word);
  const auto rest = word.substr(digits.size());
  if (digits.empty() || rest.empty()) return NotThis{};
  const int count = capped_number(digits);
  if (const int unit = minutes_of_unit(rest); unit > 0) return at_most_a_day(count * unit);
  const auto unit = rest.substr(0, std::min(rest.find_first_of("0123456789"), rest.size()));
  if (minutes_of_unit(unit) == 60) return hours_and_minutes(count, rest.substr(unit.size()));
  return other_number(digits, rest);
}

/// The minutes in a phrase without figures, such as `half an hour`.
std::optional<int> minutes_of_phrase(std::string_view text) {
  struct Phrase {
    std::string_view text;
    int minutes;
  };
  constexpr auto phrases = std::to_array<Phrase>({{"an hour", 60},
                                                  {"a minute", 1},
                                                  {"half an hour", 30},
                                                  {"half hour", 30},
                                                  {"a half hour", 30},
                                                  {"an hour and a half", 90},
                                                  {"a quarter of an hour", 15},
                                                  {"three quarters of an hour", 45}});
  const auto* const found = std::ranges::find(phrases, text, &Phrase::text);
  return found == phrases.end() ? std::nullopt : std::optional{found->minutes};
}

bool ends_in_digit(std::string_view text) {
  return !text.empty() && all_digits(text.substr(text.size() - 1));
}

/// Whether these words may tell a length: "1h 2 friends" has no minutes, and neither has "1h and 30".
bool ends_well(std::span<const std::string_view> words) {
  if (!all_digits(words.back())) return true;
  const bool added = std::ranges::find(words, "and") != words.end();
  return !added && words.back().size() == 2;
}

/// Several words as one: `1 h 30` as `1h30`, `two hours` as `2hours`; empty where a count does not follow a
/// unit, or a unit a count.
std::string in_one_word(std::span<const std::string_view> words) {
  if (!ends_well(words)) return {};
  std::string word;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (words[i] == "and" && i > 0 && i + 1 < words.size()) continue;
    const auto count = all_digits(words[i]) ? std::nullopt : count_from(words[i]);
    const std::string next = count ? std::to_string(*count) : std::string(words[i]);
    const bool begins_in_digit = !leading_digits(next).empty();
    if (next.empty() || (i > 0 && ends_in_digit(word) == begins_in_digit)) return {};
    word += next;
  }
  return word;
}

int days_of_unit(char unit) {
  switch (unit) {
    case 'w':
      return 7;
    case 'm':
      return 30;
    case 'y':
      return 365;
    default:
      return 1;
  }
}

/// The days between for a word such as `weekly`.
std::optional<int> days_of_word(std::string_view word) {
  struct Rhythm {
    std::string_view word;
    int days;
  };
  constexpr auto rhythms = std::to_array<Rhythm>(
      {{"daily", 1}, {"weekly", 7}, {"monthly", 30}, {"quarterly", 90}, {"yearly", 365}});
  const auto* const found = std::ranges::find(rhythms, word, &Rhythm::word);
  if (found == rhythms.end()) return std::nullopt;
  return found->days;
}

Reading<int> as_cadence(int days) {
  if (days < 1) return Refused{"a cadence is at least 1 day", ""};
  if (days > longest_target) return Refused{fmt::format("a cadence is at most {} days", longest_target), ""};
  return days;
}

}  // namespace

Reading<int> read_minutes(std::string_view text) {
  const std::string lowered = text::lower(text);
  if (const auto minutes = minutes_of_phrase(lowered)) return *minutes;
  const auto words = split_words(lowered);
  return words.size() == 1 ? minutes_in_word(lowered) : minutes_in_word(in_one_word(words));
}

std::optional<int> read_bare_minutes(std::string_view word) {
  constexpr int most = 600;
  const auto minutes = small_number(word);
  return minutes && *minutes >= 1 && *minutes <= most ? minutes : std::nullopt;
}

std::size_t words_of_minutes(std::span<const std::string> words) {
  constexpr std::size_t most = 5;  // 1 hour and 30 minutes
  return longest_reading(words, most, read_minutes);
}

Reading<int> read_days(std::string_view text) {
  const std::string lowered = text::lower(text);
  if (const auto days = days_of_word(lowered)) return *days;
  if (all_digits(lowered)) return Refused{"a number alone has no unit", "10d or 3w"};
  return and_then(read_stretch(lowered), [](const Stretch& stretch) {
    return as_cadence(stretch.count * days_of_unit(stretch.unit));
  });
}

}  // namespace rel::cli
