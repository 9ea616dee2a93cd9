// The caches against what they are caches of: sums against a replay, keys of names against the names.
#include <algorithm>
#include <charconv>
#include <limits>

#include "rel/limits.hpp"
#include "store/connection.hpp"
#include "store/doctor.hpp"
#include "store/file.hpp"
#include "store/migrate.hpp"
#include "store/rows.hpp"
#include "store/sums.hpp"

namespace rel::store {

namespace {

constexpr int last_minute = 24 * 60 - 1;

/// The settings that sums were made with, read from the text that rules_of() makes of them.
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

const Finding unknown_rules{
    .what = "nobody knows how the figures were made", .where = "figures", .way = Way::remake};

bool sums_hold(const Reader& reader, const Figures& figures, const Person& person) {
  const auto kept = figures.kept(person);
  if (!kept) return false;
  const Sums sums = figures.replayed(person);
  Rows rows = database_of(reader).query(
      "SELECT due_on, replies, active, handle, name, tier, every_days, cools_on FROM sums WHERE person = ?",
      person.id);
  return rows.next() && *kept == sums && rows.id(0) == day_number(rings_on(sums, person)) &&
         rows.text_if(1) == comma_joined(sums.replies) && rows.id(2) == Id{person.active()} &&
         rows.text(3) == person.handle && rows.text(4) == person.name &&
         rows.id(5) == static_cast<Id>(person.tier) && rows.id_if(6) == person.every_days &&
         rows.day_if(7) == cools_on(sums, person);
}

bool names_hold(const Reader& reader, const Person& person) {
  std::set<std::pair<std::string, Id>> kept;
  Rows rows = database_of(reader).query("SELECT key, rank FROM names WHERE person = ?", person.id);
  while (rows.next()) kept.emplace(rows.text(0), rows.id(1));
  std::set<std::pair<std::string, Id>> keys;
  for (const auto& [key, rank] : name_keys(person)) keys.emplace(key, static_cast<Id>(rank));
  return kept == keys;
}

/// Examines what is kept, by the settings that it was made with.
void examine_people(const Reader& reader, const Settings& settings, Findings& findings) {
  const Figures figures(reader, settings);
  for (const Person& person : reader.people()) {
    if (!sums_hold(reader, figures, person))
      findings.push_back(wrong("kept figures are not what the entries add up to", person));
    if (!names_hold(reader, person))
      findings.push_back(wrong("can't be found by every name, or by a wrong one", person));
  }
}

}  // namespace

Findings examine_caches(const Reader& reader) {
  Findings findings;
  Settings settings = reader.connection().settings;
  Rows made = database_of(reader).query("SELECT rules FROM made_with");
  if (made.next()) {
    const std::string in_force = rules_of(settings);
    const auto made_with = settings_from(made.text(0));
    settings = made_with.value_or(settings);
    if (!made_with || made.text(0) != rules_of(settings)) {
      findings.push_back(unknown_rules);
    } else if (in_force != made.text(0)) {
      findings.push_back(
          {.severity = Severity::notice,
           .what = "were made with other settings than those in force; the next change makes them anew",
           .where = "figures",
           .way = Way::none});
    }
  } else if (reader.has_people()) {
    findings.push_back(unknown_rules);
  }
  examine_people(reader, settings, findings);
  Rows strays = database_of(reader).query(
      "SELECT person FROM sums WHERE person NOT IN (SELECT id FROM people)"
      " UNION SELECT person FROM names WHERE person NOT IN (SELECT id FROM people)");
  while (strays.next()) {
    findings.push_back({.what = "are kept of somebody who is not there",
                        .where = "figures of person " + std::to_string(strays.id(0)),
                        .way = Way::remake});
  }
  return findings;
}

void repair_caches(const std::string& path, const Settings& settings) {
  if (auto file = File::open_to_write(path, settings)) file->remake_caches();
}

bool caches_hold(const std::string& path) {
  if (is_older(path)) return true;
  const auto reader = File::open_to_read(path, {}, Reading::everything);
  const Findings findings = reader ? examine_caches(*reader) : Findings{};
  return std::ranges::none_of(findings, [](const Finding& finding) { return finding.way == Way::remake; });
}

}  // namespace rel::store
