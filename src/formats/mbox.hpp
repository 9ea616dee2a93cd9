// Mail as mbox files hold it, or one message a file (.eml, a maildir's, Apple's .emlx). Only who and when is
// read; of a message's text nothing is looked at.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <iosfwd>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rel::formats {

/// The head of a message.
struct MailHead {
  std::size_t line = 0;            ///< where the message begins, from 1
  std::string from;                ///< an address in lower case; empty where there is none
  std::vector<std::string> to;     ///< the addresses of To, Cc and Bcc, in lower case
  std::optional<std::int64_t> at;  ///< in seconds since 1970; nothing where no date in it can be read
  bool draft = false;              ///< it was never sent
  bool chat = false;               ///< a line of a chat that a mail program keeps
  bool list = false;               ///< it came by a mailing list, or to many
};

/// Whether the bytes begin as an mbox does (`From `, and header fields below it) or as one message.
bool looks_like_mbox(std::string_view beginning);

/// Hands over the head of every message, one at a time, in memory of fixed size.
void read_mbox(std::istream& in, const std::function<void(const MailHead&)>& take);

/// The addresses of a header field such as `"Lee, Ann" <ann@b.example>, bo@c.example (Bo)`, in lower case.
std::vector<std::string> addresses_in(std::string_view field);

/// A date as mail has it: `Fri, 2 Nov 2018 20:15:33 +0100`, in seconds since 1970; also without the weekday
/// or the seconds, with a year of two figures, and with the old names of zones. Nothing for every other text.
std::optional<std::int64_t> mail_date(std::string_view text);

/// The date of the line that begins a message in an mbox: `From ann@b.example Mon Nov  2 20:15:33 2026`, with
/// a zone before the year or behind it, or none, which is UTC.
std::optional<std::int64_t> envelope_date(std::string_view line);

}  // namespace rel::formats
