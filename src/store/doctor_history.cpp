// The history's chain, and whether the file holds what the history adds up to. Where it does not, the rows
// are gone through one by one, to name those that differ.
#include <map>

#include "store/content.hpp"
#include "store/doctor_rows.hpp"
#include "store/history_sums.hpp"
#include "store/schema.hpp"

namespace rel::store {

namespace {

/// What the history says of one row.
struct Life {
  ContentSum sum;
  bool known = false;  ///< from its beginning on
};

/// What the history says of every row that it tells of.
class Lives {
 public:
  explicit Lives(Database& database) : database_(database) {}

  void add(const HistoryRow& row) {
    if (row.action == Action::checkpoint) {
      from_the_beginning_ = false;
    } else if (row.action == Action::made) {
      each_change(database_, row, [&](const RowChange& change) {
        steps_[row.step].push_back(change);
        live(change, true);
      });
    } else if (row.action != Action::kept) {
      for (const RowChange& change : steps_[row.target.value_or(0)])
        live(change, row.action == Action::redone);
    }
  }

  /// Whether a row with that sum is as the history says; it is then left out of missing().
  std::string judge(const RowKey& key, const ContentSum& sum) {
    const auto life = lives_.find(key);
    if (life == lives_.end()) return from_the_beginning_ ? "no command wrote it" : "";
    const bool differs = life->second.known && life->second.sum != sum;
    lives_.erase(life);
    return differs ? "is not what was written" : "";
  }

  std::vector<RowKey> missing() const {
    std::vector<RowKey> keys;
    for (const auto& [key, life] : lives_) {
      if (life.known && life.sum != ContentSum{}) keys.push_back(key);
    }
    return keys;
  }

 private:
  void live(const RowChange& change, bool forwards) {
    const auto [life, fresh] = lives_.try_emplace(change.key);
    if (fresh) life->second.known = from_the_beginning_ || change.makes;
    if (forwards) life->second.sum += change.adds;
    if (!forwards) life->second.sum -= change.adds;
  }

  Database& database_;
  std::map<RowKey, Life> lives_;
  std::map<std::int64_t, std::vector<RowChange>> steps_;
  bool from_the_beginning_ = true;
};

Findings rows_that_differ(Database& database) {
  Lives lives(database);
  each_history_row(database, first_row, [&](const HistoryRow& row) {
    lives.add(row);
    return true;
  });
  Findings findings;
  each_row(database, [&](const RowKey& key, const ContentSum& sum) {
    const std::string wrong = lives.judge(key, sum);
    if (!wrong.empty()) findings.push_back({.what = wrong, .where = row_name(database, key)});
  });
  for (const RowKey& key : lives.missing()) {
    findings.push_back({.what = "was written, and is not there", .where = row_name(database, key)});
  }
  if (findings.empty()) {
    findings.push_back({.what = "something differs from what was there when the history began",
                        .where = "what is older than the history"});
  }
  return findings;
}

std::string history_row_name(const HistoryRow& row) {
  std::string name = "history, row " + std::to_string(row.seq);
  if (!row.command.empty()) name += " (rel " + row.command + ")";
  return name;
}

}  // namespace

Findings examine_history(Database& database) {
  if (const auto broken = broken_row(database)) {
    return {{.what = "the history is not what was written; what the file holds can't be compared with it",
             .where = history_row_name(*broken)}};
  }
  if (content_by_history(database) == content_sum(database)) return {};
  return rows_that_differ(database);
}

}  // namespace rel::store
