#include "formats/xml_repair.hpp"

#include <algorithm>
#include <charconv>
#include <optional>
#include <utility>

#include "formats/ascii.hpp"

namespace rel::formats {
namespace {

constexpr std::size_t longest_attribute = 64 * 1024;
constexpr std::size_t longest_tag = 1024 * 1024;  // of what is copied
constexpr std::size_t longest_reference = 12;     // &#x0010FFFF;
constexpr std::string_view unknown_character = "&#65533;";

/// The number of `&#55357;` or `&#xD83D;`; nothing for every other text.
std::optional<char32_t> referenced_number(std::string_view reference) {
  if (!reference.starts_with("&#") || !reference.ends_with(';')) return std::nullopt;
  std::string_view digits = reference.substr(2, reference.size() - 3);
  const bool hex = digits.starts_with('x');
  if (hex) digits.remove_prefix(1);
  unsigned long value = 0;
  const char* end = digits.data() + digits.size();
  const auto read = std::from_chars(digits.data(), end, value, hex ? 16 : 10);
  if (digits.empty() || read.ptr != end || read.ec != std::errc()) return std::nullopt;
  return value > 0x10FFFF ? char32_t{0} : static_cast<char32_t>(value);
}

/// How many bytes a character has that begins so in UTF-8; 1 for a byte that goes on with one.
std::size_t bytes_of_character(char first) {
  const auto byte = static_cast<unsigned char>(first);
  return byte < 0xC0U ? 1 : byte < 0xE0U ? 2 : byte < 0xF0U ? 3 : 4;
}

bool is_first_half(char32_t c) {
  return c >= 0xD800 && c <= 0xDBFF;
}

bool is_second_half(char32_t c) {
  return c >= 0xDC00 && c <= 0xDFFF;
}

bool xml_has(char32_t c) {
  if (c < 0x20) return c == '\t' || c == '\n' || c == '\r';
  return !is_first_half(c) && !is_second_half(c) && c != 0xFFFE && c != 0xFFFF;
}

}  // namespace

void XmlRepair::put(std::string_view piece, std::string& out) {
  for (const char byte : piece) put_byte(byte, out);
}

void XmlRepair::finish(std::string& out) {
  put_half(out);
  copy(reference_, out);
  reference_.clear();
}

bool XmlRepair::endless() const {
  return tag_length_ > longest_tag;
}

void XmlRepair::put_byte(char byte, std::string& out) {
  if (!reference_.empty()) {
    const bool goes_on = byte == ';' || byte == '#' || is_letter(byte) || is_digit(byte);
    if (goes_on && reference_.size() < longest_reference) {
      reference_ += byte;
      if (byte == ';') put_reference(out);
      return;
    }
    finish(out);
  }
  if (byte == '&') {
    reference_ = byte;
    return;
  }
  put_half(out);
  move(byte);
  copy({&byte, 1}, out);
}

void XmlRepair::put_reference(std::string& out) {
  const std::string reference = std::exchange(reference_, {});
  const auto number = referenced_number(reference);
  if (number && half_ != 0 && is_second_half(*number)) {
    const char32_t whole = 0x10000 + ((half_ - 0xD800) << 10) + (*number - 0xDC00);
    half_ = 0;
    return copy("&#" + std::to_string(static_cast<unsigned long>(whole)) + ";", out);
  }
  put_half(out);
  if (number && is_first_half(*number)) {
    half_ = *number;
  } else {
    copy(number && !xml_has(*number) ? unknown_character : std::string_view(reference), out);
  }
}

/// A first half that no second one follows.
void XmlRepair::put_half(std::string& out) {
  if (half_ != 0) copy(unknown_character, out);
  half_ = 0;
}

void XmlRepair::copy(std::string_view text, std::string& out) {
  if (place_ == Place::value && !fits(text)) return;
  if (place_ != Place::text) tag_length_ += text.size();
  out += text;
}

/// Whether a value has room for it: for all of the character that a byte begins.
bool XmlRepair::fits(std::string_view text) {
  if (text.empty()) return true;
  cut_ = cut_ || value_length_ + std::max(text.size(), bytes_of_character(text.front())) > longest_attribute;
  if (!cut_) value_length_ += text.size();
  return !cut_;
}

/// Follows where a byte leads, before it is copied.
void XmlRepair::move(char byte) {
  if (place_ == Place::text) {
    if (byte != '<') return;
    place_ = Place::tag;
    tag_length_ = 0;
  } else if (place_ == Place::value) {
    if (byte != quote_) return;
    place_ = Place::tag;
  } else if (byte == '>') {
    place_ = Place::text;
    tag_length_ = 0;
  } else if (place_ == Place::tag && (byte == '"' || byte == '\'')) {
    place_ = Place::value;
    quote_ = byte;
    value_length_ = 0;
    cut_ = false;
  } else if (place_ == Place::tag && tag_length_ == 1 && (byte == '!' || byte == '?')) {
    place_ = Place::markup;
  }
}

}  // namespace rel::formats
