// What health looks at: of everyone in a few statements, of one person with all details.
#include "store/rows.hpp"
#include "store/store.hpp"

namespace rel::store {

namespace {

Relationship* of(const RelationshipsById& people, Id person) {
  const auto found = people.find(person);
  return found == people.end() ? nullptr : found->second;
}

void add_promise(Relationship& who, Promise promise) {
  if (promise.open()) {
    who.facts.promises.push_back(std::move(promise));
  } else if (promise.mine) {
    who.closed.push_back(std::move(promise));
  }
}

// In the order in which they were heard.
void add_remark(Facts& facts, Remark remark) {
  if (remark.done) return;
  if (remark.ask_on) {
    facts.asks.push_back(std::move(remark));
  } else if (!remark.used) {
    facts.last_remark = std::move(remark);
  }
}

}  // namespace

void Store::add_promises(RelationshipsById& people) {
  Rows rows = database_->query(sql<selection<Promise>, " ORDER BY given, id">);
  while (rows.next()) {
    if (Relationship* who = of(people, rows.id(1))) add_promise(*who, row_from<Promise>(rows));
  }
}

void Store::add_remarks(RelationshipsById& people) {
  Rows rows = database_->query(sql<selection<Remark>, " ORDER BY heard, id">);
  while (rows.next()) {
    if (Relationship* who = of(people, rows.id(1))) add_remark(who->facts, row_from<Remark>(rows));
  }
}

void Store::add_meetings(RelationshipsById& people) {
  Rows rows = database_->query(
      sql<selection<Snooze>, " WHERE person IS NOT NULL AND agreed IS NOT NULL ORDER BY until, id">);
  while (rows.next()) {
    if (Relationship* who = of(people, rows.id(1))) who->facts.meetings.push_back(row_from<Snooze>(rows));
  }
}

std::vector<Relationship> Store::relationships() {
  std::vector<Person> everyone = people_for_figures();
  std::vector<Sums> sums = sums_of(everyone);
  std::vector<Relationship> all(everyone.size());
  for (std::size_t i = 0; i < all.size(); ++i) {
    all[i].facts.person = std::move(everyone[i]);
    all[i].facts.sums = std::move(sums[i]);
  }
  RelationshipsById people;
  for (Relationship& who : all) {
    if (!has_health(who.facts.person)) continue;  // of the others only the minutes count
    people.emplace(who.facts.person.id, &who);
    for (const Id reply : who.facts.sums.replies)
      who.facts.replies.push_back(contact_for(who.facts.person.id, reply));
  }
  add_promises(people);
  add_remarks(people);
  add_meetings(people);
  return all;
}

Relationship Store::relationship(Id person) {
  Relationship who{.facts = facts(person)};
  for (Promise& promise : promises_of(person)) {
    if (promise.mine && !promise.open()) who.closed.push_back(std::move(promise));
  }
  return who;
}

}  // namespace rel::store
