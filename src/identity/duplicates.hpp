// Who may be in the file twice.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "rel/person.hpp"

namespace rel::commands {

/// Why two records may be one person, the surest reason first.
enum class Likeness { phone, email, name, near_name };

/// The word of the JSON: `phone`, `email`, `name`, `near-name`.
std::string_view word(Likeness likeness);

/// Two records that may be one person, as places in the list of people.
struct Duplicate {
  std::size_t keep = 0;  ///< the one in a tier, in use, or there for longer
  std::size_t other = 0;
  Likeness why = Likeness::phone;
  bool operator==(const Duplicate&) const = default;
};

/// Pairs of people with the same number (its last eight digits), the same e-mail or the same name (its words
/// in any order; aliases, too), or whose names differ in one letter of one word. Each pair once, with its
/// surest reason. A number or an e-mail that more than four share is an office's and says nothing. Where many
/// share a name, each is paired with the foremost. The time grows with the letters of the names, not with the
/// pairs.
std::vector<Duplicate> likely_duplicates(const std::vector<Person>& people);

}  // namespace rel::commands
