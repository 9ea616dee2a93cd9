// The cache of sums and names: refreshed at the end of every change, for the people it touched.
#include <algorithm>
#include <utility>

#include "rel/credit.hpp"
#include "rel/limits.hpp"
#include "rel/possible.hpp"
#include "rel/replay.hpp"
#include "store/rows.hpp"
#include "store/store.hpp"

namespace rel::store {

namespace {

constexpr std::size_t most_in_one_pass = 20'000;   // people: a kilobyte each
constexpr std::int64_t least_for_one_pass = 1000;  // contacts
const Id latest_ring = day_number(latest_day()) + longest_rule;

/// Someone's sums while they are added up.
struct GrowingSums {
  GrowingSums(Person whose, const Settings& settings) : person(std::move(whose)), replay(person, settings) {}
  GrowingSums(const GrowingSums&) = delete;
  GrowingSums& operator=(const GrowingSums&) = delete;
  ~GrowingSums() = default;

  Person person;
  Replay replay;
};

// What stands for a member of the sums in its columns.
template <class T>
auto values_of(const T& value) {
  return std::tuple(value);
}
auto values_of(const std::vector<Id>& ids) {
  return std::tuple(comma_joined(ids));
}
template <HasFields Last>
auto values_of(const std::optional<Last>& last) {
  const auto value = [&]<class T>(T Last::*member) -> std::optional<T> {
    return last ? std::optional(*last.*member) : std::nullopt;
  };
  return std::apply([&](const auto&... field) { return std::tuple(value(field.member)...); },
                    row_table<Last>.fields);
}
auto values_of(const Sums& sums) {
  return std::apply([&](const auto&... field) { return std::tuple_cat(values_of(sums.*field.member)...); },
                    row_table<Sums>.fields);
}

}  // namespace

Day rings_on(const Sums& sums, const Person& person) {
  return silence_due(sums, person).value_or(latest_day());
}

std::optional<std::string> comma_joined(const std::vector<Id>& ids) {
  if (ids.empty()) return std::nullopt;
  std::string text;
  for (const Id id : ids) text += (text.empty() ? "" : ",") + std::to_string(id);
  return text;
}

// Sums made by other rules are as good as none. A check of the rules stands behind them: no other copy of
// them is in the file by which a flipped bit would show.
std::string Store::rules_in_force() const {
  std::string rules = std::to_string(settings_.day_starts.count());
  for (const TierRule& rule : settings_.tiers) rules += ' ' + std::to_string(rule.target_days);
  const ContentSum sum = sum_of_cell({}, 0, cell_of(rules));
  return rules + ' ' + std::to_string(sum.low % 100'000);
}

// Nobody looks at the sums of whoever is not due: a day on which nobody can ring is looked for here.
bool Store::sums_are_current() {
  Rows rows =
      database_->query("SELECT rules, due_on FROM made_with LEFT JOIN sums ON due_on > ?", latest_ring);
  if (!rows.next() || rows.text(0) != rules_in_force()) return false;
  if (!rows.null(1)) caches_hold_ = false;
  return caches_hold_;
}

// The figures of somebody who is just being changed are not those of the entries yet.
void Store::doubt_caches(Id person) {
  if (!touched_.figures.contains(person)) caches_hold_ = false;
}

/// The contact that waits for an answer to a person; nothing where it does not.
std::optional<Contact> Store::owed(Id reply, Id person) {
  const bool theirs = database_
                          ->query(
                              "SELECT 1 FROM contacts WHERE id = ?1 AND person = ?2"
                              " UNION ALL SELECT 1 FROM companions WHERE person = ?2 AND contact = ?1",
                              reply, person)
                          .next();
  if (!theirs) return std::nullopt;
  Contact found = contact_for(person, reply);
  return reached_out(found) && !found.answered ? std::optional(std::move(found)) : std::nullopt;
}

/// The sums in a row; nothing where they can't be the person's.
std::optional<Sums> Store::sound_sums(const Rows& rows, int first, const Person& person) {
  try {
    Sums sums = sums_from(rows, first, person, settings_);
    if (!are_possible(sums, person)) return std::nullopt;
    const auto waits = [&](Id reply) { return owed(reply, person.id).has_value(); };
    if (std::all_of(sums.replies.begin(), sums.replies.end(), waits)) return sums;
  } catch (const ValueError&) {  // where it is a contact's, it is met again among the entries
  }
  return std::nullopt;
}

std::optional<Sums> Store::kept_sums(const Person& person) {
  Rows rows =
      database_->query(sql<"SELECT due_on, ", columns<Sums>, " FROM sums WHERE person = ?">, person.id);
  auto sums = rows.next() ? sound_sums(rows, 0, person) : std::nullopt;
  if (!sums) doubt_caches(person.id);
  return sums;
}

Sums Store::sums_of(const Person& person) {
  const auto kept = sums_are_current() ? kept_sums(person) : std::nullopt;
  return kept ? *kept : replayed(person);
}

Sums Store::replayed(const Person& person) {
  return replay(person, figures_of(person.id), snoozes_of(person.id), settings_);
}

// One more contact behind all others moves the sums on; anything else is replayed.
Sums Store::refreshed(const Person& person) {
  const auto grown = grown_.find(person.id);
  if (grown == grown_.end()) return replayed(person);
  const auto kept = kept_sums(person);
  if (!kept) caches_hold_ = false;  // nothing else of theirs was changed
  if (!kept || !comes_last(*grown->second, *kept, person)) return replayed(person);
  return with_later(*kept, person, seen_by(person.id, *grown->second), snoozes_of(person.id), settings_);
}

void Store::keep_sums(const Person& person, const Sums& sums) {
  std::apply(
      [&](const auto&... value) {
        database_->run(sql<"INSERT OR REPLACE INTO sums (", columns<Sums>, ", active, ", ranked_columns,
                           ", due_on) VALUES (", marks<Sums>, ", ?, ?, ?, ?, ?, ?, ?)">,
                       value..., person.active(), person.id, person.handle, person.name, person.tier,
                       person.every_days, rings_on(sums, person));
      },
      values_of(sums));
}

// To read all contacts in their order costs as much as to read a third of them by person.
bool Store::one_pass_pays(bool everyone) {
  if (touched_.figures.size() > most_in_one_pass) return false;
  if (everyone) return true;
  if (contacts_added_ < least_for_one_pass) return false;
  Rows rows = database_->query("SELECT count(*) FROM contacts");
  rows.next();
  return 3 * contacts_added_ >= rows.id(0);
}

/// The sums of the people touched, whose contacts were entered in the order in which they happened.
std::unordered_map<Id, Sums> Store::replayed_in_one_pass() {
  std::unordered_map<Id, GrowingSums> growing;
  for (Person& person : people_for_figures()) {
    const Id id = person.id;
    if (touched_.figures.contains(id)) growing.try_emplace(id, std::move(person), settings_);
  }
  Rows rows = database_->query(sql<"SELECT ", figure_columns, " FROM contacts ORDER BY id">);
  while (rows.next()) {
    const Contact contact = contact_from(rows, *database_);
    const Contact counting = counting_others(contact);
    for (const Id person : contact.with) {
      const auto one = growing.find(person);
      if (one != growing.end() && !one->second.replay.add(seen_by(person, counting))) growing.erase(one);
    }
  }
  std::unordered_map<Id, Sums> sums;
  for (auto& [person, one] : growing) sums.emplace(person, one.replay.end(snoozes_of(person)));
  return sums;
}

// Sums made by other rules are no beginning to go on from.
bool Store::begin_anew_by_rules() {
  if (sums_are_current()) return false;
  Rows rows = database_->query("SELECT id FROM people");
  while (rows.next()) touched_.figures.insert(rows.id(0));
  grown_.clear();
  database_->run("INSERT OR REPLACE INTO made_with (one, rules) VALUES (1, ?)", rules_in_force());
  return true;
}

void Store::refresh_touched() {
  const bool everyone = begin_anew_by_rules();
  for (const Id id : touched_.names) database_->run("DELETE FROM names WHERE person = ?", id);
  const auto at_once = one_pass_pays(everyone) ? replayed_in_one_pass() : std::unordered_map<Id, Sums>{};
  for (const Id id : touched_.figures) {
    const auto person = person_if(id);
    if (!person) {
      database_->run("DELETE FROM sums WHERE person = ?", id);
      continue;
    }
    const auto known = at_once.find(id);
    keep_sums(*person, known == at_once.end() ? refreshed(*person) : known->second);
    if (touched_.names.contains(id)) keep_names(*person);
  }
  touched_ = {};
  grown_.clear();
  contacts_added_ = 0;
}

// What was met in them before or just now stands for what nobody has met yet.
void Store::refresh_caches() {
  if (caches_hold_) refresh_touched();
  if (!caches_hold_) make_caches();
}

void Store::drop_caches() {
  database_->script("DELETE FROM sums; DELETE FROM names; DELETE FROM made_with");
}

void Store::make_caches() {
  drop_caches();
  Rows rows = database_->query("SELECT id FROM people");
  while (rows.next()) touched_.names.insert(rows.id(0));
  refresh_touched();
  caches_hold_ = true;
  keys_.reset();
}

}  // namespace rel::store
