// Time zones by the names that Windows gives them.
#pragma once

#include <string_view>

namespace rel::formats {

/// The zone of the tz database that Windows calls so (`W. Europe Standard Time`); null for every other name.
const char* zone_of_windows(std::string_view name);

}  // namespace rel::formats
