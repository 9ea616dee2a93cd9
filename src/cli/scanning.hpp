// Taking apart what a person typed: ASCII digits, words, and counts such as `3d`.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cli/reading.hpp"

namespace rel::cli {

/// The text with its ASCII capitals in lower case.
std::string lower_case(std::string_view text);

/// Whether the text is one ASCII digit or more, and nothing else.
bool all_digits(std::string_view text);

/// The value of one to four ASCII digits; nothing for any other text, so that no arithmetic can overflow.
std::optional<int> small_number(std::string_view text);

/// The value of ASCII digits, or 9999 where there are more than four: too large for a date or a length, as
/// they are.
int capped_number(std::string_view digits);

/// The ASCII digits at the front of the text.
std::string_view leading_digits(std::string_view text);

/// The parts between separators; as many as there are separators and one more.
std::vector<std::string_view> split(std::string_view text, char separator);

/// The words between runs of blanks. Blanks at an end of the text give an empty word there.
std::vector<std::string_view> split_words(std::string_view text);

/// A number of days, weeks, months or years.
struct Stretch {
  int count = 0;
  char unit = 'd';  ///< `d`, `w`, `m` or `y`
};

/// Reads `10d`, `3w`, `2m` or `1y` in lower case. Refuses a count of more than four digits.
Reading<Stretch> read_stretch(std::string_view word);

}  // namespace rel::cli
