// The text values of vCard: escapes, lists, addresses written as URIs.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace rel::formats {

/// The text with `\n`, `\,`, `\;`, `\:` and `\\` undone; every other backslash stays.
std::string unescaped(std::string_view text);

/// A value from a text: `,`, `;`, `\` and line breaks escaped, so that unescaped() gives it back (but every
/// line break as `\n`, and bytes that are no UTF-8 as U+FFFD).
std::string escaped(std::string_view text);

/// The parts between the separators that no backslash stands before, still escaped. Never empty.
std::vector<std::string_view> split_unescaped(std::string_view text, char separator);

/// One line for a name: every run of blanks and white-space controls one blank, none at the ends. Other
/// control characters stay.
std::string single_line(std::string_view text);

/// What stands behind a scheme like `mailto:`, with percent escapes decoded unless bytes come out that no
/// text has; a text without that scheme as it is.
std::string without_scheme(std::string_view text, std::string_view scheme);

/// Two spellings of one telephone number have the same key: digits, letters, `+`, `*` and `#` are what
/// counts.
std::string phone_spelling(std::string_view phone);

}  // namespace rel::formats
