// Character sets: from the bytes that programs write to UTF-8.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace rel::formats {

/// The byte order mark of UTF-8.
inline constexpr std::string_view utf8_mark = "\xEF\xBB\xBF";

/// The whole of a UTF-16 file as UTF-8, where the bytes are one: told by a byte order mark, or by the zero
/// bytes of its first two characters. Unpaired surrogates become U+FFFD. Nothing for every other file.
std::optional<std::string> utf16_file_as_utf8(std::string_view bytes);

/// The bytes as UTF-8. `charset` is what the file claims and may be empty or unknown: UTF-8 then. Where the
/// bytes do not fit the claim they are taken as UTF-8 if they are that, else as CP1252, which never fails.
std::string to_utf8(std::string_view bytes, std::string_view charset);

}  // namespace rel::formats
