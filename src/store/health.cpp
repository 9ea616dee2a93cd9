#include "store/health.hpp"

#include <unordered_map>

#include "store/connection.hpp"
#include "store/rows.hpp"
#include "store/sums.hpp"
#include "store/waiting.hpp"

namespace rel::store {

namespace {

using RelationshipsById = std::unordered_map<Id, Relationship*>;

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
  if (remark.done || remark.fact) return;
  if (remark.ask_on) {
    facts.asks.push_back(std::move(remark));
  } else if (!remark.used) {
    facts.last_remark = std::move(remark);
  }
}

void add_promises(Database& database, RelationshipsById& people) {
  Rows rows = database.query(sql<selection<Promise>, " ORDER BY given, id">);
  while (rows.next()) {
    if (Relationship* who = of(people, rows.id(1))) add_promise(*who, row_from<Promise>(rows));
  }
}

void add_remarks(Database& database, RelationshipsById& people) {
  Rows rows = database.query(sql<selection<Remark>, " ORDER BY heard, id">);
  while (rows.next()) {
    if (Relationship* who = of(people, rows.id(1))) add_remark(who->facts, row_from<Remark>(rows));
  }
}

void add_meetings(Database& database, RelationshipsById& people) {
  Rows rows = database.query(
      sql<selection<Snooze>, " WHERE person IS NOT NULL AND agreed IS NOT NULL ORDER BY until, id">);
  while (rows.next()) {
    if (Relationship* who = of(people, rows.id(1))) who->facts.meetings.push_back(row_from<Snooze>(rows));
  }
}

void add_put_off(Database& database, RelationshipsById& people) {
  Rows rows = database.query(sql<selection<Snooze>, " WHERE item IS NOT NULL ORDER BY day, id">);
  while (rows.next()) {
    if (Relationship* who = of(people, rows.id(1))) who->facts.put_off.push_back(row_from<Snooze>(rows));
  }
}

}  // namespace

std::vector<Relationship> relationships(const Reader& reader) {
  std::vector<Person> everyone = reader.people_for_figures();
  std::vector<Sums> sums = sums_of(reader, everyone);
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
      who.facts.replies.push_back(reader.contact_for(who.facts.person.id, reply));
  }
  add_promises(database_of(reader), people);
  add_remarks(database_of(reader), people);
  add_meetings(database_of(reader), people);
  add_put_off(database_of(reader), people);
  return all;
}

Relationship relationship(const Reader& reader, Id person) {
  Relationship who{.facts = facts_of(reader, person)};
  for (Promise& promise : reader.promises_of(person)) {
    if (promise.mine && !promise.open()) who.closed.push_back(std::move(promise));
  }
  return who;
}

void propose_cadences(const Reader& reader, Capacity& capacity, Day today) {
  for (Late& one : capacity.late) {
    MeanGap gap(one.person, sums_of(reader, one.person).start, today);
    for (const Contact& talk : reader.talks_of(one.person, gap.since())) gap.take(talk);
    one.every = easier_cadence(one.person, gap.days(), reader.connection().settings);
  }
}

}  // namespace rel::store
