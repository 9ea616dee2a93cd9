// What was typed, as messages name it.
#pragma once

#include <string>
#include <string_view>

#include "text/terminal.hpp"

namespace rel::cli {

using text::named;

/// An option with the value given to it: `--every 0d`; the option alone where the value is empty.
std::string named(std::string_view option, std::string_view value);

/// The text as one word of a shell's command line, in quotes where it needs them.
std::string shell_word(std::string_view text);

/// An option as it is typed: `--tier`; `-n` for the one that nobody writes in full.
std::string option_name(std::string_view option);

}  // namespace rel::cli
