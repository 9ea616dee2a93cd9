// result.json: what Telegram exports, one chat or all of them. Of a message only who and when is kept.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <iosfwd>
#include <optional>
#include <string>
#include <string_view>

#include "formats/problem.hpp"
#include "rel/day.hpp"

namespace rel::formats {

/// A message and the chat that it stands in.
struct TelegramMessage {
  std::size_t line = 0;
  std::string chat;       ///< the name of the chat: in a personal one, the other person's
  std::string chat_type;  ///< `personal_chat`, `private_group`, …
  bool theirs = false;    ///< by the other person of a personal chat
  bool call = false;      ///< a call: how long, 0 where nobody talked
  std::int64_t seconds = 0;
  std::optional<std::int64_t> at;  ///< in seconds since 1970
  std::optional<Moment> civil;     ///< as the exporting computer's clock had it
};

/// Someone of the address book that a full export holds.
struct TelegramContact {
  std::string name;
  std::string phone;
};

/// Who takes what is read. What they throw comes through.
struct TelegramTakers {
  std::function<void(const TelegramContact&)> contact;
  std::function<void(const TelegramMessage&)> message;
};

/// Whether the bytes look like an export of either kind.
bool looks_like_telegram(std::string_view beginning);

/// Reads an export to its end, one message at a time. Returns why the reading ended where it is no JSON.
std::optional<Problem> read_telegram(std::istream& in, const TelegramTakers& takers);

}  // namespace rel::formats
