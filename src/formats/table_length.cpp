#include "formats/table_length.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <string>

#include "formats/ascii.hpp"

namespace rel::formats {
namespace {

constexpr int longest = 7 * 24 * 60 * 60;  // seconds
constexpr int longest_likely = 180;        // minutes

/// A number at the front of a text, which moves behind it.
std::optional<int> take_number(std::string_view& text) {
  int number = 0;
  const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (problem != std::errc{} || number < 0 || number > longest) return std::nullopt;
  text.remove_prefix(static_cast<std::size_t>(end - text.data()));
  return number;
}

std::optional<int> clock_seconds(std::string_view text) {
  const auto hours = take_number(text);
  if (!hours || *hours > longest / 3600 || !take(text, ":")) return std::nullopt;
  const auto minutes = take_number(text);
  if (!minutes || *minutes > 59 || !take(text, ":")) return std::nullopt;
  const auto seconds = take_number(text);
  if (!seconds || *seconds > 59 || !text.empty()) return std::nullopt;
  return (*hours * 60 + *minutes) * 60 + *seconds;
}

/// Thousandths at the front of what follows a decimal point or comma.
int take_thousandths(std::string_view& text) {
  int thousandths = 0;
  int weight = 100;
  while (!text.empty() && is_digit(text.front())) {
    thousandths += weight * (text.front() - '0');
    weight /= 10;
    text.remove_prefix(1);
  }
  return thousandths;
}

std::optional<int> seconds_of_unit(std::string_view unit) {
  constexpr std::array<std::pair<std::string_view, int>, 10> units = {{{"S", 1},
                                                                       {"SEC", 1},
                                                                       {"SECS", 1},
                                                                       {"SECOND", 1},
                                                                       {"SECONDS", 1},
                                                                       {"H", 3600},
                                                                       {"HR", 3600},
                                                                       {"HRS", 3600},
                                                                       {"HOUR", 3600},
                                                                       {"HOURS", 3600}}};
  const std::string name = upper(unit);
  const auto* const found = std::ranges::find(units, name, [](const auto& one) { return one.first; });
  return found == units.end() ? std::nullopt : std::optional(found->second);
}

}  // namespace

std::optional<int> seconds_from(std::string_view text) {
  text = stripped(text);
  if (const auto seconds = clock_seconds(text)) return seconds;
  const auto whole = take_number(text);
  if (!whole) return std::nullopt;
  const bool fraction = take(text, ".") || take(text, ",");
  const int thousandths = fraction ? take_thousandths(text) : 0;
  const auto unit = seconds_of_unit(stripped(text));
  if (!unit || *whole > longest / *unit) return std::nullopt;
  return *whole * *unit + thousandths * *unit / 1000;
}

int minutes_of(int seconds) {
  return seconds == 0 ? 0 : std::max(1, (seconds + 30) / 60);
}

void BareLengths::see(int number) {
  ++all_;
  if (number > longest_likely) ++long_;
}

}  // namespace rel::formats
