// Taking apart what a person typed: ASCII digits, words, and counts such as `3d`.
#pragma once

#include <algorithm>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "cli/reading.hpp"
#include "text/ascii.hpp"
#include "text/joined.hpp"

namespace rel::cli {

/// The word that begins the note of `log` by force, whatever follows it.
constexpr std::string_view note_mark = ":";

template <class T>
bool is_not_this(const Reading<T>& reading) {
  return std::holds_alternative<NotThis>(reading);
}

/// Why a text was refused, without the text where the reason begins with it: a message names it already.
std::string without_repeating(const std::string& text, const std::string& why);

/// Whether the text is one ASCII digit or more, and nothing else.
bool all_digits(std::string_view text);

/// The value of one to four ASCII digits; nothing for any other text, so that no arithmetic can overflow.
std::optional<int> small_number(std::string_view text);

/// The value of ASCII digits, or 9999 where there are more than four: too large for a date or a length, as
/// they are.
int capped_number(std::string_view digits);

/// The number that a word counts: digits as small_number reads them, or `one` to `twelve`, in lower case.
std::optional<int> count_from(std::string_view word);

/// The ASCII digits at the front of the text.
std::string_view leading_digits(std::string_view text);

/// The parts between separators; as many as there are separators and one more.
std::vector<std::string_view> split(std::string_view text, char separator);

/// The words between runs of blanks. Blanks at an end of the text give an empty word there.
std::vector<std::string_view> split_words(std::string_view text);

/// The words between any white space. None of them is empty.
std::vector<std::string> words_in(std::string_view text);

/// Whether the text holds white space.
bool has_white_space(std::string_view text);

/// The words with a blank between each two.
template <class Words>
std::string joined(const Words& words) {
  return text::joined(words, " ");
}

/// How many of the words at the front, at most `most`, make the longest text that `read` takes or refuses; 0
/// where none does. A quoted text is one word by intent: its parts do not join those of its neighbours.
template <class Read>
std::size_t longest_reading(std::span<const std::string> words, std::size_t most, const Read& read) {
  std::size_t longest = 0;
  std::string text;
  for (std::size_t count = 1; count <= std::min(words.size(), most); ++count) {
    const std::string& word = words[count - 1];
    if (count > 1 && (word.empty() || has_white_space(word) || has_white_space(words[0]))) break;
    text += count > 1 ? " " + word : word;
    if (!is_not_this(read(text))) longest = count;
  }
  return longest;
}

/// A number of days, weeks, months or years.
struct Stretch {
  int count = 0;
  char unit = 'd';  ///< `d`, `w`, `m` or `y`
};

/// Reads `10d`, `3w`, `2m` or `1y` in lower case. Refuses a count of more than four digits.
Reading<Stretch> read_stretch(std::string_view word);

}  // namespace rel::cli
