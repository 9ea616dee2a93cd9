// A JSON document that is an object of lists, read row by row: only one row is ever in memory.
#pragma once

#include <cstddef>
#include <functional>
#include <iosfwd>
#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>

#include "formats/problem.hpp"

namespace rel::formats {

using Json = nlohmann::json;

/// A row of one of the lists.
struct JsonRow {
  const std::string& list;  ///< the key of its list
  std::size_t number;       ///< its place in the list, from 1
  std::size_t line;         ///< where it begins, from 1
  const Json& value;
};

/// Who takes what is read. What comes back is why it can't be taken, which ends the reading.
struct JsonTakers {
  /// The key of a list that begins.
  std::function<std::optional<std::string>(const std::string& key)> list;
  std::function<void(const JsonRow&)> row;
  /// A key of the document whose value is no list.
  std::function<std::optional<std::string>(const std::string& key, const Json& value)> head;
};

/// Reads a document to its end. Refused are anything but JSON in UTF-8, a key that is there twice, numbers
/// that no machine holds, and lists and objects nested deeper than an archive's. Nothing where all went well.
std::optional<Problem> read_json_rows(std::istream& in, const JsonTakers& takers);

}  // namespace rel::formats
