// What single letters are that folding has to know and utf8proc does not tell.
#pragma once

#include <string_view>

namespace rel::text {

/// How a case-folded Latin letter that Unicode does not decompose is written in ASCII; empty for every other
/// character.
std::string_view ascii_spelling(char32_t letter);

/// Whether the character is Han, kana or Hangul: scripts whose names are not written as words with blanks
/// between. Of the Hangul jamo only those that begin a syllable.
bool is_unspaced_letter(char32_t code_point);

}  // namespace rel::text
