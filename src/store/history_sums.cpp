#include "store/history_sums.hpp"

#include "rel/errors.hpp"
#include "store/content.hpp"

namespace rel::store {

void HistorySum::add(const HistoryRow& row) {
  if (row.action == Action::checkpoint) {
    content_ = content_of(row);
  } else if (row.action == Action::made) {
    ContentSum sum;
    each_change(database_, row.changes, [&](const RowChange& change) { sum += change.adds; });
    content_ += sum;
    steps_[row.step] += sum;
  } else if (row.action != Action::kept) {
    const auto step = steps_.find(row.target.value_or(0));
    if (step == steps_.end()) {
      throw FileError("history: a step that was undone is not in it", "restore a copy of the file");
    }
    if (row.action == Action::undone) content_ -= step->second;
    if (row.action == Action::redone) content_ += step->second;
  }
}

ContentSum content_by_history(Database& database) {
  HistorySum sum(database);
  each_history_row(database, [&](const HistoryRow& row) {
    sum.add(row);
    return true;
  });
  return sum.content();
}

}  // namespace rel::store
