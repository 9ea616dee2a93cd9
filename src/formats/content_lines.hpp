// Content lines: what vCard and iCalendar files are made of, `group.NAME;PARAMETER=value:value`, folded over
// any number of lines.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rel::formats {

/// Of a property whose value is longer nothing is taken: it bounds what a broken file can cost.
inline constexpr std::size_t longest_value = 64 * 1024;

/// How the value of a content line is written.
enum class Encoding { plain, quoted_printable, base64 };

/// One parameter. What vCard 2.1 writes without a name is ENCODING or TYPE.
struct Parameter {
  std::string name;   ///< in upper case
  std::string value;  ///< without quotes; lists keep their commas
};

/// One content line. Its value stays in the bytes of the file until it is asked for, so that a photograph
/// costs nothing.
struct ContentLine {
  std::size_t number = 0;  ///< where it begins in its file, from 1
  std::string group;       ///< `item1` of `item1.TEL`; mostly empty
  std::string name;        ///< in upper case: letters, digits, `-` and `_`
  std::vector<Parameter> parameters;
  Encoding encoding = Encoding::plain;
  std::string_view folded_value;  ///< as the file has it, line breaks and all

  /// The value of the first parameter of that name; empty where there is none.
  std::string_view parameter(std::string_view parameter_name) const;

  /// The bytes of the value: unfolded, and decoded if quoted-printable; base64 is left as it is.
  std::string value() const;
};

/// Reads the content lines of a file in any encoding that keeps ASCII as it is. Lines end with CRLF, LF or
/// CR. Lines that are no content lines are passed over.
class ContentLines {
 public:
  /// `bytes` must outlive this and every line that comes out of it.
  explicit ContentLines(std::string_view bytes) : bytes_(bytes) {}

  /// The next content line; nothing at the end of the file.
  std::optional<ContentLine> next();

 private:
  bool at_end() const { return at_ >= bytes_.size(); }
  std::string_view peek_line() const;
  void take_line();
  void take_folds();
  void take_rest(Encoding encoding);

  std::string_view bytes_;
  std::size_t at_ = 0;          // where the next line begins
  std::size_t taken_ = 0;       // how many lines were taken
  std::string_view last_line_;  // the last line taken, without its end
};

}  // namespace rel::formats
