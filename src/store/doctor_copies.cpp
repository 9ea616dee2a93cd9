// The copies: the automatic ones, and the one in another place.
#include <algorithm>
#include <filesystem>

#include "store/copies.hpp"
#include "store/doctor.hpp"

namespace rel::store {

namespace {

Finding damaged(const std::string& path, const Error& error, const std::string& way) {
  return {Severity::error, why_without(path, error), path, Way::by_hand, way};
}

Finding notice(std::string what, std::string where, const std::string& way) {
  return {Severity::notice, std::move(what), std::move(where), way.empty() ? Way::none : Way::by_hand, way};
}

constexpr int days_without = 3;  // that changes go without a copy until it is told

std::string age(int days) {
  if (days <= 0) return "of today";
  return days == 1 ? "1 day old" : std::to_string(days) + " days old";
}

bool has_gone(const std::string& path) {
  std::error_code problem;
  return !std::filesystem::exists(path, problem);
}

/// The copy that is there now, as restoring would look at it.
Findings examine_reachable(const Elsewhere& elsewhere) {
  Findings findings;
  if (elsewhere.on_the_same_disk()) {
    findings.push_back({Severity::warning, "is on the disk of the data file: both would be lost together",
                        elsewhere.place(), Way::by_hand, "set backup_to to a folder on another disk"});
  }
  try {
    if (!has_gone(elsewhere.place())) check_wholly(elsewhere.place());
  } catch (const LockedError&) {
    throw;
  } catch (const Error& error) {
    findings.push_back(
        damaged(elsewhere.place(), error, "move it away; the next change of a day makes another"));
  }
  return findings;
}

}  // namespace

Findings examine_copies(const Backups& backups, std::optional<Day> changed, Day today, std::string& sound) {
  Findings findings;
  std::vector<Backup> all = backups.all();
  const auto of_a_wrong_clock =
      std::stable_partition(all.begin(), all.end(), [&](const Backup& copy) { return copy.at.day <= today; });
  if (changed && of_a_wrong_clock != all.begin() &&
      days_between(all.front().at.day, *changed) >= days_without) {
    findings.push_back(
        {Severity::warning,
         "none was made since " + iso(all.front().at.day) + ", though the file has been changed since",
         backups.folder(), Way::by_hand, "rel backup makes one, or says why it can't"});
  }
  for (const Backup& backup : all) {
    try {
      check_wholly(backup.path);
      if (sound.empty()) sound = backup.path;
    } catch (const LockedError&) {
      throw;
    } catch (const Error& error) {
      if (has_gone(backup.path)) continue;  // another command let it go meanwhile
      findings.push_back(damaged(backup.path, error, "remove it; rel backup makes another"));
    }
  }
  return findings;
}

Findings examine_elsewhere(const Elsewhere& elsewhere, Day today) {
  if (!elsewhere.wanted()) {
    return {notice("no copy is kept on another disk", "copies",
                   "name a folder there as backup_to (rel help config)")};
  }
  if (elsewhere.leads_to_data_file()) {
    return {{Severity::warning, "leads to the data file itself: no copy is made there", elsewhere.place(),
             Way::by_hand, "set backup_to to a folder on another disk"}};
  }
  Findings findings;
  const auto newest = elsewhere.newest();
  const std::string how_old = newest ? "the newest copy elsewhere is " + age(days_between(newest->on, today))
                                     : "there is no copy elsewhere yet";
  if (elsewhere.reachable()) findings = examine_reachable(elsewhere);
  findings.push_back(notice(
      how_old, elsewhere.place(),
      elsewhere.reachable() ? "" : "the folder is not there now; the first change after it is makes a copy"));
  return findings;
}

}  // namespace rel::store
