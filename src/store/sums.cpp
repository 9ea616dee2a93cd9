#include "store/sums.hpp"

#include <algorithm>
#include <utility>

#include "rel/credit.hpp"
#include "rel/limits.hpp"
#include "rel/measures.hpp"
#include "rel/possible.hpp"
#include "rel/replay.hpp"
#include "store/connection.hpp"
#include "store/rows.hpp"

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

std::optional<Day> cools_on(const Sums& sums, const Person& person) {
  return person.active() && person.tier != Tier::none ? cooling_from(sums) : std::nullopt;
}

std::optional<std::string> comma_joined(const std::vector<Id>& ids) {
  if (ids.empty()) return std::nullopt;
  std::string text;
  for (const Id id : ids) text += (text.empty() ? "" : ",") + std::to_string(id);
  return text;
}

Figures::Figures(const Reader& reader) : Figures(reader, reader.connection().settings) {}

Figures::Figures(const Reader& reader, const Settings& settings)
    : reader_(reader), settings_(settings), file_(reader.connection()), database_(*file_.database) {}

// Sums made by other rules are as good as none. A check of the rules stands behind them: no other copy of
// them is in the file by which a flipped bit would show.
std::string rules_of(const Settings& settings) {
  std::string rules = std::to_string(settings.day_starts.count());
  for (const TierRule& rule : settings.tiers) rules += ' ' + std::to_string(rule.target_days);
  const ContentSum sum = sum_of_cell({}, 0, cell_of(rules));
  return rules + ' ' + std::to_string(sum.low % 100'000);
}

// Nobody looks at the sums of whoever is not due: a day on which nobody can ring is looked for here.
bool Figures::are_current() const {
  Rows rows =
      database_.query("SELECT rules, due_on FROM made_with LEFT JOIN sums ON due_on > ?", latest_ring);
  if (!rows.next() || rows.text(0) != rules_of(settings_)) return false;
  if (!rows.null(1)) file_.caches_hold = false;
  return file_.caches_hold;
}

// The figures of somebody who is just being changed are not those of the entries yet.
void Figures::doubt(Id person) const {
  if (!file_.dirty.touched.figures.contains(person)) file_.caches_hold = false;
}

std::optional<Contact> Figures::owed(Id reply, Id person) const {
  const bool theirs = database_
                          .query(
                              "SELECT 1 FROM contacts WHERE id = ?1 AND person = ?2"
                              " UNION ALL SELECT 1 FROM companions WHERE person = ?2 AND contact = ?1",
                              reply, person)
                          .next();
  if (!theirs) return std::nullopt;
  Contact found = reader_.contact_for(person, reply);
  return reached_out(found) && !found.answered ? std::optional(std::move(found)) : std::nullopt;
}

std::optional<Sums> Figures::sound(const Rows& rows, int first, const Person& person) const {
  try {
    Sums sums = sums_from(rows, first, person, settings_);
    if (!are_possible(sums, person)) return std::nullopt;
    const auto waits = [&](Id reply) { return owed(reply, person.id).has_value(); };
    if (std::all_of(sums.replies.begin(), sums.replies.end(), waits)) return sums;
  } catch (const ValueError&) {  // where it is a contact's, it is met again among the entries
  }
  return std::nullopt;
}

std::optional<Sums> Figures::kept(const Person& person) const {
  Rows rows =
      database_.query(sql<"SELECT due_on, ", columns<Sums>, " FROM sums WHERE person = ?">, person.id);
  auto sums = rows.next() ? sound(rows, 0, person) : std::nullopt;
  if (!sums) doubt(person.id);
  return sums;
}

Sums Figures::replayed(const Person& person) const {
  return replay(person, reader_.figures_of(person.id), reader_.snoozes_of(person.id), settings_);
}

// One more contact behind all others moves the sums on; anything else is replayed.
Sums Figures::refreshed(const Person& person) const {
  const auto added = file_.dirty.only_addition.find(person.id);
  if (added == file_.dirty.only_addition.end()) return replayed(person);
  const auto before = kept(person);
  if (!before) file_.caches_hold = false;  // nothing else of theirs was changed
  if (!before || !comes_last(*added->second, *before, person)) return replayed(person);
  return with_later(*before, person, seen_by(person.id, *added->second), reader_.snoozes_of(person.id),
                    settings_);
}

void Figures::keep(const Person& person, const Sums& sums) {
  std::apply(
      [&](const auto&... value) {
        database_.run(sql<"INSERT OR REPLACE INTO sums (", columns<Sums>, ", active, ", ranked_columns,
                          ", due_on, cools_on) VALUES (", marks<Sums>, ", ?, ?, ?, ?, ?, ?, ?, ?)">,
                      value..., person.active(), person.id, person.handle, person.name, person.tier,
                      person.every_days, rings_on(sums, person), cools_on(sums, person));
      },
      values_of(sums));
}

void Figures::keep_names(const Person& person) {
  for (const auto& [key, rank] : name_keys(person)) {
    database_.run("INSERT INTO names (key, rank, person) VALUES (?, ?, ?)", key, rank, person.id);
  }
}

// To read all contacts in their order costs as much as to read a third of them by person.
bool Figures::one_pass_pays(bool everyone) const {
  if (file_.dirty.touched.figures.size() > most_in_one_pass) return false;
  if (everyone) return true;
  if (file_.dirty.contacts_added < least_for_one_pass) return false;
  Rows rows = database_.query("SELECT count(*) FROM contacts");
  rows.next();
  return 3 * file_.dirty.contacts_added >= rows.id(0);
}

/// The sums of the people touched, whose contacts were entered in the order in which they happened.
std::unordered_map<Id, Sums> Figures::replayed_in_one_pass() const {
  std::unordered_map<Id, GrowingSums> growing;
  for (Person& person : reader_.people_for_figures()) {
    const Id id = person.id;
    if (file_.dirty.touched.figures.contains(id)) growing.try_emplace(id, std::move(person), settings_);
  }
  Rows rows = database_.query(sql<"SELECT ", figure_columns, " FROM contacts ORDER BY id">);
  while (rows.next()) {
    const Contact contact = contact_from(rows, database_);
    const Contact counting = counting_others(contact);
    for (const Id person : contact.with) {
      const auto one = growing.find(person);
      if (one != growing.end() && !one->second.replay.add(seen_by(person, counting))) growing.erase(one);
    }
  }
  std::unordered_map<Id, Sums> sums;
  for (auto& [person, one] : growing) sums.emplace(person, one.replay.end(reader_.snoozes_of(person)));
  return sums;
}

// Sums made by other rules are no beginning to go on from.
bool Figures::begin_anew_by_rules() {
  if (are_current()) return false;
  Rows rows = database_.query("SELECT id FROM people");
  while (rows.next()) file_.dirty.touched.figures.insert(rows.id(0));
  file_.dirty.only_addition.clear();
  database_.run("INSERT OR REPLACE INTO made_with (one, rules) VALUES (1, ?)", rules_of(settings_));
  return true;
}

void Figures::refresh_touched() {
  const bool everyone = begin_anew_by_rules();
  for (const Id id : file_.dirty.touched.names) database_.run("DELETE FROM names WHERE person = ?", id);
  const auto at_once = one_pass_pays(everyone) ? replayed_in_one_pass() : std::unordered_map<Id, Sums>{};
  for (const Id id : file_.dirty.touched.figures) {
    const auto person = reader_.person_if(id);
    if (!person) {
      database_.run("DELETE FROM sums WHERE person = ?", id);
      continue;
    }
    const auto known = at_once.find(id);
    keep(*person, known == at_once.end() ? refreshed(*person) : known->second);
    if (file_.dirty.touched.names.contains(id)) keep_names(*person);
  }
  file_.dirty = {};
}

// What was met in them before or just now stands for what nobody has met yet.
void Figures::refresh(const Transaction& change) {
  if (file_.caches_hold) refresh_touched();
  if (!file_.caches_hold) remake(change);
}

void Figures::remake(const Transaction&) {
  drop_caches(database_);
  Rows rows = database_.query("SELECT id FROM people");
  while (rows.next()) file_.dirty.touched.names.insert(rows.id(0));
  refresh_touched();
  file_.caches_hold = true;
  file_.keys.reset();
}

void drop_caches(Database& database) {
  database.script("DELETE FROM sums; DELETE FROM names; DELETE FROM made_with");
}

Sums sums_of(const Reader& reader, const Person& person) {
  const Figures figures(reader);
  const auto kept = figures.are_current() ? figures.kept(person) : std::nullopt;
  return kept ? *kept : figures.replayed(person);
}

std::vector<Sums> sums_of(const Reader& reader, const std::vector<Person>& people) {
  const Figures figures(reader);
  std::unordered_map<Id, std::size_t> places;
  std::vector<std::optional<Sums>> kept(people.size());
  if (figures.are_current()) {
    for (std::size_t i = 0; i < people.size(); ++i) places.emplace(people[i].id, i);
    Rows rows = database_of(reader).query(sql<"SELECT person, due_on, ", columns<Sums>, " FROM sums">);
    while (rows.next()) {
      const auto place = places.find(rows.id(0));
      if (place != places.end()) kept[place->second] = figures.sound(rows, 1, people[place->second]);
    }
  }
  std::vector<Sums> all;
  all.reserve(people.size());
  for (std::size_t i = 0; i < people.size(); ++i)
    all.push_back(kept[i] ? *std::move(kept[i]) : figures.replayed(people[i]));
  return all;
}

}  // namespace rel::store
