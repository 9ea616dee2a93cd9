// What a file must hold by its history.
#pragma once

#include <map>

#include "store/content_sum.hpp"
#include "store/history_rows.hpp"

namespace rel::store {

/// Adds up what the rows of a history did, one after the other, beginning with the file or a checkpoint.
class HistorySum {
 public:
  explicit HistorySum(const Database& database) : database_(database) {}

  /// Throws FileError where a row undoes a step that was not added.
  void add(const HistoryRow& row);
  /// What the file held behind the rows added.
  const ContentSum& content() const { return content_; }

 private:
  const Database& database_;
  ContentSum content_;
  std::map<std::int64_t, ContentSum> steps_;
};

/// The sum that the file must have by the whole of its history. Call where the chain holds.
ContentSum content_by_history(Database& database);

}  // namespace rel::store
