#include <set>

#include "rel/sorting.hpp"
#include "store/store.hpp"
#include "text/fold.hpp"

namespace rel::store {

namespace {

#define MATCH_COLUMNS "people.id, people.handle, people.name, people.tier, archived + deceased"

NameMatch match_from(const Rows& rows) {
  return {rows.id(0), rows.text(1), rows.text(2), rows.value<Tier>(3), !rows.flag(4)};
}

std::vector<NameMatch> all(Rows rows) {
  std::vector<NameMatch> matches;
  while (rows.next()) matches.push_back(match_from(rows));
  return matches;
}

// Greater than every text that begins with `key`: U+10FFFF sorts behind every other character.
std::string behind(const std::string& key) {
  return key + "\xf4\x8f\xbf\xbf";
}

/// The keys by which a name or alias is found beside itself.
void add_words(const std::string& folded, NameKeys& keys) {
  for (const std::string& word : text::words(folded)) {
    keys.emplace(word, NameRank::word);
    for (std::string& part : text::inner_parts(word)) keys.emplace(std::move(part), NameRank::part);
  }
}

}  // namespace

// A handle is looked for where it is kept: people who were added in this very change have no keys yet.
std::vector<NameMatch> Store::named(NameRank rank, const std::string& key) {
  if (rank == NameRank::handle)
    return all(database_->query("SELECT " MATCH_COLUMNS " FROM people WHERE handle = ?", key));
  return all(database_->query("SELECT DISTINCT " MATCH_COLUMNS
                              " FROM names JOIN people ON people.id = names.person WHERE key = ? AND rank = ?"
                              " ORDER BY people.name, people.id",
                              key, rank));
}

std::vector<NameMatch> Store::name_begins(const std::string& handle_key, const std::string& key) {
  return all(database_->query(
      "SELECT DISTINCT " MATCH_COLUMNS
      " FROM names JOIN people ON people.id = names.person"
      " WHERE (key >= ?1 AND key < ?2 AND rank = 0) OR (?3 <> '' AND key >= ?3 AND key < ?4 AND rank > 0)"
      " ORDER BY people.name, people.id",
      handle_key, behind(handle_key), key, behind(key)));
}

std::vector<NameMatch> Store::everyone() {
  std::vector<NameMatch> people = all(database_->query("SELECT " MATCH_COLUMNS " FROM people"));
  // SQLite takes longer to put them in order.
  sort_by_key(people, [](const NameMatch& one) { return std::pair(std::string_view(one.name), one.person); });
  return people;
}

bool Store::handle_taken(const std::string& handle) {
  return database_->query("SELECT 1 FROM people WHERE handle = ?", handle).next();
}

NameKeys name_keys(const Person& person) {
  NameKeys keys;
  keys.emplace(person.handle, NameRank::handle);
  const std::string name = text::fold_name(person.name);
  keys.emplace(name, NameRank::full_name);
  add_words(name, keys);
  for (const std::string& alias : person.aliases) {
    const std::string folded = text::fold_name(alias);
    keys.emplace(folded, NameRank::alias);
    add_words(folded, keys);
  }
  std::erase_if(keys, [](const auto& key) { return key.first.empty(); });
  return keys;
}

void Store::keep_names(const Person& person) {
  for (const auto& [key, rank] : name_keys(person)) {
    database_->run("INSERT INTO names (key, rank, person) VALUES (?, ?, ?)", key, rank, person.id);
  }
}

}  // namespace rel::store
