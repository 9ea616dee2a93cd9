// Days in figures whose order nobody says: 03/04/2026.
#pragma once

#include <array>
#include <optional>
#include <string_view>

#include "rel/day.hpp"

namespace rel::formats {

/// In what order a file writes day, month and year.
enum class DayOrder { dmy, mdy, ymd };

/// `dmy`, `mdy` or `ymd`; nothing for any other word.
std::optional<DayOrder> day_order_from(std::string_view word);

/// A day as it stands in a file: three numbers in its order.
struct WrittenDay {
  std::array<int, 3> numbers{};
  bool year_first = false;  ///< the first has four figures
  char separator = '/';
};

/// Reads `02/11/2018`, `2.11.18`, `2018-11-02` or `2. 11. 2018` from the front of `text` and takes it away;
/// nothing for any other text, which stays as it is.
std::optional<WrittenDay> take_written_day(std::string_view& text);

/// The day in that order; years of two figures are those from 1970 to 2069. Nothing where no calendar has it.
std::optional<Day> day_in_order(const WrittenDay& written, DayOrder order);

/// Gathers what the days of one file say about their order.
class DayOrderEvidence {
 public:
  void see(const WrittenDay& day);

  /// The only order in which every day exists; with dots it is the day that comes first. Nothing where
  /// several are left, or none.
  std::optional<DayOrder> order() const;
  /// Whether every day exists in this order.
  bool fits(DayOrder order) const { return possible_[static_cast<std::size_t>(order)]; }

 private:
  std::array<bool, 3> possible_ = {true, true, true};
};

}  // namespace rel::formats
