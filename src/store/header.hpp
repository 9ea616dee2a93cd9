// What the first bytes of a file say, without opening it as a database.
#pragma once

#include <optional>
#include <string>

namespace rel::store {

/// The mark and the version in a file's header; both 0 in an empty file.
struct Header {
  bool empty = true;
  int application = 0;
  int version = 0;
  /// Written by this program, in a version that it knows.
  bool ours() const;
};

/// Nothing where there is no regular file that can be read.
std::optional<Header> header_of(const std::string& path);

}  // namespace rel::store
