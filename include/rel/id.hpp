// Ids as text: 13 characters, the lowest bits first, so that mostly the first four are enough.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "rel/person.hpp"

namespace rel {

/// Characters of a whole id.
inline constexpr int id_length = 13;
/// Characters of the shortest beginning that the program shows.
inline constexpr int shortest_id = 4;

/// All 13 characters: a digit 2–9 for the lowest three bits, then base 32 upwards. `id` is not negative.
std::string id_text(Id id);

/// The beginning of an id: every id with these lowest bits, `(id & mask) == bits`.
struct IdBeginning {
  std::int64_t bits = 0;
  std::int64_t mask = 0;  ///< which bits are known
};

/// Reads 1 to 13 characters (in any case) as the beginning of an id; std::nullopt if no id
/// begins so.
std::optional<IdBeginning> id_beginning(std::string_view text);

}  // namespace rel
