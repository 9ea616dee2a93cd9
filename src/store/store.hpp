// The file as the commands see it: people, their entries, and one recorded transaction for each command.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "rel/clocks.hpp"
#include "rel/entries.hpp"
#include "rel/id.hpp"
#include "rel/settings.hpp"
#include "rel/standing.hpp"
#include "store/carry_over.hpp"
#include "store/content.hpp"
#include "store/cut.hpp"
#include "store/finding.hpp"
#include "store/history.hpp"
#include "store/ids.hpp"
#include "store/kinds.hpp"
#include "store/listed.hpp"
#include "store/open.hpp"

namespace rel::store {

enum class Kinship;

/// Whether a text names someone, by a word of the name, an alias or the handle.
bool is_named_in(const std::string& text, const Person& person);

/// By what a person can be named, in the order in which it is tried.
enum class NameRank { handle, alias, full_name, word, part };
constexpr NameRank last_of(NameRank) {
  return NameRank::part;
}

/// The keys by which a person is found.
using NameKeys = std::set<std::pair<std::string, NameRank>>;
NameKeys name_keys(const Person& person);

/// Whose keys they are, in their order.
using KeyOwners = std::set<std::tuple<std::string, NameRank, Id>>;

/// Someone whom a typed name fits.
struct NameMatch {
  Id person = 0;
  std::string handle;
  std::string name;
  Tier tier = Tier::none;
  bool active = true;
};

/// A text of the file that holds what was looked for.
struct Passage {
  std::optional<EntryKind> entry;  ///< nothing: a person's name, handle, alias, …
  Id id = 0;                       ///< of the entry or the person
  std::optional<Id> person;        ///< whose it is, the first of a group; nobody: everyone's
  bool group = false;              ///< a contact with several people
  Day on{};                        ///< of the entry; of a person, when they were added
  std::string text;                ///< the whole of it
};

/// Whether a key is one that is looked for.
using KeyTest = std::function<bool(const std::string& key, NameRank rank)>;
/// Whether a text holds what is looked for; the text is valid during the call.
using TextTest = std::function<bool(std::string_view)>;
/// Relationships to be found by their person.
using RelationshipsById = std::unordered_map<Id, Relationship*>;

/// Whether a contact names everybody of a group, or the one who was looked for alone and counts the others:
/// where many were there, to read all of them for each of them takes long.
enum class Company { named, counted };

/// Days of the user's own, whoever they are with.
struct OwnDays {
  std::optional<Day> away_until;  ///< they are away, where this is later than today
  std::optional<Day> reviewed;    ///< of the last review
  std::optional<Day> began;       ///< when the first contact was entered, or its person was added
};

/// How much belongs to one person.
struct Belongings {
  int contacts = 0;  ///< with them alone
  int shared = 0;    ///< contacts with others, too
  int remarks = 0;
  int promises = 0;
  int snoozes = 0;
  int intentions = 0;
};

/// An open file. Reading methods throw FileError or IoError for whatever SQLite reports; changing ones work
/// only inside change().
class Store {
 public:
  /// Opens a file for reading; nothing where there is none. Everything is read from one moment; of an older
  /// version, what it would be in ours is read out of memory.
  static std::optional<Store> for_reading(const std::string& path, const Settings& settings,
                                          Reading reading = Reading::little);
  /// The same for a file of whatever version that we know, for become() only.
  static std::optional<Store> for_replacing(const std::string& path, const Settings& settings);
  /// Opens a file for writing; nothing where there is none. Throws OlderFile where it is not of our version.
  static std::optional<Store> for_writing(const std::string& path, const Settings& settings);
  /// The same, and makes the file where there is none.
  static Store for_writing_or_new(const std::string& path, const Settings& settings);

  /// From now on reads as it was at the end of `day` (see cut_at), and is for reading only.
  void look_back_to(Day day, PeopleThen people = PeopleThen::known) { cut_at(*database_, day, people); }

  // --- Names (names.cpp)

  /// People whose key of this rank is `key` (folded as fold_name does; a handle as it is).
  std::vector<NameMatch> named(NameRank rank, const std::string& key);
  /// People one of whose keys of any rank begins with `handle_key` (handles) or `key` (the others).
  std::vector<NameMatch> name_begins(const std::string& handle_key, const std::string& key);
  /// Whether the keys that are kept are not those of the names: from then on they are read out of memory.
  /// Looks once; for when nobody was found.
  bool keys_fail();
  /// Every person, for "did you mean".
  std::vector<NameMatch> everyone();
  /// Whether a handle is in use.
  bool handle_taken(const std::string& handle);

