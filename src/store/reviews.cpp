#include "base/errors.hpp"
#include "store/rows.hpp"
#include "store/store.hpp"

namespace rel::store {

std::vector<Review> Store::reviews() {
  auto all = rows_from<Review>(database_->query(sql<selection<Review>, " ORDER BY day, id">));
  for (Review& one : all) read_intentions(one);
  return all;
}

Review Store::review(Id id) {
  Rows rows = database_->query(sql<selection<Review>, " WHERE id = ?">, id);
  if (!rows.next()) throw NotFound("review " + id_text(id) + ": not in the file");
  Review found = row_from<Review>(rows);
  read_intentions(found);
  return found;
}

void Store::read_intentions(Review& review) {
  review.intentions = rows_from<Intention>(
      database_->query(sql<selection<Intention>, " WHERE review = ? ORDER BY place">, review.id));
}

Id Store::add(Review& review) {
  if (review.id == 0) review.id = ids_.next();
  database_->run_with(sql<insertion<Review>>, row_cells(review));
  insert_list<"review">(*database_, review.id, review.intentions);
  return review.id;
}

}  // namespace rel::store
