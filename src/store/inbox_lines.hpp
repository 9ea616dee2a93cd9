// The lines that were taken in from elsewhere: each is known by its text and the how many-eth of its file it
// was.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "store/change.hpp"

namespace rel::store {

/// A number made of a line, which tells nothing of what it says.
using LineKey = std::int64_t;

/// What a line is known by.
LineKey key_of_line(std::string_view text, int occurrence);

/// The day on which it was taken in; std::nullopt where it never was.
std::optional<Day> taken_in(const Reader& reader, LineKey key);

/// From now on it is known.
void take_in(Change& change, LineKey key, Day on);

}  // namespace rel::store
