// Folding: the form of a text in which case, accents and compatibility variants make no difference.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace rel::text {

/// The folded form: compatibility-decomposed, case-folded, marks and invisible characters removed, and the
/// letters that have no decomposition written in ASCII (ł ø đ æ œ ß ı ð þ ħ ŋ …). `Zoë`, `ZOE` and `zoe` are
/// one; so are NFC and NFD. Punctuation and white space stay as they are.
std::string fold(std::string_view text);

/// The folded form for names: folded, apostrophes dropped, every other run of white space and punctuation one
/// blank, none at the ends. `Jean-Luc  O'Brien` gives `jean luc obrien`.
std::string fold_name(std::string_view name);

/// The words of a text folded by fold_name.
std::vector<std::string> words(std::string_view folded_name);

/// Every proper ending of `word` that begins at a Han, kana or Hangul character: any part of such a name can
/// be typed. `王小明` gives `小明` and `明`; a word in another script gives none.
std::vector<std::string> inner_parts(std::string_view word);

/// The handle that a name makes: its ASCII letters and digits after folding, words joined by `-`; `p-` before
/// one that does not begin with a letter; empty where nothing is left.
std::string handle_from_name(std::string_view name);

}  // namespace rel::text
