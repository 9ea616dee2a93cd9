// The lines that were taken in from elsewhere: each is known by its text and the how many-eth of its file it
// was.
#pragma once

#include <optional>
#include <string_view>

#include "store/bytes.hpp"
#include "store/change.hpp"

namespace rel::store {

/// What a line is known by. It tells nothing of what the line says.
Bytes key_of_line(std::string_view text, int occurrence);

/// The day on which it was taken in; std::nullopt where it never was.
std::optional<Day> taken_in(const Reader& reader, const Bytes& key);

/// From now on it is known.
void take_in(Change& change, const Bytes& key, Day on);

}  // namespace rel::store
