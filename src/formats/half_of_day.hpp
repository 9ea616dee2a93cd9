// Which half of the day a time of twelve hours means, from the words beside it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "formats/day_order.hpp"

namespace rel::formats {

/// Gathers the times of one chat with the words around them, and says which hours they are. Words that no
/// list has are told from what follows what.
class HalvesOfDay {
 public:
  /// `words` are what stands around times: before and behind, parted by a line break.
  explicit HalvesOfDay(const std::vector<std::string>& words);

  void see(std::uint32_t words, int hour, const WrittenDay& day, int minute);
  /// Call once all were seen.
  void settle();

  /// The hour of the day of an hour with these words.
  int hour(std::uint32_t words, int hour) const;
  bool guessed() const { return guessed_; }
  /// Whether the words are of a language that writes the year first.
  bool year_comes_first(std::uint32_t words) const { return of_[words].year_first; }

 private:
  struct Words {
    std::uint32_t hours = 0;  // of the day; 0 where no list has the words
    std::size_t seen = 0;
    bool year_first = false;
    bool beyond_twelve = false;  // they stand beside hours of twenty-four, and say nothing
  };
  struct Seen {
    std::uint32_t words;
    int hour;
    WrittenDay day;
    int minute;
  };

  std::size_t steps_back(std::uint32_t morning, std::uint32_t afternoon) const;

  std::vector<Words> of_;
  std::vector<Seen> seen_;  // while some have unknown words
  bool of_twelve_ = true;
  bool guessed_ = false;
};

}  // namespace rel::formats