  // --- People (people.cpp)

  /// Throws NotFound.
  Person person(Id id);
  std::optional<Person> person_if(Id id);
  /// All people by name, with everything that is kept about them.
  std::vector<Person> people();
  bool has_people();
  /// How much the file holds.
  Extent extent() { return extent_of(*database_); }
  /// The handle of a person. Throws NotFound.
  std::string handle_of(Id id);
  /// The name of a person. Throws NotFound.
  std::string name_of(Id id);

  // --- Entries (entries.cpp)

  /// Their contacts from `since` to `until`, both included: alone with them, and those of a group.
  std::vector<Contact> contacts_of(Id person, Day since = earliest_day(), Day until = latest_day(),
                                   Company company = Company::named);
  /// All as their figures need them: of a group its first person and they are named, the others counted.
  std::vector<Contact> figures_of(Id person);
  /// Their conversations (w > 0) from `since` on, in no order and without notes and names of others.
  std::vector<Contact> talks_of(const Person& person, Day since);
  std::vector<Contact> contacts_on(Id person, Day day, Company company = Company::named) {
    return contacts_of(person, day, day, company);
  }
  /// Everybody's contacts from `since` to `until`, both included, each once, by day and id.
  std::vector<Contact> contacts_between(Day since, Day until);
  std::vector<Remark> remarks_of(Id person);
  std::vector<Promise> promises_of(Id person);
  /// Their snoozes; those for everyone are not among them.
  std::vector<Snooze> snoozes_of(Id person);
  Contact contact(Id id);
  /// The same as the figures of one of its people need it: the others are counted, not named.
  Contact contact_for(Id person, Id id);
  Remark remark(Id id);
  Promise promise(Id id);
  Snooze snooze(Id id);
  /// At most `limit` entries whose id begins so.
  std::vector<EntryRef> entries_beginning(const IdBeginning& beginning, int limit);
  /// The newest entries of each kind, at most `limit` of a kind, newest first.
  std::vector<EntryRef> newest_entries(int limit);
  /// The shortest beginning of an id that is unique in the file, at least four characters.
  std::string short_id(Id id);

  // --- Everything, for exports and imports (everything.cpp)

  /// Hands over every entry of a kind, by id, one at a time: a million contacts take no room.
  void each_contact(const std::function<void(const Contact&)>& take);
  void each_remark(const std::function<void(const Remark&)>& take);
  void each_promise(const std::function<void(const Promise&)>& take);
  void each_snooze(const std::function<void(const Snooze&)>& take);
  /// What has this id; nothing where it is free.
  std::optional<EntryKind> kind_of(Id id);
  /// Whether any contact is in the file, and whether one with a person is.
  bool has_contacts();
  bool has_contacts(Id person);
  /// Snoozes for everyone.
  std::vector<Snooze> absences();

  // --- Reviews (reviews.cpp)

  /// All reviews, oldest first.
  std::vector<Review> reviews();
  Review review(Id id);

  // --- Looking for a text (find.cpp)

  /// People one of whose texts fits, each once, in no order, with the first of: name, handle, alias, phone,
  /// e-mail, tag, purpose.
  std::vector<Passage> people_whose(const TextTest& fits);
  /// Entries from `since` on one of whose texts fits, each once, in no order.
  std::vector<Passage> entries_whose(const TextTest& fits, Day since);
  // --- What a review looks at (review.cpp)

  /// All people by name, with what figures look at: no dates, and of what reaches them only `real_by`.
  std::vector<Person> people_for_figures();
  /// Gives `take` the contacts with a person that may be talks, the latest first, for as long as it returns
  /// true.
  void talks_backwards(const Person& person, const std::function<bool(const Contact&)>& take);
  /// The sums of several people, in the same order.
  std::vector<Sums> sums_of(const std::vector<Person>& people);
  /// Everybody's promises.
  std::vector<Promise> promises();
  /// Snoozes made from `since` to `until`, both included; those for everyone are among them.
  std::vector<Snooze> snoozes_between(Day since, Day until);
  /// The day of the last contact marked as deep, until `until`, with each active person of the two upper
  /// tiers; nobody without one is in it.
  std::map<Id, Day> deep_talks(Day until);
  /// How many remarks of active people were neither heard nor come back to for a year before `today`. Asks
  /// that are open are none of them.
  int stale_remarks(Day today);

