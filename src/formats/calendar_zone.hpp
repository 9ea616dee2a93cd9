// Time zones that a calendar brings along (VTIMEZONE), before anything reckons with them.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rel::formats {

/// The same zone with nothing in it but when which offset begins, and yearly rules that come to pass. Nothing
/// where it has anything else to reckon with, or more parts (summer, winter, one of history) than are left of
/// `parts_left`, from which its own are taken.
std::optional<std::string> plain_zone(std::string_view zone, std::size_t& parts_left);

/// What the tz database may call a zone that a calendar names so: itself, Windows' name for it (also with a
/// number behind it), or a path whose end is its name (`/mozilla.org/20070129_1/Europe/Berlin`).
std::vector<std::string> zone_spellings(std::string_view name);

}  // namespace rel::formats
