// Points in time as the user's clock shows them.
#pragma once

#include <cstdint>
#include <string>

namespace rel::commands {

/// `2026-11-21T09:00`: milliseconds since 1970 in the local zone (TZ).
std::string local_time(std::int64_t at_ms);

}  // namespace rel::commands
