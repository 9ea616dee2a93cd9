// Any text on one line, as a line that is read back trimmed can hold it.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace rel::text {

/// Whether a line changes the text: control characters, ill-formed bytes, or white space and invisible
/// characters at its ends. `lines` says that line breaks within it are no matter.
bool changes_on_a_line(std::string_view text, bool lines = false);

/// The text with all of these, and backslashes, written as `\n`, `\t`, `\\`, `\u{9b}` or, for an ill-formed
/// byte, `\x{ff}`. `lines` leaves line breaks within it.
std::string escaped_line(std::string_view text, bool lines = false);

/// The text that was written so; nothing where a backslash begins none of these.
std::optional<std::string> unescaped_line(std::string_view line);

}  // namespace rel::text
