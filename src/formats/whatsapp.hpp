// A chat that WhatsApp exported as text, on any telephone and in any language. Of a message only who and when
// is kept.
#pragma once

#include <cstddef>
#include <cstdint>
#include <iosfwd>
#include <string>
#include <string_view>
#include <vector>

#include "formats/chat_call.hpp"
#include "formats/day_order.hpp"

namespace rel::formats {

/// A message; its text was never kept.
struct WhatsAppMessage {
  WrittenDay day;
  std::int16_t minute = 0;   ///< since midnight
  std::uint32_t sender = 0;  ///< a place among the senders
  bool notice = false;       ///< the program speaks, in the sender's name
  std::optional<ChatCall> call;
};

/// A sender, as the user's telephone calls them: a name, or a number.
struct WhatsAppSender {
  std::string name;
  bool wrote = false;          ///< anything that may be their own
  bool signs_notices = false;  ///< what the program says by itself stands under this name
};

/// A chat, in the order of the file.
struct WhatsAppChat {
  std::vector<WhatsAppSender> senders;
  std::vector<WhatsAppMessage> messages;
  bool group = false;              ///< the program speaks of a group in it
  bool half_days_guessed = false;  ///< which half of a day its words mean was told from what follows what
  bool year_last = true;           ///< nothing in it is written as where the year comes first
  std::size_t other_lines = 0;     ///< that look like messages, of another form than the file's own
};

/// Whether the bytes begin with a message, or with what WhatsApp says by itself.
bool looks_like_whatsapp(std::string_view beginning);

/// Reads a chat. Its form is the one that most lines share; other lines belong to the message before.
WhatsAppChat read_whatsapp(std::istream& in);

/// How a chat writes its days.
struct ChatDays {
  DayOrder order = DayOrder::dmy;
  int years_ahead = 0;  ///< of its calendar: 543 where years are Buddhist
};

/// The only way in which its days exist, lie before `latest` and follow each other; nothing where several
/// would do, or none.
std::optional<ChatDays> days_of(const WhatsAppChat& chat, Day latest);

/// The day of a message.
std::optional<Day> day_in(const WrittenDay& written, const ChatDays& days);

}  // namespace rel::formats
