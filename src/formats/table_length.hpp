// Lengths of conversations as tables write them.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace rel::formats {

/// Seconds of a length that says its unit: `0:03:12` (hours, minutes, seconds), `192s`, `192 sec`, `0.5h`,
/// `1.5 hours`. Nothing for any other text, and for more than a week.
std::optional<int> seconds_from(std::string_view text);

/// Whole minutes, rounded; at least 1 where there was anything.
int minutes_of(int seconds);

/// The numbers without a unit in a column of minutes, which may have been meant as seconds.
class BareLengths {
 public:
  void see(int number);
  /// Whether the median is over 180: three hours, more often than not, is no call.
  bool look_like_seconds() const { return 2 * long_ > all_; }

 private:
  std::size_t all_ = 0;
  std::size_t long_ = 0;
};

}  // namespace rel::formats