  // --- Whom to call (waiting.cpp)

  /// Everyone who may be due between `today` and `days_ahead` days later, with what the clocks look at.
  /// What no clock looks at is left to read_details(), add_last_remark() and add_postponements().
  std::vector<Facts> waiting(Day today, int days_ahead);
  /// One person with what the clocks look at.
  Facts facts_for_clocks(const Person& one);
  /// One person with everything.
  Facts facts(Id id);
  /// Their aliases, phones, e-mails, tags and channels that are real.
  void read_details(Person& person);
  /// The last thing they told that the user has not come back to.
  void add_last_remark(Facts& facts);
  /// The postponements that count since the last real conversation.
  void add_postponements(Facts& facts);
  /// The user's own days, as of `today`.
  OwnDays own_days(Day today);
  /// The day until which the user is away, as of `today`.
  std::optional<Day> away_until(Day today);
  /// A person's sums: those kept, or a replay where they were made by other rules or for another day.
  Sums sums_of(const Person& person);

  // --- How it stands (health.cpp)

  /// Everyone with their sums, and whoever has health with what it looks at; details are left to
  /// read_details().
  std::vector<Relationship> relationships();
  /// One person with everything.
  Relationship relationship(Id person);

  // --- Changing (store.cpp and the files above)

  /// Runs `work` in one immediate transaction, recorded as one step of the history under `command`. It is
  /// committed when this returns, and nothing of it is left when `work` throws. A command that changes
  /// nothing leaves no step. `report` runs last: what it reads is so when it is committed.
  void change(
      const std::string& command, std::int64_t at_ms, const std::function<void()>& work,
      const std::function<void()>& report = [] {});

  /// Before an import: takes more memory, so that indices of a million entries need no disk, and has the
  /// history keep contacts as a list.
  void expect_much();

  /// Adds many contacts to a file that has none: their indices are made when `work` is done. Until then
  /// nothing may look for contacts but by their whole id. Call inside change().
  void without_indices(const std::function<void()>& work);

  /// Runs `work` as change() would, and keeps nothing of it.
  void try_out(const std::function<void()>& work);

  /// Adds a person; makes their id, and their uid where it is empty.
  Id add(Person& person);
  void update(const Person& person);
  /// Adds an entry; makes its id where it is 0. One that is given must be positive and free (see kind_of).
  Id add(Contact& contact);
  void update(const Contact& changed);
  Id add(Remark& remark);
  void update(const Remark& remark);
  /// Closes each ask about a person on the first of the days on which they talked that is not before its own;
  /// returns those closed.
  std::vector<Remark> close_asks(Id person, const std::set<Day>& talks);
  /// People about whom an ask is open.
  std::vector<Id> people_with_asks();
  /// Opens the asks about a person again that a talk on that day closed, unless another talk does; returns
  /// them.
  std::vector<Remark> reopen_asks(const Person& person, Day on);
  Id add(Promise& promise);
  void update(const Promise& promise);
  Id add(Snooze& snooze);
  void update(const Snooze& changed);
  Id add(Review& review);
  /// Gives everything of `other` to `keep.id`, who becomes as given, and takes `other` away. Who was present
  /// as both is there once; what both have to the letter is kept once. Returns what is `keep`'s now.
  std::vector<EntryRef> merge(const Person& keep, Id other);
  void remove(const EntryRef& entry);

  // --- History (store.cpp)

  std::vector<Step> steps(int limit);
  /// Takes back the newest command, or does the last undone one again; nothing where there is none.
  std::optional<Step> undo(std::int64_t at_ms);
  std::optional<Step> redo(std::int64_t at_ms);
  /// When the last change was made, in milliseconds since 1970.
  std::optional<std::int64_t> last_change_ms();
  /// Where the history begins, if not with the file: nothing before can be undone.
  std::optional<Checkpoint> checkpoint() { return checkpoint_of(*database_); }

  // --- Examining (doctor_caches.cpp)

  /// What is wrong with the caches: the sums against a replay by the rules they were made with, the keys of
  /// names against the names. Look only where the rest is sound.
  Findings examine_caches();
  /// What is wrong with single values, references and ids.
  Findings examine_rows();
  /// Makes the caches and the indices anew, in a transaction that is no step of the history.
  void remake_caches();

