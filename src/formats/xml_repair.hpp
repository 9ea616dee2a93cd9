// Mends what phones write before an XML parser sees it.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace rel::formats {

/// Copies a document piece by piece. References to characters that XML doesn't have are replaced: two halves
/// of a surrogate pair by the character that they mean, any other by U+FFFD. Of a value in quotes only the
/// beginning is copied, in whole characters.
class XmlRepair {
 public:
  /// Adds what becomes of the piece to `out`. Something of it may wait for the next one.
  void put(std::string_view piece, std::string& out);
  /// Adds what still waits, at the end of the document.
  void finish(std::string& out);
  /// Whether a tag, a comment or the like has no end in sight: nothing that a program has written.
  bool endless() const;

 private:
  enum class Place { text, tag, value, markup };

  void put_byte(char byte, std::string& out);
  void put_reference(std::string& out);
  void put_half(std::string& out);
  void copy(std::string_view text, std::string& out);
  bool fits(std::string_view text);
  void move(char byte);

  Place place_ = Place::text;
  char quote_ = '"';
  std::size_t tag_length_ = 0;
  std::size_t value_length_ = 0;
  bool cut_ = false;       // the value, whose rest is left out
  std::string reference_;  // one that is not at its end yet
  char32_t half_ = 0;      // the first of a surrogate pair
};

}  // namespace rel::formats
