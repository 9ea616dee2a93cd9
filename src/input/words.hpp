// The words of commands that take WHO and then a text or a date.
#pragma once

#include <string>

#include "invocation/invocation.hpp"

namespace rel::commands {

/// WHO, and the words behind it joined by blanks.
struct WhoAndText {
  std::string who;
  std::string text;
};

/// Reads them; a text of `-` is standard input. Throws UsageError where one is missing, asking `question`.
WhoAndText who_and_text(const Call& call, const std::string& question);

/// The words from `first` on, joined by blanks.
std::string joined_words(const Call& call, std::size_t first);

}  // namespace rel::commands
