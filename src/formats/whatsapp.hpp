// A chat that WhatsApp exported as text, in any of its layouts. Of a message only who and when is kept.
#pragma once

#include <cstddef>
#include <cstdint>
#include <iosfwd>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "formats/day_order.hpp"

namespace rel::formats {

/// A message; its text was never kept.
struct WhatsAppMessage {
  WrittenDay day;
  std::int16_t minute = 0;   ///< since midnight
  std::uint32_t sender = 0;  ///< a place among the senders
};

/// A chat, in the order of the file.
struct WhatsAppChat {
  std::vector<std::string> senders;  ///< as the user's telephone calls them: names, or numbers
  std::vector<WhatsAppMessage> messages;
  DayOrderEvidence evidence;
};

/// Whether the bytes begin with a message, or with what WhatsApp says by itself.
bool looks_like_whatsapp(std::string_view beginning);

/// Reads a chat. Lines that begin no message belong to the one before, and are passed over.
WhatsAppChat read_whatsapp(std::istream& in);

/// How the chat writes its days: settled by days that exist in one order only, else because in one order
/// only its messages follow each other and lie before `latest`. Nothing where both would do, or neither.
std::optional<DayOrder> order_of_days(const WhatsAppChat& chat, Day latest);

}  // namespace rel::formats
