// What single words of a log line, or several together, are: a channel, a depth, a duration, a date, a mark.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <variant>
#include <vector>

#include "cli/dates.hpp"
#include "rel/vocabulary.hpp"

namespace rel::cli {

/// Words that say what became of a contact, as the options do.
enum class LogMark { tried, voicemail, missed, owe };

/// What the words at the front of others are.
struct LogPiece {
  std::variant<Channel, Depth, int, Moment, LogMark, Refused> value;  ///< int: minutes
  std::size_t words = 0;                                              ///< how many words it takes
};

/// The longest piece at the front; of two as long the channel comes first, then the depth, the duration and
/// the date. `behind_channel`: a number alone is minutes there. Nothing where no piece begins the words.
std::optional<LogPiece> piece_at_front(std::span<const std::string> words, bool behind_channel,
                                       const Now& now);

/// The pieces that a text consists of, one after the other; empty unless it does so wholly.
std::vector<LogPiece> pieces_of(std::span<const std::string> words, bool behind_channel, const Now& now);

}  // namespace rel::cli
