// What a file must hold by its history.
#pragma once

#include <map>

#include "store/content_sum.hpp"
#include "store/history_rows.hpp"

namespace rel::store {

/// Adds up what the rows of a history did, one after the other, beginning with the file or a checkpoint.
class HistorySum {
 public:
  explicit HistorySum(Database& database) : database_(database) {}

  /// Throws FileError where a row can't be read, or undoes a step that was not added.
  void add(const HistoryRow& row);
  /// What the file held behind the rows added.
  const ContentSum& content() const { return content_; }
  /// Throws FileError where what is kept of a list is not what was listed. Call behind the last row.
  void check_kept() const;

 private:
  ContentSum sum_of(const HistoryRow& row) const;

  Database& database_;
  ContentSum content_;
  std::map<std::int64_t, ContentSum> steps_;
  std::map<std::int64_t, ContentSum> lists_;
  std::map<std::int64_t, ContentSum> kept_;  // of each list
};

/// The sum that the file must have by the whole of its history. Throws FileError where the chain is broken or
/// a row can't be read.
ContentSum content_by_history(Database& database);

}  // namespace rel::store
