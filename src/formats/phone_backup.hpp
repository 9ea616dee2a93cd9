// The files of "SMS Backup & Restore": calls-….xml and sms-….xml. Of messages nothing is read but who and
// when.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <iosfwd>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "formats/problem.hpp"
#include "rel/day.hpp"

namespace rel::formats {

/// What became of a call.
enum class CallType { incoming, outgoing, missed, voicemail, rejected, blocked, elsewhere, other };

/// A call of the log.
struct PhoneCall {
  std::size_t line = 0;
  std::string number;             ///< as the phone has it; empty where it was hidden
  std::int64_t at_ms = 0;         ///< when it began, in milliseconds since 1970
  std::optional<Moment> civil{};  ///< the same as the telephone's clock had it, where the log has only that
  std::int64_t seconds = 0;       ///< how long it was connected
  CallType type = CallType::other;
};

/// A message that was sent or received.
struct PhoneMessage {
  std::size_t line = 0;
  std::vector<std::string> numbers;  ///< the other people's: one, or several in a group; none where hidden
  std::int64_t at_ms = 0;
  std::optional<Moment> civil{};  ///< the same as the telephone's clock had it, where the log has only that
  bool mine = false;              ///< sent by the user
  bool draft = false;             ///< never left
};

/// Who takes what a backup holds; what nobody takes is passed over. What they throw comes through.
struct PhoneTakers {
  std::function<void(const PhoneCall&)> call;
  std::function<void(const PhoneMessage&)> message;
  /// An entry that can't be taken. The next one is read.
  std::function<void(const Problem&)> problem;
};

/// Whether the bytes look like the beginning of a backup of calls, or of messages.
bool looks_like_calls(std::string_view beginning);
bool looks_like_messages(std::string_view beginning);

/// Reads a backup of either kind to its end. Returns
/// why the reading ended where the file as a whole is wrong; nothing where it was read to its end.
std::optional<Problem> read_phone_backup(std::istream& in, const PhoneTakers& takers);

}  // namespace rel::formats
