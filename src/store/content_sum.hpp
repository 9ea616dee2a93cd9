// What rows add up to: a sum over every value in them. Changes move it on, forwards or backwards, without the
// other rows; the order of the rows does not matter.
#pragma once

#include <array>
#include <cstdint>
#include <optional>

#include "store/bytes.hpp"
#include "store/cell.hpp"

namespace rel::store {

/// A sum of 128 bits. One changed value always changes it; several leave it the same by chance only.
struct ContentSum {
  std::uint64_t low = 0;
  std::uint64_t high = 0;

  ContentSum& operator+=(const ContentSum& other);
  ContentSum& operator-=(const ContentSum& other);
  bool operator==(const ContentSum&) const = default;

  /// Its sixteen bytes, and back; nothing where there are fewer.
  Bytes bytes() const;
  static std::optional<ContentSum> from(const Bytes& bytes);
};

/// How many bytes a sum takes.
inline constexpr std::size_t sum_bytes = 2 * number_bytes;

/// Which row it is: the place of its table among recorded_tables, and its key, filled up with zeros.
using RowKey = std::array<std::int64_t, 4>;

/// What the row itself adds to the sum, and what each value beside its key adds.
ContentSum sum_of_row(const RowKey& key);
ContentSum sum_of_cell(const RowKey& key, int column, const Cell& cell);

}  // namespace rel::store
