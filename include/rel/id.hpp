// How ids look to people: 13 characters, the quickest-changing bits first, so that a few of them are enough
// to type.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "rel/person.hpp"

namespace rel {

/// Characters of a whole id.
inline constexpr int id_length = 13;
/// Characters of the shortest beginning that is shown.
inline constexpr int shortest_id = 4;

/// All 13 characters: a digit 2–9 for the lowest three bits, then base 32 upwards. `id` is not negative.
std::string id_text(Id id);

/// The beginning of an id: the lowest bits of every id that begins so.
struct IdBeginning {
  std::int64_t bits = 0;
  std::int64_t mask = 0;  ///< which bits are known
};

/// Reads 1 to 13 characters (in any case) as the beginning of an id; nothing where they can't be one.
std::optional<IdBeginning> id_beginning(std::string_view text);

}  // namespace rel
