// Calls as chats write them among their messages: `Voice call, 45 min`, `Missed video call`.
#pragma once

#include <optional>
#include <string_view>

namespace rel::formats {

struct ChatCall {
  bool video = false;
  bool missed = false;  ///< nobody talked: missed, declined, without an answer
  int seconds = 0;      ///< 0 where it does not say
};

/// The call that a message stands for, in any of many languages. `by_program` says that the program wrote it
/// and not a person; else it is one only where nothing but a call stands there. Nothing for other messages.
std::optional<ChatCall> chat_call(std::string_view text, bool by_program);

/// Whether what a chat program says by itself speaks of a group.
bool speaks_of_a_group(std::string_view text);

}  // namespace rel::formats
