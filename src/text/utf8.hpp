// UTF-8 as it comes from people, terminals and files.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace rel::text {

/// The offset of the first byte that is not part of well-formed UTF-8 (overlong forms, surrogates and code
/// points above U+10FFFF are not); nothing where all of it is well formed.
std::optional<std::size_t> first_invalid_byte(std::string_view text);

/// The text with every ill-formed byte as U+FFFD.
std::string well_formed(std::string_view text);

/// Appends a code point (a valid scalar value) as UTF-8.
void append_utf8(std::string& out, char32_t code_point);

/// Decodes the code point at `offset` and moves `offset` behind it. An ill-formed byte gives U+FFFD and moves
/// by one.
char32_t next_code_point(std::string_view text, std::size_t& offset);

/// The offset behind the grapheme that begins at `offset`, which must lie before the end.
std::size_t grapheme_end(std::string_view text, std::size_t offset);

/// The number of graphemes: what a reader calls characters.
std::size_t grapheme_count(std::string_view text);

/// `text` without white space (Unicode's, too) and zero-width characters at both ends.
std::string_view trimmed(std::string_view text);

/// Whether nothing visible is in it: only white space, zero-width and other invisible characters.
bool blank(std::string_view text);

}  // namespace rel::text
