// Dates as mail has them, in its heads and before them.
#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "formats/ascii.hpp"
#include "formats/mbox.hpp"
#include "rel/day.hpp"

namespace rel::formats {
namespace {

/// Takes a word: letters, digits and `+`, with whatever parts it before.
std::string_view take_word(std::string_view& text) {
  const std::size_t begin = text.find_first_not_of(" \t,");
  if (begin == std::string_view::npos) return text = {};
  text.remove_prefix(begin);
  const std::string_view word = text.substr(0, text.find_first_of(" \t,"));
  text.remove_prefix(word.size());
  return word;
}

std::optional<int> number_in(std::string_view text, std::size_t least, std::size_t most) {
  if (text.size() < least || text.size() > most ||
      text.find_first_not_of("0123456789") != std::string_view::npos)
    return std::nullopt;
  int value = 0;
  for (const char c : text) value = value * 10 + (c - '0');
  return value;
}

std::optional<unsigned> month_in(std::string_view word) {
  constexpr std::string_view months[] = {"jan", "feb", "mar", "apr", "may", "jun",
                                         "jul", "aug", "sep", "oct", "nov", "dec"};
  const auto* found =
      std::ranges::find_if(months, [&](auto month) { return same_word(word.substr(0, 3), month); });
  if (found == std::end(months)) return std::nullopt;
  return static_cast<unsigned>(found - std::begin(months)) + 1;
}

/// `20:15:33` or `20:15`, in seconds.
std::optional<int> seconds_of_day(std::string_view text) {
  int seconds = 0;
  int parts = 0;
  for (; parts < 3; ++parts) {
    const std::size_t end = std::min(text.find(':'), text.size());
    const auto number = number_in(text.substr(0, end), 1, 2);
    if (!number || *number > (parts == 0 ? 23 : 60)) return std::nullopt;
    seconds = seconds * 60 + *number;
    if (end == text.size()) break;
    text.remove_prefix(end + 1);
  }
  if (parts == 0 || parts == 3) return std::nullopt;
  return parts == 1 ? seconds * 60 : seconds;
}

/// What a zone is ahead of UTC, in seconds; 0 for one that nobody knows.
int zone_in(std::string_view text) {
  constexpr std::pair<std::string_view, int> names[] = {{"EST", -5}, {"EDT", -4}, {"CST", -6}, {"CDT", -5},
                                                        {"MST", -7}, {"MDT", -6}, {"PST", -8}, {"PDT", -7}};
  for (const auto& [name, hours] : names) {
    if (same_word(text, name)) return hours * 3600;
  }
  const bool sign = text.starts_with('+') || text.starts_with('-');
  const auto number = sign ? number_in(text.substr(1), 4, 4) : std::nullopt;
  if (!number) return 0;
  const int ahead = (*number / 100 * 60 + *number % 100) * 60;
  return text.front() == '-' ? -ahead : ahead;
}

}  // namespace

std::optional<std::int64_t> mail_date(std::string_view text) {
  std::string_view word = take_word(text);
  if (!word.empty() && !is_digit(word.front())) word = take_word(text);  // the weekday
  const auto day = number_in(word, 1, 2);
  const auto month = month_in(take_word(text));
  const std::string_view year_word = take_word(text);
  auto year = number_in(year_word, 2, 4);
  const auto seconds = seconds_of_day(take_word(text));
  if (!day || !month || !year || !seconds) return std::nullopt;
  if (year_word.size() == 2) *year += *year < 50 ? 2000 : 1900;
  if (year_word.size() == 3) *year += 1900;
  const auto civil = date::year{*year} / date::month{*month} / date::day{static_cast<unsigned>(*day)};
  if (!civil.ok()) return std::nullopt;
  const std::int64_t midnight = date::sys_days{civil}.time_since_epoch().count() * std::int64_t{86400};
  return midnight + *seconds - zone_in(take_word(text));
}

std::optional<std::int64_t> envelope_date(std::string_view line) {
  std::vector<std::string_view> words;
  for (std::string_view word = take_word(line); !word.empty(); word = take_word(line)) words.push_back(word);
  for (std::size_t i = 0; i + 3 < words.size(); ++i) {
    if (!month_in(words[i]) || !number_in(words[i + 1], 1, 2)) continue;
    const auto is_year = [](std::string_view word) { return number_in(word, 4, 4).has_value(); };
    const auto year = std::find_if(words.begin() + static_cast<std::ptrdiff_t>(i) + 3, words.end(), is_year);
    if (year == words.end()) continue;
    const auto is_zone = [](std::string_view word) { return word.starts_with('+') || word.starts_with('-'); };
    const auto zone = std::find_if(words.begin() + static_cast<std::ptrdiff_t>(i) + 3, words.end(), is_zone);
    std::string date;
    for (const std::string_view word : {words[i + 1], words[i], *year, words[i + 2]})
      date += std::string(word) + ' ';
    if (zone != words.end()) date += *zone;
    if (const auto at = mail_date(date)) return at;
  }
  return std::nullopt;
}

}  // namespace rel::formats
