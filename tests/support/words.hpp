// Command lines in tests.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace rel::test {

/// The words of a command line: blanks part them, single quotes hold them together.
inline std::vector<std::string> words_of(std::string_view line) {
  std::vector<std::string> words;
  bool quoted = false;
  bool in_word = false;
  for (const char c : line) {
    if (c == '\'') {
      quoted = !quoted;
      if (!in_word) words.emplace_back();
      in_word = true;
    } else if (c == ' ' && !quoted) {
      in_word = false;
    } else {
      if (!in_word) words.emplace_back();
      words.back() += c;
      in_word = true;
    }
  }
  return words;
}

}  // namespace rel::test
