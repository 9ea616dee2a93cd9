#include "cli/calendar_words.hpp"

#include <array>
#include <cstddef>

#include "cli/scanning.hpp"

namespace rel::cli {
namespace {

/// From Sunday, as date::weekday counts them.
constexpr std::array<std::string_view, 7> weekdays = {"Sunday",   "Monday", "Tuesday", "Wednesday",
                                                      "Thursday", "Friday", "Saturday"};

constexpr std::array<std::string_view, 12> month_words = {"January",   "February", "March",    "April",
                                                          "May",       "June",     "July",     "August",
                                                          "September", "October",  "November", "December"};

/// By the whole name or a beginning of three letters or more (`tues`, `sept`): all of these differ.
template <std::size_t size>
std::optional<unsigned> index_of(std::string_view word, const std::array<std::string_view, size>& names) {
  if (word.size() < 3) return std::nullopt;
  for (unsigned i = 0; i < size; ++i) {
    if (text::lower(names[i]).starts_with(word)) return i;
  }
  return std::nullopt;
}

}  // namespace

std::optional<date::weekday> weekday_from(std::string_view word) {
  const auto index = index_of(word, weekdays);
  if (!index) return std::nullopt;
  return date::weekday{*index};
}

std::optional<date::month> month_from(std::string_view word) {
  const auto index = index_of(word, month_words);
  if (!index) return std::nullopt;
  return date::month{*index + 1};
}

std::string_view full_name(date::weekday weekday) {
  return weekdays[weekday.c_encoding()];
}

std::string_view full_name(date::month month) {
  return month_words[static_cast<unsigned>(month) - 1];
}

}  // namespace rel::cli
