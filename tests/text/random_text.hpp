// Random texts for properties; the same ones in every run.
#pragma once

#include <cstddef>
#include <random>
#include <string>
#include <string_view>

#include "text/utf8.hpp"

namespace rel::test {

class RandomText {
 public:
  /// Any bytes, with those that begin or continue sequences more often than by chance.
  std::string bytes() {
    constexpr std::string_view special = "\x80\xBF\xC0\xC3\xE0\xE2\xED\xEF\xF0\x9F\xF4\xF5\xFF\x1B\\\t\n\r a";
    std::string out;
    for (std::size_t left = upto(24); left > 0; --left) {
      out += upto(1) == 0 ? special[upto(special.size() - 1)] : static_cast<char>(upto(255));
    }
    return out;
  }

  /// Well-formed text: characters that have rules of their own, mixed with any code points but U+0000.
  std::string well_formed() {
    std::string out;
    for (std::size_t left = upto(16); left > 0; --left) text::append_utf8(out, code_point());
    return out;
  }

  /// Text of both kinds.
  std::string any() {
    std::string out = upto(1) == 0 ? std::string() : well_formed();
    return out += bytes();
  }

  int number(int least, int most) { return std::uniform_int_distribution<int>(least, most)(generator_); }

 private:
  std::size_t upto(std::size_t most) {
    return std::uniform_int_distribution<std::size_t>(0, most)(generator_);
  }

  char32_t code_point() {
    constexpr std::u32string_view special =
        U"aZ09 "
        U"-'"
        U"\t\n\r\\\u0085\u00A0\u00B4\u00E9\u00DF\u0130\u0131\u0301\u0345\u0600\u0D4E\u0915\u093F\u1100\u1161"
        U"\u11A8\u1FB3\u200B\u200D\u202E\u2028\u2764\u3000\u304B\u3099\u3131\u314F\u738B\uAC00\uFE0F\uFFFD"
        U"\U0001F1E9\U0001F1EA\U0001F468\U0001F3FD\U000E0067";
    if (upto(3) > 0) return special[upto(special.size() - 1)];
    const auto any = static_cast<char32_t>(1 + upto(upto(1) == 0 ? 0x2FFF : 0x10FFFE));
    return any >= 0xD800 && any <= 0xDFFF ? U'\uFFFD' : any;
  }

  std::mt19937 generator_{20240229};
};

}  // namespace rel::test
