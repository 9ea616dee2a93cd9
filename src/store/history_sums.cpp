#include "store/history_sums.hpp"

#include "base/errors.hpp"
#include "store/content.hpp"
#include "store/listed.hpp"

namespace rel::store {

ContentSum HistorySum::sum_of(const HistoryRow& row) const {
  ContentSum sum;
  each_change(database_, row, [&](const RowChange& change) { sum += change.adds; });
  return sum;
}

void HistorySum::add(const HistoryRow& row) {
  if (row.action == Action::checkpoint) {
    content_ = content_of(row);
  } else if (row.action == Action::made) {
    const ContentSum sum = sum_of(row);
    content_ += sum;
    steps_[row.step] += sum;
    if (is_list(row.changes)) lists_[row.seq] = sum;
  } else if (row.action == Action::kept) {
    kept_[row.target.value_or(0)] += sum_of(row);
  } else {
    const auto step = steps_.find(row.target.value_or(0));
    if (step == steps_.end()) {
      throw FileError("history: a step that was undone is not in it", "restore a copy of the file");
    }
    if (row.action == Action::undone) content_ -= step->second;
    if (row.action == Action::redone) content_ += step->second;
  }
}

void HistorySum::check_kept() const {
  for (const auto& [list, sum] : kept_) {
    const auto listed = lists_.find(list);
    if (listed == lists_.end() || listed->second != sum) refuse_row(list, "is not what was kept of it");
  }
}

ContentSum content_by_history(Database& database) {
  HistorySum sum(database);
  each_history_row(database, first_row, [&](const HistoryRow& row) {
    sum.add(row);
    return true;
  });
  sum.check_kept();
  return sum.content();
}

}  // namespace rel::store
