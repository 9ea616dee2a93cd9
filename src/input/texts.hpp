// What people may type as a name, a note or a tag: checked once, in one place.
#pragma once

#include <string>
#include <string_view>

namespace rel::commands {

/// Checks a name, alias or tag and returns it without blanks around it. Throws UsageError for text that is
/// empty, not UTF-8, longer than 200 characters, or holds control characters; `what` says what it was to be.
std::string require_name(const std::string& text, std::string_view what);

/// Checks a note or a remark (at most 1 MiB) and returns it without blanks around it. Line breaks and escapes
/// are kept as they are. Throws UsageError for text that is empty, not UTF-8, too long, or holds a NUL byte.
std::string require_note(const std::string& text, std::string_view what);

/// Checks an e-mail address or a phone number as loosely as address books do.
std::string require_email(const std::string& text);
std::string require_phone(const std::string& text);

}  // namespace rel::commands
