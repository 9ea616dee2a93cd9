// The caches against what they are caches of: sums against a replay, keys of names against the names.
#include <algorithm>
#include <charconv>
#include <limits>

#include "rel/limits.hpp"
#include "store/doctor.hpp"
#include "store/doctor_rows.hpp"
#include "store/migrate.hpp"
#include "store/rows.hpp"
#include "store/store.hpp"

namespace rel::store {

namespace {

constexpr int last_minute = 24 * 60 - 1;

/// The settings that sums were made with, read from the text that rules_in_force() makes of them.
std::optional<Settings> settings_from(const std::string& rules) {
  Settings settings;
  const char* at = rules.data();
  const char* const end = at + rules.size();
  const auto read = [&](int& number, int least, int most) {
    if (at < end && *at == ' ') ++at;
    const auto [next, problem] = std::from_chars(at, end, number);
    at = next;
    return problem == std::errc{} && number >= least && number <= most;
  };
  int day_starts = 0;
  if (!read(day_starts, 0, last_minute)) return std::nullopt;
  settings.day_starts = TimeOfDay{day_starts};
  for (TierRule& rule : settings.tiers) {
    if (!read(rule.target_days, 1, longest_rule)) return std::nullopt;
  }
  int check = 0;  // by which whoever asks compares
  return read(check, 0, std::numeric_limits<int>::max()) && at == end ? std::optional(settings)
                                                                      : std::nullopt;
}

Finding wrong(const std::string& what, const Person& person) {
  return {.what = what, .where = "person " + person.handle, .way = Way::remake};
}

}  // namespace

// The rules stand beside the sums: these are what they were made with, whatever is in force now.
Findings Store::examine_rules() {
  Rows made = database_->query("SELECT rules FROM made_with");
  const std::string in_force = rules_in_force();
  if (!made.next()) {
    if (!has_people()) return {};
    return {{.what = "nobody knows how the figures were made", .where = "figures", .way = Way::remake}};
  }
  const auto settings = settings_from(made.text(0));
  if (settings) settings_ = *settings;
  if (!settings || made.text(0) != rules_in_force()) {
    return {{.what = "nobody knows how the figures were made", .where = "figures", .way = Way::remake}};
  }
  if (in_force == rules_in_force()) return {};
  return {{.severity = Severity::notice,
           .what = "were made with other settings than those in force; the next change makes them anew",
           .where = "figures",
           .way = Way::none}};
}

Findings Store::examine_rows() {
  Findings findings = examine_values(*database_);
  for (Finding& finding : examine_references(*database_)) findings.push_back(std::move(finding));
  return findings;
}

Findings Store::examine_caches() {
  Findings findings = examine_rules();
  for (const Person& person : people()) {
    if (!sums_hold(person))
      findings.push_back(wrong("kept figures are not what the entries add up to", person));
    if (!names_hold(person))
      findings.push_back(wrong("can't be found by every name, or by a wrong one", person));
  }
  Rows strays = database_->query(
      "SELECT person FROM sums WHERE person NOT IN (SELECT id FROM people)"
      " UNION SELECT person FROM names WHERE person NOT IN (SELECT id FROM people)");
  while (strays.next()) {
    findings.push_back({.what = "are kept of somebody who is not there",
                        .where = "figures of person " + std::to_string(strays.id(0)),
                        .way = Way::remake});
  }
  return findings;
}

bool Store::sums_hold(const Person& person) {
  const auto kept = kept_sums(person);
  if (!kept) return false;
  const Sums sums = replayed(person);
  Rows rows = database_->query(
      "SELECT due_on, replies, active, handle, name, tier, every_days FROM sums WHERE person = ?", person.id);
  return rows.next() && *kept == sums && rows.id(0) == day_number(rings_on(sums, person)) &&
         rows.text_if(1) == comma_joined(sums.replies) && rows.id(2) == Id{person.active()} &&
         rows.text(3) == person.handle && rows.text(4) == person.name &&
         rows.id(5) == static_cast<Id>(person.tier) && rows.id_if(6) == person.every_days;
}

bool Store::names_hold(const Person& person) {
  std::set<std::pair<std::string, Id>> kept;
  Rows rows = database_->query("SELECT key, rank FROM names WHERE person = ?", person.id);
  while (rows.next()) kept.emplace(rows.text(0), rows.id(1));
  std::set<std::pair<std::string, Id>> keys;
  for (const auto& [key, rank] : name_keys(person)) keys.emplace(key, static_cast<Id>(rank));
  return kept == keys;
}

void Store::remake_caches() {
  in_transaction([&] {
    drop_caches();
    database_->script("REINDEX");
    make_caches();
  });
}

void repair_caches(const std::string& path, const Settings& settings) {
  if (auto store = Store::for_writing(path, settings)) store->remake_caches();
}

bool caches_hold(const std::string& path) {
  if (is_older(path)) return true;
  auto store = Store::for_reading(path, {}, Reading::everything);
  const Findings findings = store ? store->examine_caches() : Findings{};
  return std::ranges::none_of(findings, [](const Finding& finding) { return finding.way == Way::remake; });
}

}  // namespace rel::store
