// Limits for entries. The program keeps them whatever it reads; the model computes with any values in them.
#pragma once

#include <cstddef>

namespace rel {

constexpr std::size_t longest_name = 200;  ///< graphemes, of names, aliases, tags and names of days
constexpr std::size_t longest_name_bytes = 16 * 1024;  ///< of the same: a grapheme may have many marks
constexpr std::size_t longest_note = 1024 * 1024;      ///< bytes, of all other texts
constexpr int longest_target = 3650;                   ///< days, of Person::every_days
constexpr int longest_rule = 36500;                    ///< days, of TierRule::target_days and respond_days
constexpr int longest_minutes = 24 * 60;               ///< of a contact: a day
constexpr int most_others = 100'000;                   ///< people present who are not in the file
constexpr std::size_t most_intentions = 3;             ///< of a review

}  // namespace rel
