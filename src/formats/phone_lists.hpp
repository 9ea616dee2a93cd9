// Logs of calls and messages as JSON: of Fossify and Simple Mobile Tools, of SMS Import / Export, and of
// termux-call-log and termux-sms-list. Of messages nothing is read but who and when.
#pragma once

#include "formats/phone_backup.hpp"

namespace rel::formats {

bool looks_like_call_list(std::string_view beginning);
bool looks_like_message_list(std::string_view beginning);

/// Reads either kind to its end, as read_phone_backup does.
std::optional<Problem> read_phone_lists(std::istream& in, const PhoneTakers& takers);

}  // namespace rel::formats
