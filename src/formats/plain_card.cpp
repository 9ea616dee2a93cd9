#include "formats/plain_card.hpp"

#include "text/joined.hpp"

namespace rel::formats {
namespace {

/// The text as the value of a content line.
std::string escaped_in_one_line(std::string_view text) {
  std::string value;
  for (const char c : text) {
    if (c == '\\' || c == ',' || c == ';') value += '\\';
    value += c == '\n' || c == '\r' ? ' ' : c;
  }
  return value;
}

}  // namespace

void PlainCard::put_escaped(std::string_view property, const std::string& value) {
  const bool name = property != "CATEGORIES";
  named_ = named_ || (name && value.find_first_not_of(" ;") != std::string::npos);
  builder_.take({.name = std::string(property), .folded_value = value});
}

void PlainCard::put(std::string_view property, std::string_view value) {
  put_escaped(property, escaped_in_one_line(value));
}

void PlainCard::put_silent_number(std::string_view value) {
  builder_.take({.name = "TEL", .parameters = {{"TYPE", "FAX"}}, .folded_value = escaped_in_one_line(value)});
}

void PlainCard::put_town(std::string_view town) {
  builder_.take({.name = "ADR", .folded_value = ";;;" + escaped_in_one_line(town)});
}

void PlainCard::put_name(const std::array<std::string, 5>& parts) {
  put_escaped("N", text::joined(parts, ";", escaped_in_one_line));
}

}  // namespace rel::formats
