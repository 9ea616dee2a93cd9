// Reading a data file: people, names and entries.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "rel/entries.hpp"
#include "rel/id.hpp"
#include "store/content.hpp"
#include "store/cut.hpp"
#include "store/history.hpp"
#include "store/kinds.hpp"

namespace rel::store {

struct Connection;

/// By what a person can be named, in the order in which it is tried.
enum class NameRank { handle, alias, full_name, word, part };
constexpr NameRank last_of(NameRank) {
  return NameRank::part;
}

/// The keys by which a person is found.
using NameKeys = std::set<std::pair<std::string, NameRank>>;
NameKeys name_keys(const Person& person);

/// Someone whom a typed name fits.
struct NameMatch {
  Id person = 0;
  std::string handle;
  std::string name;
  Tier tier = Tier::none;
  bool active = true;
};

/// Whether a contact names everybody of a group, or the one who was looked for alone and counts the others:
/// where many were there, to read all of them for each of them takes long.
enum class Company { named, counted };

/// Reads an open file. It is a handle: copies share the connection, which is closed with the last of them,
/// and see what a Change has done so far. Every function throws FileError or IoError for what SQLite reports.
class Reader {
 public:
  explicit Reader(std::shared_ptr<Connection> connection);

  /// From now on all handles of this connection read the file as it was at the end of `day` (see cut_at).
  void look_back_to(Day day, PeopleThen people = PeopleThen::known) { cut_at(*database_, day, people); }

  /// For functions of the store alone: what all handles of the file share.
  Connection& connection() const { return *connection_; }

  // --- Names (names.cpp)

  /// People whose key of this rank is `key` (folded as fold_name does; a handle as it is).
  std::vector<NameMatch> named(NameRank rank, const std::string& key) const;
  /// People one of whose keys of any rank begins with `handle_key` (handles) or `key` (the others).
  std::vector<NameMatch> name_begins(const std::string& handle_key, const std::string& key) const;
  /// Compares the keys that are kept with the names, once; true if they differ. Then keys are made in memory
  /// from here on. For when nobody was found.
  bool keys_fail() const;
  /// Every person, for "did you mean".
  std::vector<NameMatch> everyone() const;
  /// Whether a handle is in use.
  bool handle_taken(const std::string& handle) const;

  // --- People (people.cpp)

  /// Throws NotFound.
  Person person(Id id) const;
  std::optional<Person> person_if(Id id) const;
  std::optional<Id> person_of_uid(const std::string& uid) const;
  /// All people by name, with everything that is kept about them.
  std::vector<Person> people() const;
  /// The same with what figures look at: no dates, and of the details only `real_by`.
  std::vector<Person> people_for_figures() const;
  /// Reads the aliases, phones, e-mails, tags and real channels of a person who has only an id.
  void read_details(Person& person) const;
  bool has_people() const;
  /// The handle of a person. Throws NotFound.
  std::string handle_of(Id id) const;
  /// The name of a person. Throws NotFound.
  std::string name_of(Id id) const;

  // --- Groups (groups.cpp)

  /// Tags with a clock of their own, by tag.
  std::vector<Group> groups() const;
  /// The group of a tag, whatever its case and accents; std::nullopt if the tag has no clock.
  std::optional<Group> group(const std::string& tag) const;

  // --- Entries (entries.cpp)

  /// Their contacts from `since` to `until`, both included: alone with them, and those of a group.
  std::vector<Contact> contacts_of(Id person, Day since = earliest_day(), Day until = latest_day(),
                                   Company company = Company::named) const;
  /// All as their figures need them: of a group its first person and they are named, the others counted.
  std::vector<Contact> figures_of(Id person) const;
  /// Their conversations (w > 0) from `since` on, in no order and without notes and names of others.
  std::vector<Contact> talks_of(const Person& person, Day since) const;
  std::vector<Contact> contacts_on(Id person, Day day, Company company = Company::named) const {
    return contacts_of(person, day, day, company);
  }
  /// Everybody's contacts from `since` to `until`, both included, each once, by day and id.
  std::vector<Contact> contacts_between(Day since, Day until) const;
  std::vector<Remark> remarks_of(Id person) const;
  std::vector<Promise> promises_of(Id person) const;
  /// Their snoozes; those for everyone are not among them.
  std::vector<Snooze> snoozes_of(Id person) const;
  /// An entry by its id. These throw NotFound.
  Contact contact(Id id) const;
  /// The same as the figures of one of its people need it: the others are counted, not named.
  Contact contact_for(Id person, Id id) const;
  Remark remark(Id id) const;
  Promise promise(Id id) const;
  Snooze snooze(Id id) const;
  Review review(Id id) const;
  /// At most `limit` entries whose id begins so.
  std::vector<EntryRef> entries_beginning(const IdBeginning& beginning, int limit) const;
  /// The newest entries of each kind, at most `limit` of a kind, newest first.
  std::vector<EntryRef> newest_entries(int limit) const;
  /// The shortest beginning of an id that is unique in the file, at least four characters.
  std::string short_id(Id id) const;

  // --- Everything, for exports and imports (everything.cpp)

  /// Hands over every entry of a kind, by id, one at a time: a million contacts take no room.
  void each_contact(const std::function<void(const Contact&)>& take) const;
  void each_remark(const std::function<void(const Remark&)>& take) const;
  void each_promise(const std::function<void(const Promise&)>& take) const;
  void each_snooze(const std::function<void(const Snooze&)>& take) const;
  /// All reviews, oldest first.
  std::vector<Review> reviews() const;
  /// Snoozes for everyone.
  std::vector<Snooze> absences() const;
  /// Snoozes of no person: those for everyone, and those of groups.
  std::vector<Snooze> snoozes_of_nobody() const;
  /// What has this id; std::nullopt if it is free.
  std::optional<EntryKind> kind_of(Id id) const;
  /// Whether any contact is in the file, and whether one with a person is.
  bool has_contacts() const;
  bool has_contacts(Id person) const;
  /// People about whom an ask is open.
  std::vector<Id> people_with_asks() const;
  Extent extent() const { return extent_of(*database_); }

  // --- History (file.cpp)

  /// The newest commands, at most `limit`, newest first.
  std::vector<Step> steps(int limit) const { return history_steps(*database_, limit); }
  /// When the last change was made, in milliseconds since 1970.
  std::optional<std::int64_t> last_change_ms() const;
  /// Where the history begins, if not with the file: nothing before can be undone.
  std::optional<Checkpoint> checkpoint() const { return checkpoint_of(*database_); }

 protected:
  std::shared_ptr<Connection> connection_;
  Database* database_;  // of the connection
};

}  // namespace rel::store
