// Whether an entry makes sense: what every command that writes one holds to.
#pragma once

#include <optional>
#include <string>

#include "rel/entries.hpp"

namespace rel {

/// Why an entry can't be as it is said to be, and what to say instead (may be empty).
struct Contradiction {
  std::string why;
  std::string instead;
  bool operator==(const Contradiction&) const = default;
};

/// Nothing where the entry makes sense when it is written on `today`.
std::optional<Contradiction> contradiction(const Contact& contact, Day today);
std::optional<Contradiction> contradiction(const Remark& remark, Day today);
std::optional<Contradiction> contradiction(const Promise& promise, Day today);
std::optional<Contradiction> contradiction(const Snooze& snooze, Day today);

}  // namespace rel
