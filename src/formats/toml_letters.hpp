// What the TOML parser is given in the place of letters beyond ASCII. Outside of quotes, and in some places
// within, toml++ 3.3 asks of every such letter whether it is white space, and reaches code that its authors
// hold for unreachable (a key `größe`; `4:'é`). Of letters above U+FEFF it does not ask.
#pragma once

#include <string>
#include <string_view>

namespace rel::formats {

/// UTF-8 with every letter from U+0080 to U+FEFF moved up to a plane where Unicode has none.
std::string letters_away(std::string_view text);

/// The same with its letters back in their places.
std::string letters_back(std::string_view text);

}  // namespace rel::formats
