// Whether what somebody told is still news: a remark can name its day.
#include <array>
#include <cctype>
#include <charconv>
#include <vector>

#include "rel/brief.hpp"

namespace rel {

namespace {

constexpr std::array months = {"jan", "feb", "mar", "apr", "may", "jun",
                               "jul", "aug", "sep", "oct", "nov", "dec"};
constexpr std::array weekdays = {"sunday",   "monday", "tuesday", "wednesday",
                                 "thursday", "friday", "saturday"};

/// The words of a text in lower case; a hyphen belongs to its word, as in 2026-12-12.
std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> words(1);
  for (const char c : text) {
    const auto letter = static_cast<unsigned char>(c);
    if (std::isalnum(letter) || c == '-' || letter >= 0x80) {
      words.back() += static_cast<char>(std::tolower(letter));
    } else if (!words.back().empty()) {
      words.emplace_back();
    }
  }
  return words;
}

// A number with its ordinal letters, if any: `12`, `2nd`.
std::optional<int> number_in(const std::string& word, int most) {
  int number = 0;
  const char* end = word.data() + word.size();
  const auto [rest, problem] = std::from_chars(word.data(), end, number);
  const std::string_view letters(rest, static_cast<std::size_t>(end - rest));
  const bool ordinal =
      letters.empty() || letters == "st" || letters == "nd" || letters == "rd" || letters == "th";
  if (problem != std::errc{} || !ordinal || number < 1 || number > most) return std::nullopt;
  return number;
}

// `dec`, `sept`, `december`; other words that only begin like a month are none.
std::optional<unsigned> month_in(const std::string& word) {
  constexpr std::array whole = {"january", "february", "march",     "april",   "may",      "june",
                                "july",    "august",   "september", "october", "november", "december"};
  for (unsigned i = 0; i < months.size(); ++i) {
    const bool starts = word.starts_with(months[i]) && std::string_view(whole[i]).starts_with(word);
    if (starts) return i + 1;
  }
  return std::nullopt;
}

std::optional<Day> day_in_year(int year, unsigned month, unsigned day) {
  const auto found = date::year{year} / static_cast<int>(month) / static_cast<int>(day);
  return found.ok() ? std::optional(Day{found}) : std::nullopt;
}

// The first such day from `heard` on.
std::optional<Day> next_day(unsigned month, int day, Day heard) {
  const int year = static_cast<int>(date::year_month_day{heard}.year());
  const auto number = static_cast<unsigned>(day);
  const auto found = day_in_year(year, month, number);
  return found && *found >= heard ? found : day_in_year(year + 1, month, number);
}

std::optional<Day> iso_day(const std::string& word) {
  if (word.size() != 10 || word[4] != '-' || word[7] != '-') return std::nullopt;
  const auto year = number_in(word.substr(0, 4), 2199);
  const auto month = number_in(word.substr(5, 2), 12);
  const auto day = number_in(word.substr(8, 2), 31);
  if (!year || !month || !day) return std::nullopt;
  return day_in_year(*year, static_cast<unsigned>(*month), static_cast<unsigned>(*day));
}

std::optional<Day> near_day(const std::string& word, Day heard) {
  if (word == "today" || word == "tonight") return heard;
  if (word == "tomorrow") return plus_days(heard, 1);
  for (unsigned i = 0; i < weekdays.size(); ++i) {
    if (word != weekdays[i]) continue;
    const auto away = (date::weekday{i} - date::weekday{heard}).count();
    return plus_days(heard, static_cast<int>(away == 0 ? 7 : away));
  }
  return std::nullopt;
}

}  // namespace

std::optional<Day> named_day(std::string_view text, Day heard) {
  std::optional<Day> latest;
  const auto take = [&](std::optional<Day> day) {
    if (day) latest = std::max(latest, day);
  };
  const std::vector<std::string> words = words_of(text);
  for (std::size_t i = 0; i < words.size(); ++i) {
    take(iso_day(words[i]));
    take(near_day(words[i], heard));
    const auto month = month_in(words[i]);
    if (!month) continue;
    const auto before = i > 0 ? number_in(words[i - 1], 31) : std::nullopt;
    const auto after = i + 1 < words.size() ? number_in(words[i + 1], 31) : std::nullopt;
    if (before || after) take(next_day(*month, before ? *before : *after, heard));
  }
  return latest;
}

bool is_news(const Remark& remark, Day today) {
  if (remark.fact || ask_is_open(remark) || came_back_to(remark)) return false;
  const auto day = named_day(remark.text, remark.heard);
  return !day || *day >= today;
}

}  // namespace rel
