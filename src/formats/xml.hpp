// XML as phones write it: the elements and their attributes, one at a time.
#pragma once

#include <cstddef>
#include <functional>
#include <iosfwd>
#include <optional>
#include <string_view>

#include "formats/problem.hpp"

namespace rel::formats {

/// An element that begins. What it points to is valid during the call.
class XmlElement {
 public:
  /// `attributes` are names and values in turn, ended by null.
  XmlElement(std::string_view name, const char* const* attributes, std::size_t line)
      : name_(name), attributes_(attributes), line_(line) {}

  std::string_view name() const { return name_; }
  /// Where it begins, from 1.
  std::size_t line() const { return line_; }
  /// The value of an attribute; nothing where it has none of that name.
  std::optional<std::string_view> attribute(std::string_view name) const;

 private:
  std::string_view name_;
  const char* const* attributes_;
  std::size_t line_;
};

/// Reads a document to its end in memory of fixed size: of a value longer than 64 KiB only the beginning is
/// kept. References to characters that XML doesn't have are mended: halves of a surrogate pair are put
/// together, and any other becomes U+FFFD. A document type, and with it every entity, is refused. What `take`
/// throws comes through. Returns why the reading ended where something is wrong; nothing where all went well.
std::optional<Problem> read_xml(std::istream& in, const std::function<void(const XmlElement&)>& take);

}  // namespace rel::formats
