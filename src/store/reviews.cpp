#include "base/errors.hpp"
#include "store/change.hpp"
#include "store/connection.hpp"
#include "store/rows.hpp"

namespace rel::store {

namespace {

void read_intentions(Database& database, Review& review) {
  review.intentions = rows_from<Intention>(
      database.query(sql<selection<Intention>, " WHERE review = ? ORDER BY place">, review.id));
}

}  // namespace

std::vector<Review> Reader::reviews() const {
  auto all = rows_from<Review>(database_->query(sql<selection<Review>, " ORDER BY day, id">));
  for (Review& one : all) read_intentions(*database_, one);
  return all;
}

Review Reader::review(Id id) const {
  Rows rows = database_->query(sql<selection<Review>, " WHERE id = ?">, id);
  if (!rows.next()) throw NotFound("review " + id_text(id) + ": not in the file");
  Review found = row_from<Review>(rows);
  read_intentions(*database_, found);
  return found;
}

Id Change::add(Review& review) {
  if (review.id == 0) review.id = connection_->ids.next();
  database_->run_with(sql<insertion<Review>>, row_cells(review));
  insert_list<"review">(*database_, review.id, review.intentions);
  return review.id;
}

}  // namespace rel::store
