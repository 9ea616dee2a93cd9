// What a file holds, apart from how it came to be: its hash and its extent.
#pragma once

#include <cstdint>

#include "store/database.hpp"
#include "store/hash.hpp"

namespace rel::store {

/// SHA-256 over the rows of all recorded tables in the order of their keys: the same for two files exactly
/// where they hold the same, however their pages lie.
Bytes content_hash(Database& database);

/// How much a file holds.
struct Extent {
  std::int64_t entries = 0;  ///< contacts, remarks, promises, snoozes and reviews
  std::int64_t people = 0;
  bool operator==(const Extent&) const = default;
};
Extent extent_of(Database& database);

}  // namespace rel::store
