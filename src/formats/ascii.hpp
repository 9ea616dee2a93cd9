// The helpers of text/ascii.hpp by their names alone.
#pragma once

#include "text/ascii.hpp"

namespace rel::formats {

using text::all_digits;
using text::hex_value;
using text::is_digit;
using text::is_letter;
using text::lower;
using text::same_word;
using text::stripped;
using text::take;
using text::upper;

}  // namespace rel::formats
