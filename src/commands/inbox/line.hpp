// A line as phones write it: which words it has.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace rel::commands {

/// A word of a line. What stands in quotation marks, straight or curved, at the beginning of a word is one
/// word; an apostrophe is a letter.
struct LineWord {
  std::string text;  ///< without the marks
  std::size_t begin = 0;
  bool quoted = false;
};

std::vector<LineWord> words_of_line(std::string_view line);

}  // namespace rel::commands
