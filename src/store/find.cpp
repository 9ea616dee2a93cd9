// Every text of the file, one after the other, for those that hold what is looked for.
#include <unordered_set>

#include "store/store.hpp"

namespace rel::store {

namespace {

// All give: id, whose, day, text. What a person is best known by stands first.
constexpr const char* texts_of_people[] = {
    "SELECT id, id, added, name FROM people WHERE added <= ?2",
    "SELECT id, id, added, handle FROM people WHERE added <= ?2",
    "SELECT id, id, added, value FROM details JOIN people ON id = person WHERE kind < 4 AND added <= ?2",
    "SELECT id, id, added, purpose FROM people WHERE purpose IS NOT NULL AND added <= ?2",
};

struct Source {
  EntryKind kind;
  const char* sql;
};

constexpr Source texts_of_entries[] = {
    {EntryKind::remark, "SELECT id, person, heard, text FROM remarks WHERE heard BETWEEN ?1 AND ?2"},
    {EntryKind::remark,
     "SELECT id, person, heard, ask FROM remarks WHERE ask IS NOT NULL AND heard BETWEEN ?1 AND ?2"},
    {EntryKind::promise, "SELECT id, person, given, text FROM promises WHERE given BETWEEN ?1 AND ?2"},
    {EntryKind::snooze,
     "SELECT id, person, day, why FROM snoozes WHERE why IS NOT NULL AND day BETWEEN ?1 AND ?2"},
    {EntryKind::snooze,
     "SELECT id, person, day, agreed FROM snoozes WHERE agreed IS NOT NULL AND day BETWEEN ?1 AND ?2"},
    {EntryKind::review,
     "SELECT review, person, day, text FROM intentions JOIN reviews ON id = review"
     " WHERE day BETWEEN ?1 AND ?2"},
};

/// Keeps of each row the first text that fits.
void look_through(Rows rows, std::optional<EntryKind> kind, const TextTest& fits,
                  std::unordered_set<Id>& seen, std::vector<Passage>& found) {
  while (rows.next()) {
    const std::string_view text = rows.view(3);
    if (!fits(text) || !seen.insert(rows.id(0)).second) continue;
    found.push_back({kind, rows.id(0), rows.id_if(1), false, rows.day(2), std::string(text)});
  }
}

}  // namespace

std::vector<Passage> Store::people_whose(const TextTest& fits) {
  std::vector<Passage> found;
  std::unordered_set<Id> seen;
  for (const char* sql : texts_of_people) {
    Rows rows = database_->query(sql, earliest_day(), until_.value_or(latest_day()));
    look_through(std::move(rows), std::nullopt, fits, seen, found);
  }
  return found;
}

// There may be a million of them: all but the text is read only of those that fit, which takes a fifth less.
std::vector<Passage> Store::contacts_whose(const TextTest& fits, Day since) {
  std::vector<Id> fitting;
  Rows rows = database_->query("SELECT id, note FROM contacts WHERE note IS NOT NULL");
  while (rows.next()) {
    if (fits(rows.view(1))) fitting.push_back(rows.id(0));
  }
  std::vector<Passage> found;
  for (const Id id : fitting) {
    Contact one = contact(id);
    if (one.on < since || one.on > until_.value_or(latest_day())) continue;
    found.push_back({EntryKind::contact, id, one.with.front(), one.with.size() > 1, one.on, *one.note});
  }
  return found;
}

std::vector<Passage> Store::entries_whose(const TextTest& fits, Day since) {
  std::vector<Passage> found = contacts_whose(fits, since);
  std::unordered_set<Id> seen;
  for (const auto& [kind, sql] : texts_of_entries) {
    Rows rows = database_->query(sql, since, until_.value_or(latest_day()));
    look_through(std::move(rows), kind, fits, seen, found);
  }
  return found;
}

}  // namespace rel::store
