#include <algorithm>
#include <set>

#include "store/connection.hpp"
#include "store/reader.hpp"
#include "text/fold.hpp"

namespace rel::store {

namespace {

constexpr auto match_columns =
    piece<"people.id, people.handle, people.name, people.tier, archived + deceased">;

NameMatch match_from(const Rows& rows) {
  return {rows.id(0), rows.text(1), rows.text(2), rows.value<Tier>(3), rows.id(4) == 0};
}

std::vector<NameMatch> matches_in(Rows rows) {
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

/// Whether a key is one that is looked for.
using KeyTest = std::function<bool(const std::string& key, NameRank rank)>;

const KeyOwners& keys_in_memory(const Reader& reader) {
  auto& keys = reader.connection().keys;
  if (keys) return *keys;
  KeyOwners owners;
  for (const Person& person : reader.people()) {
    for (const auto& [key, rank] : name_keys(person)) owners.emplace(key, rank, person.id);
  }
  return keys.emplace(std::move(owners));
}

/// Whether the change under way has touched a name: the keys kept are still those from before.
bool is_being_changed(const Reader& reader, Id person) {
  return reader.connection().dirty.touched.names.contains(person);
}

/// Whether one of the keys that a match should have fits. What is kept may be somebody else's.
bool bears(const Reader& reader, const NameMatch& match, const KeyTest& fits) {
  if (is_being_changed(reader, match.person)) return true;
  Person person{.handle = match.handle, .name = match.name};
  const auto any = [&] {
    const NameKeys keys = name_keys(person);
    return std::any_of(keys.begin(), keys.end(),
                       [&](const auto& key) { return fits(key.first, key.second); });
  };
  if (any()) return true;  // mostly without a further look
  person.id = match.person;
  reader.read_details(person);
  return any();
}

/// The matches in rows of match_columns and whether the rank is none; std::nullopt if the keys do not hold.
std::optional<std::vector<NameMatch>> kept_matches(const Reader& reader, Rows rows, const KeyTest& fits) {
  std::vector<NameMatch> matches;
  while (rows.next()) {
    const bool someone = !rows.null(0) && !rows.flag(5);
    if (someone) matches.push_back(match_from(rows));
    if (someone && bears(reader, matches.back(), fits)) continue;
    reader.connection().caches_hold = false;
    return std::nullopt;
  }
  return matches;
}

std::vector<NameMatch> matches_in_memory(const Reader& reader, const KeyTest& fits) {
  std::set<Id> owners;
  for (const auto& [key, rank, person] : keys_in_memory(reader)) {
    if (fits(key, rank)) owners.insert(person);
  }
  std::vector<NameMatch> matches = reader.everyone();
  std::erase_if(matches, [&](const NameMatch& match) { return !owners.contains(match.person); });
  return matches;
}

}  // namespace

bool Reader::keys_fail() const {
  Connection& file = *connection_;
  if (file.keys || file.keys_compared) return false;
  file.keys_compared = true;
  std::set<std::tuple<std::string, Id, Id>> missing;
  for (const auto& [key, rank, person] : keys_in_memory(*this)) {
    if (!is_being_changed(*this, person)) missing.emplace(key, static_cast<Id>(rank), person);
  }
  bool hold = true;
  Rows rows = database_->query("SELECT key, rank, person FROM names");
  while (hold && rows.next())
    hold = is_being_changed(*this, rows.id(2)) || missing.erase({rows.text(0), rows.id(1), rows.id(2)}) == 1;
  hold = hold && missing.empty();
  if (hold) file.keys.reset();
  file.caches_hold = file.caches_hold && hold;
  return !hold;
}

constexpr auto no_rank = piece<"rank NOT BETWEEN ", NameRank::handle, " AND ", last_of(NameRank{})>;
template <Piece... condition>
inline constexpr const char* kept_matches_by_name =
    sql<"SELECT DISTINCT ", match_columns, ", ", no_rank,
        " FROM names LEFT JOIN people ON people.id = names.person WHERE ", condition...,
        " ORDER BY people.name, people.id">;

// A handle is looked for where it is kept: people who were added in this very change have no keys yet.
std::vector<NameMatch> Reader::named(NameRank rank, const std::string& key) const {
  if (rank == NameRank::handle)
    return matches_in(database_->query(sql<"SELECT ", match_columns, " FROM people WHERE handle = ?">, key));
  const KeyTest fits = [&](const std::string& other, NameRank of) { return of == rank && other == key; };
  auto kept =
      connection_->keys
          ? std::nullopt
          : kept_matches(
                *this,
                database_->query(kept_matches_by_name<"key = ? AND (rank = ? OR ", no_rank, ")">, key, rank),
                fits);
  return kept ? *std::move(kept) : matches_in_memory(*this, fits);
}

std::vector<NameMatch> Reader::name_begins(const std::string& handle_key, const std::string& key) const {
  const KeyTest fits = [&](const std::string& other, NameRank of) {
    const std::string& begin = of == NameRank::handle ? handle_key : key;
    return (of == NameRank::handle || !key.empty()) && other.starts_with(begin);
  };
  auto kept =
      connection_->keys
          ? std::nullopt
          : kept_matches(*this,
                         database_->query(
                             kept_matches_by_name<"((key >= ?1 AND key < ?2 AND rank = ", NameRank::handle,
                                                  ") OR (?3 <> '' AND key >= ?3 AND key < ?4 AND rank <> ",
                                                  NameRank::handle, "))">,
                             handle_key, behind(handle_key), key, behind(key)),
                         fits);
  return kept ? *std::move(kept) : matches_in_memory(*this, fits);
}

std::vector<NameMatch> Reader::everyone() const {
  std::vector<NameMatch> people = matches_in(database_->query(sql<"SELECT ", match_columns, " FROM people">));
  // SQLite takes longer to put them in order.
  std::ranges::sort(people, {},
                    [](const NameMatch& one) { return std::pair(std::string_view(one.name), one.person); });
  return people;
}

bool Reader::handle_taken(const std::string& handle) const {
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

}  // namespace rel::store
