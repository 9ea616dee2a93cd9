// What stands before a message of a chat: a day, a time, and signs of any language around them.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "formats/day_order.hpp"

namespace rel::formats {

/// A line as it is compared: without directional marks, every blank a plain one, every digit an ASCII one.
/// Of a long line only the beginning.
std::string plain_line(std::string_view line);

/// The stamp of a line of plain_line.
struct ChatStamp {
  WrittenDay day;
  int hour = 0;  ///< as it is written: of twelve or of twenty-four
  int minute = 0;
  std::string before_time;  ///< what stands between day and time, and behind the time: words for a half of
  std::string after_time;   ///< the day among them
  std::string form;         ///< brackets, order, separators: lines of one program and telephone share it
  std::size_t length = 0;   ///< of all of it, in bytes
};

/// Reads the stamp at the front of a line, whatever its language: three numbers for a day and two or three
/// for a time, in either order, in brackets or before a dash. Nothing where there is none.
std::optional<ChatStamp> chat_stamp(std::string_view line);

}  // namespace rel::formats
