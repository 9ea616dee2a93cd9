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

/// 60 for `h`, 1 for `m`, `min` and `mins`, 0 for any other text.
int minutes_of_unit(std::string_view unit) {
  if (unit == "h") return 60;
  return unit == "m" || unit == "min" || unit == "mins" ? 1 : 0;
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
  const std::string lowered = lower_case(text);
  const auto digits = leading_digits(lowered);
  const auto rest = std::string_view{lowered}.substr(digits.size());
  if (digits.empty() || rest.empty()) return NotThis{};
  const int count = capped_number(digits);
  if (const int unit = minutes_of_unit(rest); unit > 0) return at_most_a_day(count * unit);
  if (rest.starts_with('h')) return hours_and_minutes(count, rest.substr(1));
  return other_number(digits, rest);
}

Reading<int> read_days(std::string_view text) {
  const std::string lowered = lower_case(text);
  if (const auto days = days_of_word(lowered)) return *days;
  if (all_digits(lowered)) return Refused{"a number alone has no unit", "10d or 3w"};
  return and_then(read_stretch(lowered), [](const Stretch& stretch) {
    return as_cadence(stretch.count * days_of_unit(stretch.unit));
  });
}

}  // namespace rel::cli