  // --- Forgetting (forget.cpp)

  Belongings belongings(Id person);
  /// How many texts of others name a person, by a word of the name, an alias or the handle.
  int texts_naming(const Person& person);
  std::optional<Id> person_of_uid(const std::string& uid);
  /// What another file is to this one (whose.hpp).
  Kinship kinship_to(Store& other);
  /// The ids of all entries that are with or about this person alone.
  std::set<Id> own_entries(Id person);
  /// Erases the person of a uid (also where they are not in the file any more), ends the history, and leaves
  /// no trace in the file or its journal. In contacts with others `others` grows by one. Everyone else waits.
  void forget(const std::string& uid, std::int64_t at_ms);
  /// The second part of forget(): no trace of what was deleted stays in the file or its journal.
  void scrub();

  // --- Restoring and migrating (become.cpp)

  /// Replaces all that the file holds by what another one holds, of whatever version up to ours, and ends the
  /// history; `why` is a checkpoint's. `choose` says by which one, while others may read the file but nobody
  /// can write to it; where it says none, or something throws, nothing changes. Whether it did. A store that
  /// threw is only to be closed.
  bool become(const std::function<std::optional<Held>()>& choose, std::int64_t at_ms, const std::string& why);
  /// The version that the file is of, now.
  int version();

 private:
  Store(std::unique_ptr<Database> database, Settings settings);

  void in_transaction(const std::function<void()>& work);
  void record_part();
  void begin_part();
  void record_large_part();
  void end_list();
  void record(const Bytes& changes);
  void move(std::int64_t step, std::int64_t at_ms, Action action);

  std::vector<Person> bare_people();

  void leave_shared_contacts(Id person);
  void erase(Id person);
  void vacuum();
  void let_others_in() noexcept;
  void take_over(const Held& from);
  void check_taken_over(const Held& from);
  static Store in_memory(const Held& held, std::int64_t changed_ms, const Settings& settings);

  void write_details(const Person& person);
  void write(const Contact& contact);
  void write_companions(const Contact& contact);
  void read_intentions(Review& review);
  void touch(const std::vector<Id>& people);

  std::string rules_in_force() const;
  bool sums_are_current();
  void doubt_caches(Id person);
  std::optional<Contact> owed(Id reply, Id person);
  std::optional<Sums> sound_sums(const Rows& rows, int first, const Person& person);
  std::optional<Sums> kept_sums(const Person& person);
  Sums replayed(const Person& person);
  Sums refreshed(const Person& person);
  void keep_sums(const Person& person, const Sums& sums);
  void keep_names(const Person& person);
  Findings examine_rules();
  bool sums_hold(const Person& person);
  bool names_hold(const Person& person);
  bool one_pass_pays(bool everyone);
  std::unordered_map<Id, Sums> replayed_in_one_pass();
  bool begin_anew_by_rules();
  void refresh_touched();
  void refresh_caches();
  void drop_caches();
  void make_caches();

  KeyOwners owners_of_keys();
  const KeyOwners& keys_in_memory();
  bool bears(const NameMatch& match, const KeyTest& fits);
  std::optional<std::vector<NameMatch>> kept_matches(Rows rows, const KeyTest& fits);
  std::vector<NameMatch> matches_in_memory(const KeyTest& fits);

  std::vector<Facts> facts_from_indices(Day today, int days_ahead);
  std::vector<Facts> facts_of_all();

  void add_promises(RelationshipsById& people);
  void add_remarks(RelationshipsById& people);
  void add_meetings(RelationshipsById& people);

  std::unique_ptr<Database> database_;
  Settings settings_;
  bool caches_hold_ = true;        // nothing was met in them that can't be
  bool keys_compared_ = false;     // with the names, all of them
  std::optional<KeyOwners> keys_;  // once those that are kept were found not to hold
  IdMaker ids_;
  std::unique_ptr<Recorder> recorder_;
  bool much_ = false;                 // contacts are listed instead of recorded
  ListedContacts listed_;             // those of the part under way
  std::string command_;               // of the change under way
  std::optional<std::int64_t> step_;  // its step, once a part is recorded
  std::int64_t at_ms_ = 0;
  Touched touched_;
  std::int64_t contacts_added_ = 0;
  // People to whom this change did nothing but add one contact; that of a group is there once.
  std::map<Id, std::shared_ptr<const Contact>> grown_;
};

}  // namespace rel::store
