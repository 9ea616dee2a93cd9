// Quoted-printable (RFC 2045): bytes written as `=C3`.
#pragma once

#include <string>
#include <string_view>

namespace rel::formats {

/// The bytes that a quoted-printable text stands for. Its soft line breaks are gone already: unfolding takes
/// them. An `=` that no two hexadecimal digits follow stands for itself.
std::string decode_quoted_printable(std::string_view text);

}  // namespace rel::formats
