#include "cli/times.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <string>

#include "cli/scanning.hpp"

namespace rel::cli {
namespace {

/// Reads `19:30`; refuses other numbers between colons: `25:61`, `19:30:00`.
Reading<TimeOfDay> read_clock(std::string_view word) {
  const auto numbers = split(word, ':');
  if (numbers.size() < 2 || numbers.size() > 3 || !std::ranges::all_of(numbers, all_digits)) return NotThis{};
  if (const auto time = time_from_text(word)) return *time;
  const auto without_seconds = word.substr(0, word.rfind(':'));
  const bool fits = numbers.size() == 3 && time_from_text(without_seconds);
  return Refused{fmt::format("{} is not a time of day", word), fits ? std::string{without_seconds} : ""};
}

/// Half of the day, and what stands before it in the same word.
struct Half {
  std::string_view before;
  bool afternoon = false;
};

std::optional<Half> half_in(std::string_view word) {
  for (const std::string_view half : {"am", "pm", "a.m.", "p.m."}) {
    if (word.ends_with(half)) return Half{word.substr(0, word.size() - half.size()), half.front() == 'p'};
  }
  return std::nullopt;
}

/// Reads what stands before `am` or `pm`: `7`, `7:30`, `7.30`.
Reading<TimeOfDay> hour_of_half(std::string_view figures, bool afternoon) {
  const auto numbers = split(figures, figures.find('.') == std::string_view::npos ? ':' : '.');
  if (numbers.size() > 2 || !std::ranges::all_of(numbers, all_digits)) return NotThis{};
  const int hour = capped_number(numbers[0]);
  const int minute = numbers.size() == 2 ? capped_number(numbers[1]) : 0;
  const bool two_digits = numbers.size() == 1 || numbers[1].size() == 2;
  if (hour < 1 || hour > 12 || minute > 59 || !two_digits)
    return Refused{fmt::format("{} {} is not a time of day", figures, afternoon ? "pm" : "am"), ""};
  return TimeOfDay{(hour % 12 + (afternoon ? 12 : 0)) * 60 + minute};
}

/// Reads `noon`, `19:30`, `7pm` or, of two words, `7:30 pm`.
Reading<TimeOfDay> bare_time(Words words) {
  if (words.empty() || words.size() > 2) return NotThis{};
  if (words.size() == 1 && words[0] == "noon") return TimeOfDay{std::chrono::hours{12}};
  const auto half = half_in(words.back());
  if (words.size() == 1) return half ? hour_of_half(half->before, half->afternoon) : read_clock(words[0]);
  return half && half->before.empty() ? hour_of_half(words[0], half->afternoon) : NotThis{};
}

/// `at 7` is no time yet.
Reading<TimeOfDay> hour_alone(std::string_view word) {
  const auto hour = small_number(word);
  if (!hour || *hour > 23) return NotThis{};
  if (*hour < 1 || *hour > 12) return Refused{"a time has minutes", fmt::format("at {}:00", word)};
  return Refused{fmt::format("{} can be in the morning or in the evening", word),
                 fmt::format("at {0}am or at {0}pm", word)};
}

}  // namespace

Reading<TimeOfDay> read_time(Words words) {
  const bool at = words.size() > 1 && words[0] == "at";
  const Words rest = words.subspan(at ? 1 : 0);
  auto time = bare_time(rest);
  return at && is_not_this(time) && rest.size() == 1 ? hour_alone(rest[0]) : std::move(time);
}

}  // namespace rel::cli
