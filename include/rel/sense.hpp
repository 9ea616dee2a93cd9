// Whether an entry makes sense. The program writes none that does not; the model computes with any.
#pragma once

#include <optional>
#include <string>

#include "rel/entries.hpp"

namespace rel {

/// Why an entry makes no sense, and what to say instead (may be empty); both for people.
struct Contradiction {
  std::string why;
  std::string instead;
  bool operator==(const Contradiction&) const = default;
};

/// What is wrong with an entry that is written on `today`; std::nullopt if it makes sense.
std::optional<Contradiction> contradiction(const Contact& contact, Day today);
std::optional<Contradiction> contradiction(const Remark& remark, Day today);
std::optional<Contradiction> contradiction(const Promise& promise, Day today);
std::optional<Contradiction> contradiction(const Snooze& snooze, Day today);

}  // namespace rel
