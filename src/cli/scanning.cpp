#include "cli/scanning.hpp"

#include <algorithm>

namespace rel::cli {
namespace {

constexpr std::string_view blanks = " \t";
constexpr std::string_view units = "dwmy";
constexpr std::size_t most_digits = 4;

/// Unlike std::isdigit, the same in every locale.
bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

}  // namespace

std::string lower_case(std::string_view text) {
  std::string lowered{text};
  std::ranges::transform(lowered, lowered.begin(), lower);
  return lowered;
}

bool all_digits(std::string_view text) {
  return !text.empty() && std::ranges::all_of(text, is_digit);
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

std::string_view leading_digits(std::string_view text) {
  return {text.begin(), std::ranges::find_if_not(text, is_digit)};
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

Reading<Stretch> read_stretch(std::string_view word) {
  const auto digits = leading_digits(word);
  const auto unit = word.substr(digits.size());
  if (digits.empty() || unit.size() != 1 || units.find(unit) == std::string_view::npos) return NotThis{};
  const auto count = small_number(digits);
  if (!count) return Refused{"a count has at most four digits", ""};
  return Stretch{*count, unit.front()};
}

}  // namespace rel::cli
