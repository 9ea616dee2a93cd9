// What a terminal may be given: width by grapheme, padding and cutting, and no control character from
// outside.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace rel::text {

/// Columns that the text takes on a terminal, by grapheme: 0, 1 or 2 each; 2 for CJK and for emoji, also in
/// ZWJ sequences, flags and with a variation selector.
int width(std::string_view text);

/// At most `columns` columns of the text; where it is cut, its last column is `…`.
std::string shortened(std::string_view text, int columns);

/// The text and blanks behind it up to `columns` columns; unchanged where it is wider.
std::string padded(std::string_view text, int columns);

/// Breaks a text into lines of at most `columns` columns, at white space where it can; line breaks of the
/// text stay. Never empty.
std::vector<std::string> wrapped(std::string_view text, int columns);

/// Whether a code point may not reach a terminal or a name: C0 and C1 controls, DEL, line and paragraph
/// separators, bidirectional controls.
bool is_control(char32_t code_point);

/// The text with every such character, and every ill-formed byte, written as `\u{9b}` (or `\x{ff}` for a
/// byte). A backslash stays as it is. `keep_line_breaks` leaves `\n` alone, for notes.
std::string escaped(std::string_view text, bool keep_line_breaks = false);

/// What somebody typed, for a message: escaped, at most 60 columns wide, and in quotes if there is nothing to
/// see, so that a message never begins with nothing.
std::string named(std::string_view typed);

/// Columns that the text takes when it is escaped.
int escaped_width(std::string_view text);

/// The same for one value of a TSV row: tab, line feed and backslash are `\t`, `\n` and `\\`.
std::string escaped_for_tsv(std::string_view text);

}  // namespace rel::text
