#include "rel/errors.hpp"
#include "store/change.hpp"
#include "store/connection.hpp"

namespace rel::store {

namespace {

#define REVIEW_COLUMNS "id, day, since, until"

Review review_from(const Rows& rows) {
  return {.id = rows.id(0), .on = rows.day(1), .since = rows.day(2), .until = rows.day(3), .intentions = {}};
}

void read_intentions(Database& database, Review& review) {
  Rows rows =
      database.query("SELECT person, text FROM intentions WHERE review = ? ORDER BY place", review.id);
  while (rows.next()) review.intentions.push_back({rows.id_if(0), rows.text(1)});
}

}  // namespace

std::vector<Review> Reader::reviews() const {
  std::vector<Review> all;
  Rows rows = database_->query("SELECT " REVIEW_COLUMNS " FROM reviews ORDER BY day, id");
  while (rows.next()) all.push_back(review_from(rows));
  for (Review& one : all) read_intentions(*database_, one);
  return all;
}

Review Reader::review(Id id) const {
  Rows rows = database_->query("SELECT " REVIEW_COLUMNS " FROM reviews WHERE id = ?", id);
  if (!rows.next()) throw NotFound("review " + id_text(id) + ": not in the file");
  Review found = review_from(rows);
  read_intentions(*database_, found);
  return found;
}

Id Change::add(Review& review) {
  if (review.id == 0) review.id = connection_->ids.next();
  database_->run("INSERT INTO reviews (" REVIEW_COLUMNS ") VALUES (?, ?, ?, ?)", review.id, review.on,
                 review.since, review.until);
  int place = 0;
  for (const Intention& intention : review.intentions) {
    database_->run("INSERT INTO intentions (review, place, person, text) VALUES (?, ?, ?, ?)", review.id,
                   place++, intention.person, intention.text);
  }
  return review.id;
}

}  // namespace rel::store
