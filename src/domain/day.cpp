#include "rel/day.hpp"

#include <array>
#include <charconv>

namespace rel {
namespace {

using namespace date::literals;

/// The value of a text of at most four ASCII digits; nothing for any other text.
std::optional<int> digits_value(std::string_view text) {
  if (text.empty() || text.size() > 4) return std::nullopt;
  int value = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return std::nullopt;
    value = value * 10 + (c - '0');
  }
  return value;
}

// Thousands of days are written in one answer.
void append_padded(std::string& text, int value, std::size_t width) {
  std::array<char, 12> digits{};
  const char* end = std::to_chars(digits.begin(), digits.end(), value).ptr;
  const auto size = static_cast<std::size_t>(end - digits.data());
  if (size < width) text.append(width - size, '0');
  text.append(digits.data(), size);
}

}  // namespace

Day earliest_day() {
  return 1900_y / date::January / 1;
}

Day latest_day() {
  return 2199_y / date::December / 31;
}

std::string iso(Day day) {
  const date::year_month_day ymd{day};
  std::string text;
  append_padded(text, static_cast<int>(ymd.year()), 4);
  text += '-';
  append_padded(text, static_cast<int>(static_cast<unsigned>(ymd.month())), 2);
  text += '-';
  append_padded(text, static_cast<int>(static_cast<unsigned>(ymd.day())), 2);
  return text;
}

std::string clock_text(TimeOfDay time) {
  const auto minutes = static_cast<int>(time.count());
  std::string text;
  append_padded(text, minutes / 60, 2);
  text += ':';
  append_padded(text, minutes % 60, 2);
  return text;
}

std::string iso(const Moment& moment) {
  return moment.time ? iso(moment.day) + 'T' + clock_text(*moment.time) : iso(moment.day);
}

Moment utc(std::int64_t seconds) {
  const date::sys_seconds point{std::chrono::seconds{seconds}};
  const Day day = date::floor<date::days>(point);
  return {day, std::chrono::floor<TimeOfDay>(point - day)};
}

std::optional<Day> day_from_iso(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  const auto year = digits_value(text.substr(0, 4));
  const auto month = digits_value(text.substr(5, 2));
  const auto day = digits_value(text.substr(8, 2));
  if (!year || !month || !day) return std::nullopt;
  const date::year_month_day ymd{date::year{*year}, date::month{static_cast<unsigned>(*month)},
                                 date::day{static_cast<unsigned>(*day)}};
  if (!ymd.ok()) return std::nullopt;
  const Day found{ymd};
  if (found < earliest_day() || found > latest_day()) return std::nullopt;
  return found;
}

std::optional<TimeOfDay> time_from_text(std::string_view text) {
  const auto colon = text.find(':');
  if (colon > 2 || text.size() != colon + 3)
    return std::nullopt;  // also where there is no colon: npos is large
  const auto hours = digits_value(text.substr(0, colon));
  const auto minutes = digits_value(text.substr(colon + 1));
  if (!hours || !minutes || *hours > 23 || *minutes > 59) return std::nullopt;
  return TimeOfDay{*hours * 60 + *minutes};
}

}  // namespace rel
