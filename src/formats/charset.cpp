#include "formats/charset.hpp"

#include <iconv.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <utility>

#include "formats/ascii.hpp"
#include "text/utf8.hpp"

namespace rel::formats {
namespace {

constexpr std::string_view utf16le_mark = "\xFF\xFE";
constexpr std::string_view utf16be_mark = "\xFE\xFF";

// What programs claim, without punctuation and in upper case, and iconv's name for it. A list, because a
// hostile file should not choose among all of iconv's converters. CP932, not SHIFT_JIS: phones write its
// extensions, and its backslash is a backslash. Latin-1 means CP1252 in practice, which needs no iconv.
constexpr std::array<std::pair<std::string_view, const char*>, 32> iconv_names = {{
    {"SHIFTJIS", "CP932"},        {"SJIS", "CP932"},          {"XSJIS", "CP932"},
    {"CP932", "CP932"},           {"WINDOWS31J", "CP932"},    {"EUCJP", "EUC-JP"},
    {"ISO2022JP", "ISO-2022-JP"}, {"GB2312", "GB18030"},      {"GBK", "GB18030"},
    {"GB18030", "GB18030"},       {"BIG5", "BIG5"},           {"EUCKR", "CP949"},
    {"KSC56011987", "CP949"},     {"KOI8R", "KOI8-R"},        {"KOI8U", "KOI8-U"},
    {"ISO88592", "ISO-8859-2"},   {"ISO88593", "ISO-8859-3"}, {"ISO88594", "ISO-8859-4"},
    {"ISO88595", "ISO-8859-5"},   {"ISO88596", "ISO-8859-6"}, {"ISO88597", "ISO-8859-7"},
    {"ISO88598", "ISO-8859-8"},   {"ISO88599", "CP1254"},     {"ISO885915", "ISO-8859-15"},
    {"WINDOWS1250", "CP1250"},    {"WINDOWS1251", "CP1251"},  {"WINDOWS1253", "CP1253"},
    {"WINDOWS1254", "CP1254"},    {"WINDOWS1255", "CP1255"},  {"WINDOWS1256", "CP1256"},
    {"WINDOWS1257", "CP1257"},    {"WINDOWS1258", "CP1258"},
}};

constexpr std::array<std::string_view, 5> cp1252_names = {"ISO88591", "LATIN1", "WINDOWS1252", "CP1252",
                                                          "ANSI"};

// CP1252 from 0x80 to 0x9F; the rest is Latin-1. Its five holes stay the C1 controls that they are in
// Latin-1.
constexpr std::array<char16_t, 32> cp1252_high = {
    0x20AC, 0x0081, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0x008D, 0x017D, 0x008F, 0x0090, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x009D, 0x017E, 0x0178};

std::string from_cp1252(std::string_view bytes) {
  std::string out;
  out.reserve(bytes.size() + bytes.size() / 8);
  for (const char c : bytes) {
    const auto byte = static_cast<unsigned char>(c);
    const bool moved = byte >= 0x80 && byte < 0xA0;
    text::append_utf8(out, moved ? cp1252_high[byte - 0x80U] : byte);
  }
  return out;
}

// An open converter to UTF-8.
class Converter {
 public:
  explicit Converter(const char* from) : handle_(iconv_open("UTF-8", from)) {}
  ~Converter() {
    if (open()) iconv_close(handle_);
  }
  Converter(const Converter&) = delete;
  Converter& operator=(const Converter&) = delete;

  bool open() const { return reinterpret_cast<std::intptr_t>(handle_) != -1; }

  // All of the bytes or nothing.
  std::optional<std::string> convert(std::string_view bytes) {
    std::string out(bytes.size() * 3 + 4,
                    '\0');  // no listed charset needs more than three bytes for one of its own
    char* in = const_cast<char*>(bytes.data());  // iconv's signature only; it does not write
    std::size_t in_left = bytes.size();
    char* to = out.data();
    std::size_t to_left = out.size();
    constexpr auto failed = static_cast<std::size_t>(-1);
    if (iconv(handle_, &in, &in_left, &to, &to_left) == failed) return std::nullopt;
    if (iconv(handle_, nullptr, nullptr, &to, &to_left) == failed)
      return std::nullopt;  // the last letter of CP1255
    out.resize(out.size() - to_left);
    return out;
  }

 private:
  iconv_t handle_;
};

std::string plain_name(std::string_view charset) {
  std::string name = upper(charset);
  std::erase_if(name, [](char c) { return !is_letter(c) && !is_digit(c); });
  return name;
}

std::optional<std::string> from_claimed(std::string_view bytes, std::string_view charset) {
  if (charset.empty()) return std::nullopt;
  const std::string name = plain_name(charset);
  if (std::ranges::find(cp1252_names, name) != cp1252_names.end()) return from_cp1252(bytes);
  const auto* found = std::ranges::find(iconv_names, name, [](const auto& entry) { return entry.first; });
  if (found == iconv_names.end()) return std::nullopt;
  Converter converter(found->second);
  if (!converter.open()) return std::nullopt;
  return converter.convert(bytes);
}

// Reads a UTF-16 text unit by unit; an odd byte at its end is a unit of its own.
class Utf16Units {
 public:
  Utf16Units(std::string_view bytes, bool little_endian) : bytes_(bytes), little_endian_(little_endian) {}

  bool at_end() const { return at_ >= bytes_.size(); }

  char32_t next_code_point() {
    const char32_t first = unit(at_);
    at_ += 2;
    if (first < 0xD800 || first > 0xDFFF) return first;
    const char32_t second = first < 0xDC00 && !at_end() ? unit(at_) : 0;
    if (second < 0xDC00 || second > 0xDFFF) return U'\uFFFD';
    at_ += 2;
    return 0x10000 + ((first - 0xD800) << 10) + (second - 0xDC00);
  }

 private:
  char32_t unit(std::size_t offset) const {
    if (offset + 1 >= bytes_.size()) return U'\uFFFD';
    const auto a = static_cast<unsigned char>(bytes_[offset]);
    const auto b = static_cast<unsigned char>(bytes_[offset + 1]);
    return static_cast<char32_t>(little_endian_ ? a | b << 8 : a << 8 | b);
  }

  std::string_view bytes_;
  std::size_t at_ = 0;
  bool little_endian_;
};

std::string from_utf16(std::string_view bytes, bool little_endian) {
  std::string out;
  out.reserve(bytes.size() / 2 + bytes.size() / 8);
  for (Utf16Units units(bytes, little_endian); !units.at_end();) {
    text::append_utf8(out, units.next_code_point());
  }
  return out;
}

}  // namespace

std::optional<std::string> utf16_file_as_utf8(std::string_view bytes) {
  if (bytes.size() < 4) return std::nullopt;
  if (bytes.starts_with(utf16le_mark)) return from_utf16(bytes.substr(2), true);
  if (bytes.starts_with(utf16be_mark)) return from_utf16(bytes.substr(2), false);
  const bool even_zero = bytes[0] == 0 && bytes[2] == 0;
  const bool odd_zero = bytes[1] == 0 && bytes[3] == 0;
  if (even_zero == odd_zero) return std::nullopt;
  return from_utf16(bytes, odd_zero);
}

std::string to_utf8(std::string_view bytes, std::string_view charset) {
  if (auto claimed = from_claimed(bytes, charset)) return *std::move(claimed);
  if (!text::first_invalid_byte(bytes)) return std::string(bytes);
  return from_cp1252(bytes);
}

}  // namespace rel::formats
