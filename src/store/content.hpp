// What a file holds, apart from how it came to be: its sum and its extent.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <span>

#include "store/content_sum.hpp"
#include "store/database.hpp"
#include "store/history_rows.hpp"

namespace rel::store {

/// Hands over every row of the recorded tables and what it adds to the sum.
void each_row(Database& database, const std::function<void(const RowKey&, const ContentSum&)>& take);

/// The sum over the rows of all recorded tables: the same for two files that hold the same, however their
/// pages lie.
ContentSum content_sum(Database& database);

/// What a contact adds to the sum, from the values of its row.
ContentSum sum_of_contact(std::span<const Cell> row);

/// What the contact with an id adds to the sum; nothing where it is not there.
std::optional<ContentSum> sum_of_contact(Database& database, Id id);

/// What a recorded change does to one row: whether it makes the row, and what that adds to the sum.
struct RowChange {
  RowKey key{};
  bool makes = false;
  ContentSum adds;
};

/// Hands over what the changes in a row of the history, recorded or listed, do to each row. Throws FileError
/// where they can't be read.
void each_change(Database& database, const HistoryRow& row,
                 const std::function<void(const RowChange&)>& take);

/// How much a file holds.
struct Extent {
  std::int64_t entries = 0;  ///< contacts, remarks, promises, snoozes and reviews
  std::int64_t people = 0;
  bool operator==(const Extent&) const = default;
};
Extent extent_of(Database& database);

}  // namespace rel::store
