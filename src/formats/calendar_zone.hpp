// Time zones that a calendar brings along (VTIMEZONE), before anything reckons with them.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace rel::formats {

/// The same zone with nothing in it but when which offset begins, and yearly rules that come to pass. Nothing
/// where it has anything else to reckon with, or more parts (summer, winter, one of history) than are left of
/// `parts_left`, from which its own are taken.
std::optional<std::string> plain_zone(std::string_view zone, std::size_t& parts_left);

}  // namespace rel::formats
