// The figures of people, which are kept beside their entries: read, made and examined. The keys of names,
// which are kept likewise, are made with them.
#pragma once

#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "rel/settings.hpp"
#include "rel/sums.hpp"
#include "store/finding.hpp"
#include "store/reader.hpp"

namespace rel::store {

class Rows;
class Transaction;

/// A person's sums: those kept, or a replay if they were made by other rules or for another day.
Sums sums_of(const Reader& reader, const Person& person);
/// The sums of several people, in the same order.
std::vector<Sums> sums_of(const Reader& reader, const std::vector<Person>& people);

/// The settings that sums depend on, as a text that stands beside them in the file.
std::string rules_of(const Settings& settings);

/// What is wrong with the caches: the sums against a replay by the rules they were made with, the keys of
/// names against the names. Look only if the rest is sound.
Findings examine_caches(const Reader& reader);

/// Empties the tables of sums and names.
void drop_caches(Database& database);

/// The figures of one file. A reader, and settings, must outlive it.
class Figures {
 public:
  /// By the settings in force.
  explicit Figures(const Reader& reader);
  /// By any other.
  Figures(const Reader& reader, const Settings& settings);

  /// Whether those kept were made by these settings, and nothing was met in them that can't be.
  bool are_current() const;
  /// Those kept of a person, whatever they were made by; std::nullopt if they can't be the person's.
  std::optional<Sums> kept(const Person& person) const;
  /// The same from a row that sums_from() reads from column `first` on.
  std::optional<Sums> sound(const Rows& rows, int first, const Person& person) const;
  /// From all entries.
  Sums replayed(const Person& person) const;
  /// The contact that waits for an answer to a person; std::nullopt if it does not.
  std::optional<Contact> owed(Id reply, Id person) const;

  /// Makes anew what the change under way has touched; all of it if they are not current.
  void refresh(const Transaction& change);
  /// Makes all anew.
  void remake(const Transaction& change);

 private:
  void doubt(Id person) const;
  Sums refreshed(const Person& person) const;
  void keep(const Person& person, const Sums& sums);
  void keep_names(const Person& person);
  bool one_pass_pays(bool everyone) const;
  std::unordered_map<Id, Sums> replayed_in_one_pass() const;
  bool begin_anew_by_rules();
  void refresh_touched();

  const Reader& reader_;
  const Settings& settings_;
  Connection& file_;
  Database& database_;
};

}  // namespace rel::store
