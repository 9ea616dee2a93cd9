#include "text/letters.hpp"

#include <algorithm>
#include <array>

namespace rel::text {
namespace {

struct Spelling {
  char32_t letter;
  std::string_view ascii;
};

// Case-folded Latin letters that Unicode does not decompose, as passports and CLDR's Latin-ASCII spell them.
constexpr auto kSpellings = std::to_array<Spelling>({
    {U'æ', "ae"}, {U'ð', "d"}, {U'ø', "o"},  {U'þ', "th"}, {U'đ', "d"}, {U'ħ', "h"}, {U'ı', "i"}, {U'ĸ', "q"},
    {U'ł', "l"},  {U'ŋ', "n"}, {U'œ', "oe"}, {U'ŧ', "t"},  {U'ƀ', "b"}, {U'ƒ', "f"}, {U'ƙ', "k"}, {U'ƚ', "l"},
    {U'ƥ', "p"},  {U'ƭ', "t"}, {U'ƴ', "y"},  {U'ƶ', "z"},  {U'ǝ', "e"}, {U'ǥ', "g"}, {U'ȥ', "z"}, {U'ȷ', "j"},
    {U'ȼ', "c"},  {U'ɇ', "e"}, {U'ɉ', "j"},  {U'ɍ', "r"},  {U'ɏ', "y"}, {U'ɓ', "b"}, {U'ɔ', "o"}, {U'ɖ', "d"},
    {U'ɗ', "d"},  {U'ə', "e"}, {U'ɛ', "e"},  {U'ɠ', "g"},  {U'ɨ', "i"}, {U'ɲ', "n"}, {U'ʈ', "t"}, {U'ʉ', "u"},
    {U'ʋ', "v"},  {U'ʒ', "z"}, {U'ⱥ', "a"},  {U'ⱦ', "t"},
});
static_assert(std::ranges::is_sorted(kSpellings, {}, &Spelling::letter));

struct Range {
  char32_t first;
  char32_t last;
};

constexpr auto kUnspacedScripts = std::to_array<Range>({
    {0x1100, 0x115F},    // Hangul leading consonants
    {0x2E80, 0x2FDF},    // radicals
    {0x3005, 0x3007},    // 々 〆 〇
    {0x3021, 0x3029},    // numerals
    {0x3041, 0x30FF},    // hiragana, katakana
    {0x3131, 0x318E},    // Hangul compatibility jamo
    {0x31F0, 0x31FF},    // katakana extensions
    {0x3400, 0x4DBF},    // Han
    {0x4E00, 0x9FFF},    // Han
    {0xAC00, 0xD7A3},    // Hangul syllables
    {0xF900, 0xFAFF},    // Han, compatibility
    {0xFF66, 0xFF9D},    // katakana, half width
    {0x1AFF0, 0x1B16F},  // kana, supplements
    {0x20000, 0x3FFFD},  // Han, planes 2 and 3
});

}  // namespace

std::string_view ascii_spelling(char32_t letter) {
  const auto* spelling = std::ranges::lower_bound(kSpellings, letter, {}, &Spelling::letter);
  if (spelling == kSpellings.end() || spelling->letter != letter) return {};
  return spelling->ascii;
}

bool is_unspaced_letter(char32_t code_point) {
  return std::ranges::any_of(kUnspacedScripts, [code_point](const Range& range) {
    return code_point >= range.first && code_point <= range.last;
  });
}

}  // namespace rel::text
