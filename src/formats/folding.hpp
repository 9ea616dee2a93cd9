// Folding: long content lines are broken into several, each but the first one beginning with a blank or a
// tab. It is undone on bytes, because programs fold inside characters.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace rel::formats {

/// The length of the line end at `offset`: CRLF, LF or CR, and CR CR LF, which is CRLF written by a program
/// in text mode. 0 where there is none.
std::size_t break_length(std::string_view text, std::size_t offset);

/// The length of the fold at `offset`: a line end and the one blank or tab after it, if any. 0 where there is
/// none.
std::size_t fold_length(std::string_view text, std::size_t offset);

/// Whether a line of quoted-printable goes on in the next one: an `=` at its end, with blanks behind it or
/// not.
bool ends_with_soft_break(std::string_view line);

/// The text without its folds.
std::string unfolded(std::string_view folded);

/// Quoted-printable without its folds and its soft line breaks. A blank after a soft line break is taken as a
/// fold, too: programs that fold what they have broken already are more than those that leave a blank there
/// as it is.
std::string unfolded_quoted_printable(std::string_view folded);

/// A content line as it stands in a file: in lines of at most 75 bytes, none of which ends inside a
/// character, each ended by CRLF. `line` is valid UTF-8 without line breaks.
std::string folded(std::string_view line);

}  // namespace rel::formats
