#include "cli/scanning.hpp"

#include <algorithm>
#include <array>

namespace rel::cli {
namespace {

constexpr std::string_view blanks = " \t";
constexpr std::string_view white_space = " \t\n\v\f\r";
constexpr std::string_view units = "dwmy";
constexpr std::size_t most_digits = 4;

}  // namespace

std::string without_repeating(const std::string& text, const std::string& why) {
  return why.starts_with(text + " ") ? why.substr(text.size() + 1) : why;
}

bool all_digits(std::string_view text) {
  return !text.empty() && std::ranges::all_of(text, text::is_digit);
}

std::optional<int> small_number(std::string_view text) {
  if (!all_digits(text) || text.size() > most_digits) return std::nullopt;
  int value = 0;
  for (const char digit : text) value = value * 10 + (digit - '0');
  return value;
}

int capped_number(std::string_view digits) {
  constexpr int largest = 9999;
  return small_number(digits).value_or(largest);
}

std::optional<int> count_from(std::string_view word) {
  constexpr auto words = std::to_array<std::string_view>(
      {"one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"});
  const auto* const found = std::ranges::find(words, word);
  return found == words.end() ? small_number(word) : static_cast<int>(found - words.begin()) + 1;
}

std::string_view leading_digits(std::string_view text) {
  return {text.begin(), std::ranges::find_if_not(text, text::is_digit)};
}

std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  for (auto at = text.find(separator); at != std::string_view::npos; at = text.find(separator)) {
    parts.push_back(text.substr(0, at));
    text.remove_prefix(at + 1);
  }
  parts.push_back(text);
  return parts;
}

std::vector<std::string_view> split_words(std::string_view text) {
  std::vector<std::string_view> words;
  for (auto at = text.find_first_of(blanks); at != std::string_view::npos; at = text.find_first_of(blanks)) {
    words.push_back(text.substr(0, at));
    text.remove_prefix(std::min(text.find_first_not_of(blanks, at), text.size()));
  }
  words.push_back(text);
  return words;
}

std::vector<std::string> words_in(std::string_view text) {
  std::vector<std::string> words;
  for (auto at = text.find_first_not_of(white_space); at != std::string_view::npos;
       at = text.find_first_not_of(white_space, at)) {
    const auto end = std::min(text.find_first_of(white_space, at), text.size());
    words.emplace_back(text.substr(at, end - at));
    at = end;
  }
  return words;
}

bool has_white_space(std::string_view text) {
  return text.find_first_of(white_space) != std::string_view::npos;
}

Reading<Stretch> read_stretch(std::string_view word) {
  const auto digits = leading_digits(word);
  const auto unit = word.substr(digits.size());
  if (digits.empty() || unit.size() != 1 || units.find(unit) == std::string_view::npos) return NotThis{};
  const auto count = small_number(digits);
  if (!count) return Refused{"a count has at most four digits", ""};
  return Stretch{*count, unit.front()};
}

}  // namespace rel::cli
