// Lines of any length from a stream, in memory of fixed size.
#pragma once

#include <cstddef>
#include <istream>
#include <streambuf>
#include <string>

namespace rel::formats {

/// Reads lines ended by LF or CRLF; of a line longer than 64 KiB only the beginning is kept.
class Lines {
 public:
  /// `in` must outlive this.
  explicit Lines(std::istream& in) : in_(*in.rdbuf()) {}

  bool next() {
    line_.clear();
    int byte = in_.sbumpc();
    if (byte == end) return false;
    ++number_;
    for (; byte != end && byte != '\n'; byte = in_.sbumpc()) {
      if (line_.size() < longest) line_ += static_cast<char>(byte);
    }
    if (line_.ends_with('\r')) line_.pop_back();
    return true;
  }

  const std::string& line() const { return line_; }
  /// Its number, from 1.
  std::size_t number() const { return number_; }

 private:
  static constexpr std::size_t longest = 64 * 1024;
  static constexpr int end = std::char_traits<char>::eof();

  std::streambuf& in_;
  std::string line_;
  std::size_t number_ = 0;
};

}  // namespace rel::formats
