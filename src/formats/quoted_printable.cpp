#include "formats/quoted_printable.hpp"

#include "formats/ascii.hpp"

namespace rel::formats {
namespace {

bool escape_at(std::string_view text, std::size_t at) {
  return text[at] == '=' && at + 2 < text.size() && hex_value(text[at + 1]) >= 0 &&
         hex_value(text[at + 2]) >= 0;
}

}  // namespace

std::string decode_quoted_printable(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (!escape_at(text, i)) {
      out += text[i];
      continue;
    }
    out += static_cast<char>(hex_value(text[i + 1]) * 16 + hex_value(text[i + 2]));
    i += 2;
  }
  return out;
}

}  // namespace rel::formats
