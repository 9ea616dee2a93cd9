// Bytes for the JSON library, and its messages in our words.
#pragma once

#include <cstddef>
#include <iterator>
#include <streambuf>
#include <string>

namespace rel::formats {

/// How deep another program's export may be nested.
inline constexpr int deepest_export = 64;

/// The bytes of a stream, counting lines as they are taken.
class CountedBytes {
 public:
  using iterator_category = std::input_iterator_tag;
  using value_type = char;
  using difference_type = std::ptrdiff_t;
  using pointer = const char*;
  using reference = char;

  CountedBytes() = default;
  CountedBytes(std::streambuf* bytes, std::size_t* line) : bytes_(bytes), line_(line) {}

  char operator*() const { return static_cast<char>(bytes_->sgetc()); }
  CountedBytes& operator++() {
    if (bytes_->sbumpc() == '\n') ++*line_;
    return *this;
  }
  CountedBytes operator++(int) {
    const CountedBytes before = *this;
    ++*this;
    return before;
  }
  bool operator==(const CountedBytes& other) const { return at_end() == other.at_end(); }
  bool operator!=(const CountedBytes& other) const { return !(*this == other); }

 private:
  bool at_end() const { return !bytes_ || bytes_->sgetc() == std::char_traits<char>::eof(); }

  std::streambuf* bytes_ = nullptr;
  std::size_t* line_ = nullptr;
};

/// The library's message without its own numbering and without the text read, which may be of any length.
inline std::string plain_message(const std::string& message) {
  std::size_t begin = message.find("] ");
  begin = begin == std::string::npos ? 0 : begin + 2;
  const std::size_t place = message.find("column ", begin);
  const std::size_t colon = place == std::string::npos ? place : message.find(": ", place);
  if (colon != std::string::npos) begin = colon + 2;
  return message.substr(begin, message.find("; last read", begin) - begin);
}

}  // namespace rel::formats
