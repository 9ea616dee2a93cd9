#include "formats/vcard_values.hpp"

#include <algorithm>

#include "formats/ascii.hpp"
#include "text/utf8.hpp"

namespace rel::formats {
namespace {

bool breaks_line(char32_t c) {
  return (c >= 0x09 && c <= 0x0D) || c == 0x85 || c == 0x2028 || c == 0x2029;
}

std::string percent_decoded(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool escape =
        text[i] == '%' && i + 2 < text.size() && hex_value(text[i + 1]) >= 0 && hex_value(text[i + 2]) >= 0;
    out += escape ? static_cast<char>(hex_value(text[i + 1]) * 16 + hex_value(text[i + 2])) : text[i];
    if (escape) i += 2;
  }
  return out;
}

}  // namespace

std::string unescaped(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char next = text[i] == '\\' && i + 1 < text.size() ? text[i + 1] : '\0';
    const bool line_break = next == 'n' || next == 'N';
    const bool escape = line_break || next == ',' || next == ';' || next == ':' || next == '\\';
    out += line_break ? '\n' : escape ? next : text[i];
    if (escape) ++i;
  }
  return out;
}

std::string escaped(std::string_view value) {
  const std::string text = text::well_formed(value);
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (c == '\r' && text.compare(i + 1, 1, "\n") == 0) continue;
    if (c == '\r' || c == '\n') {
      out += "\\n";
      continue;
    }
    if (c == ',' || c == ';' || c == '\\') out += '\\';
    out += c;
  }
  return out;
}

std::vector<std::string_view> split_unescaped(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  std::size_t begin = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\\')
      ++i;
    else if (text[i] == separator) {
      parts.push_back(text.substr(begin, i - begin));
      begin = i + 1;
    }
  }
  parts.push_back(text.substr(begin));
  return parts;
}

std::string single_line(std::string_view text) {
  const std::string_view inner = text::trimmed(text);
  std::string out;
  out.reserve(inner.size());
  bool in_blanks = false;
  for (std::size_t at = 0; at < inner.size();) {
    const std::size_t begin = at;
    const char32_t c = text::next_code_point(inner, at);
    const bool blank = c == U' ' || breaks_line(c);
    if (!blank)
      out += inner.substr(begin, at - begin);
    else if (!in_blanks)
      out += ' ';
    in_blanks = blank;
  }
  return out;
}

std::string without_scheme(std::string_view text, std::string_view scheme) {
  if (!same_word(text.substr(0, scheme.size()), scheme)) return std::string(text);
  const std::string_view address = text.substr(scheme.size());
  std::string decoded = percent_decoded(address);
  const bool sound = decoded.find('\0') == std::string::npos && !text::first_invalid_byte(decoded);
  return sound ? decoded : std::string(address);
}

std::string phone_spelling(std::string_view phone) {
  std::string key;
  std::ranges::copy_if(phone, std::back_inserter(key), [](char c) {
    return is_digit(c) || is_letter(c) || c == '+' || c == '*' || c == '#';
  });
  return key.empty() ? std::string(phone) : upper(key);
}

}  // namespace rel::formats
