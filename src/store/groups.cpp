// Tags with a clock of their own.
#include <algorithm>

#include "store/change.hpp"
#include "store/rows.hpp"
#include "text/fold.hpp"

namespace rel::store {

std::vector<Group> Reader::groups() const {
  return rows_from<Group>(database_->query(sql<selection<Group>, " ORDER BY tag">));
}

std::optional<Group> Reader::group(const std::string& tag) const {
  const std::string folded = text::fold(tag);
  std::vector<Group> all = groups();
  const auto found =
      std::ranges::find_if(all, [&](const Group& group) { return text::fold(group.tag) == folded; });
  return found == all.end() ? std::nullopt : std::optional(std::move(*found));
}

void Change::set(Group& group) {
  if (group.id != 0) return database_->run_with(sql<row_update<Group>>, row_cells(group));
  database_->run_with(sql<insertion<Group>>, row_cells(group));
  group.id = database_->last_row();
}

void Change::remove(const Group& group) {
  database_->run("DELETE FROM snoozes WHERE tag = ?", group.tag);
  database_->run("DELETE FROM groups WHERE id = ?", group.id);
}

}  // namespace rel::store
