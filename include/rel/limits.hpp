// How large what a user writes may be. What is typed, imported and read back from an archive keeps the same.
#pragma once

#include <cstddef>

namespace rel {

constexpr std::size_t longest_name = 200;  ///< graphemes, of names, aliases, tags and names of days
constexpr std::size_t longest_name_bytes = 16 * 1024;  ///< of these: a grapheme may have any number of marks
constexpr std::size_t longest_note = 1024 * 1024;      ///< bytes, of any other text
constexpr int longest_target = 3650;                   ///< days, of a cadence of one's own
constexpr int longest_rule = 36500;                    ///< days, of whatever a setting gives a tier
constexpr int longest_minutes = 24 * 60;               ///< of a talk: a day
constexpr int most_others = 100'000;                   ///< people present who are not in the file
constexpr std::size_t most_intentions = 3;             ///< of a review

}  // namespace rel
