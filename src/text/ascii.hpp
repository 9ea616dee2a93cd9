// ASCII without a locale: for words of formats and options, never people's.
#pragma once

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>

namespace rel::text {

/// The letter in upper case; every other byte as it is.
constexpr char upper(char c) {
  return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
}

/// The text with its ASCII letters in upper case.
inline std::string upper(std::string_view text) {
  std::string out(text);
  for (char& c : out) c = upper(c);
  return out;
}

/// The letter in lower case; every other byte as it is.
constexpr char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

/// The text with its ASCII letters in lower case.
inline std::string lower(std::string_view text) {
  std::string out(text);
  for (char& c : out) c = lower(c);
  return out;
}

/// Whether two texts differ in nothing but the case of ASCII letters.
constexpr bool same_word(std::string_view a, std::string_view b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](char x, char y) { return upper(x) == upper(y); });
}

constexpr bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

/// Whether the text is one digit or more, and nothing else.
constexpr bool all_digits(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), is_digit);
}

constexpr bool is_letter(char c) {
  return upper(c) >= 'A' && upper(c) <= 'Z';
}

/// The ASCII digits of a text.
inline std::string digits_of(std::string_view text) {
  std::string digits;
  for (const char c : text) {
    if (is_digit(c)) digits += c;
  }
  return digits;
}

/// The value of a hexadecimal digit of either case; -1 for every other byte.
constexpr int hex_value(char c) {
  if (is_digit(c)) return c - '0';
  const char letter = upper(c);
  return letter >= 'A' && letter <= 'F' ? letter - 'A' + 10 : -1;
}

/// Whether the text begins so; what it begins with is then taken away.
constexpr bool take(std::string_view& text, std::string_view what) {
  if (!text.starts_with(what)) return false;
  text.remove_prefix(what.size());
  return true;
}

/// The text without the given bytes at both ends.
constexpr std::string_view stripped(std::string_view text, std::string_view bytes = " \t\r\n") {
  const std::size_t first = text.find_first_not_of(bytes);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(bytes) - first + 1);
}

}  // namespace rel::text
