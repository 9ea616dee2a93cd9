// A command line as bash holds it, and values written so that bash takes them as they are.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rel::cli {

enum class BashQuote { none, single, dual, ansi };  // nothing, '…', "…", $'…'

/// What is typed up to the cursor.
struct BashLine {
  /// Behind the command, without their quotes; the last as far as it is typed.
  std::vector<std::string> words;
  bool known = true;                  ///< false where bash puts something in its place: `$HOME`
  std::string before;                 ///< of the last word, what stays: bash completes what is behind it
  BashQuote quote = BashQuote::none;  ///< that which is open there
};

/// Reads a line up to the cursor, of which bash will replace the end, `replaced`. None where what would be
/// put there might not mean what it says: behind `;`, `>` or `$(`, or where bash sees other quotes than are
/// there.
std::optional<BashLine> read_bash_line(std::string_view line, std::string_view replaced);

/// What to hand to bash for values of the last word, none of which holds a control character: the value
/// behind `before`, quoted and with the quote that is open, so that it is nothing but text to bash.
std::vector<std::string> replies_to_bash(const BashLine& line, const std::vector<std::string>& values);

}  // namespace rel::cli
