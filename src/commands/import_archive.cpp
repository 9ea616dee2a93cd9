// The archive of `rel export`: what is here already stays as it is, the rest is added.
#include <algorithm>
#include <fstream>
#include <map>
#include <set>
#include <tuple>
#include <type_traits>
#include <unordered_set>

#include "commands/archive_people.hpp"
#include "commands/imports.hpp"
#include "commands/input_files.hpp"
#include "formats/archive.hpp"

namespace rel::commands {

namespace {

using formats::Archived;
using store::EntryKind;

bool looks_like(const Call&, std::string_view beginning) {
  return formats::looks_like_archive(beginning);
}

/// Entries that are compared with each other: of a person, of a person and day, or all of a kind.
using Group = std::pair<Id, Day>;

/// How each kind of entry is named, found by its id, and looked for by its content. `key` orders entries;
/// those with one key need not be the same.
template <class Entry>
struct Kind;
template <>
struct Kind<Contact> {
  static constexpr std::string_view list = "contacts";
  static constexpr EntryKind kind = EntryKind::contact;
  static Contact found(const store::Reader& store, Id id) { return store.contact(id); }
  static Group group(const Contact& contact) { return {contact.with.front(), contact.on}; }
  static std::vector<Contact> all(const store::Reader& store, const Group& group) {
    std::vector<Contact> contacts = store.contacts_on(group.first, group.second, store::Company::counted);
    std::erase_if(contacts, [&](const Contact& one) { return one.with.front() != group.first; });
    for (Contact& one : contacts) one = store.contact(one.id);
    return contacts;
  }
  static auto key(const Contact& one) {
    return std::tie(one.time, one.minutes, one.others, one.answered, one.source, one.note, one.with);
  }
  static void place(Contact& contact, const std::vector<Id>& people) { contact.with = people; }
};
template <>
struct Kind<Remark> {
  static constexpr std::string_view list = "remarks";
  static constexpr EntryKind kind = EntryKind::remark;
  static Remark found(const store::Reader& store, Id id) { return store.remark(id); }
  static Group group(const Remark& remark) { return {remark.person, {}}; }
  static std::vector<Remark> all(const store::Reader& store, const Group& group) {
    return store.remarks_of(group.first);
  }
  static auto key(const Remark& one) {
    return std::tie(one.heard, one.ask_on, one.used, one.done, one.text, one.ask);
  }
  static void place(Remark& remark, const std::vector<Id>& people) { remark.person = people.front(); }
};
template <>
struct Kind<Promise> {
  static constexpr std::string_view list = "promises";
  static constexpr EntryKind kind = EntryKind::promise;
  static Promise found(const store::Reader& store, Id id) { return store.promise(id); }
  static Group group(const Promise& promise) { return {promise.person, {}}; }
  static std::vector<Promise> all(const store::Reader& store, const Group& group) {
    return store.promises_of(group.first);
  }
  static auto key(const Promise& one) { return std::tie(one.given, one.by, one.kept, one.dropped, one.text); }
  static void place(Promise& promise, const std::vector<Id>& people) { promise.person = people.front(); }
};
template <>
struct Kind<Snooze> {
  static constexpr std::string_view list = "snoozes";
  static constexpr EntryKind kind = EntryKind::snooze;
  static Snooze found(const store::Reader& store, Id id) { return store.snooze(id); }
  static Group group(const Snooze& snooze) { return {snooze.person.value_or(0), {}}; }
  static std::vector<Snooze> all(const store::Reader& store, const Group& group) {
    return group.first != 0 ? store.snoozes_of(group.first) : store.absences();
  }
  static auto key(const Snooze& one) { return std::tie(one.on, one.until, one.agreed, one.why); }
  static void place(Snooze& snooze, const std::vector<Id>& people) {
    if (!people.empty()) snooze.person = people.front();
  }
};
template <>
struct Kind<Review> {
  static constexpr std::string_view list = "reviews";
  static constexpr EntryKind kind = EntryKind::review;
  static Review found(const store::Reader& store, Id id) { return store.review(id); }
  static Group group(const Review&) { return {}; }
  static std::vector<Review> all(const store::Reader& store, const Group&) { return store.reviews(); }
  static auto key(const Review& one) {
    const std::string first = one.intentions.empty() ? "" : one.intentions.front().text;
    return std::tuple(one.on, one.since, one.until, first);
  }
  static void place(Review& review, const std::vector<Id>& people) {
    for (std::size_t i = 0; i < people.size(); ++i) {
      if (people[i] != 0) review.intentions[i].person = people[i];
    }
  }
};

/// Entries of a kind by what they say, without their ids: read once for each group, and kept in step with
/// what is added.
template <class Entry>
class Alike {
 public:
  bool has(const store::Reader& store, const Entry& entry) {
    const auto [place, is_new] = groups_.try_emplace(Kind<Entry>::group(entry));
    if (is_new) {
      for (Entry& one : Kind<Entry>::all(store, place->first)) put(place->second, std::move(one));
    }
    const auto [begin, end] = place->second.equal_range(entry);
    return std::any_of(begin, end, [&](const Entry& one) { return one == entry; });
  }

  void add(const Entry& entry) {
    const auto known = groups_.find(Kind<Entry>::group(entry));
    if (known != groups_.end()) put(known->second, entry);
  }

 private:
  struct Less {
    bool operator()(const Entry& a, const Entry& b) const {
      return Kind<Entry>::key(a) < Kind<Entry>::key(b);
    }
  };
  using Entries = std::multiset<Entry, Less>;

  static void put(Entries& entries, Entry entry) {
    entry.id = 0;
    entries.insert(std::move(entry));
  }

  std::map<Group, Entries> groups_;
};

/// One archive on its way in.
class ArchiveImport {
 public:
  ArchiveImport(Import& import, const std::string& path)
      : import_(import), path_(path), people_(import, path) {}

  // Twice over the file: entries may stand before the people whom they are about.
  void run() {
    read({.person = [&](formats::ArchivedPerson row) { people_.collect(std::move(row)); },
          .problem = [&](const formats::Problem& problem) { import_.fail(path_, problem); }});
    people_.add();
    read({.contact = [&](auto row) { take(std::move(row)); },
          .remark = [&](auto row) { take(std::move(row)); },
          .promise = [&](auto row) { take(std::move(row)); },
          .snooze = [&](auto row) { take(std::move(row)); },
          .review = [&](auto row) { take(std::move(row)); },
          .problem = [&](const formats::Problem& problem) { import_.fail(path_, problem); }});
  }

 private:
  void read(const formats::ArchiveTakers& takers) {
    std::ifstream in = open_file(path_);
    if (const auto problem = formats::read_archive(in, import_.call.today(), takers))
      throw UsageError(path_ + ":" + std::to_string(problem->line) + ": " + problem->why);
  }

  template <class Entry>
  void take(Archived<Entry> row) {
    import_.progress();
    std::vector<Id> people;
    std::unordered_set<Id> known;
    for (const std::string& handle : row.handles) {
      const auto found = handle.empty() ? std::optional<Id>(0) : people_.find(handle);
      if (!found && people_.left_out(handle)) {
        ++import_.left_out;
        return;
      }
      if (!found) return fail(row, "nobody of the handle " + handle);
      if (*found != 0 && !known.insert(*found).second && std::is_same_v<Entry, Contact>)
        return fail(row, "with: names " + handle + " twice");
      people.push_back(*found);
    }
    Kind<Entry>::place(row.entry, people);
    add(row);
  }

  template <class Entry>
  void fail(const Archived<Entry>& row, const std::string& why) {
    import_.fail(path_, {row.line, std::string(Kind<Entry>::list) + ": " + why});
  }

  template <class Entry>
  void add(Archived<Entry>& row) {
    Entry& entry = row.entry;
    const store::Reader& store = import_.change;
    const auto taken = entry.id == 0 ? std::nullopt : store.kind_of(entry.id);
    const bool same = taken ? taken == Kind<Entry>::kind && Kind<Entry>::found(store, entry.id) == entry
                            : entry.id == 0 && alike<Entry>().has(store, entry);
    if (same) {
      ++import_.unchanged;
    } else if (taken) {
      import_.keep(id_text(entry.id) + " of the " + std::string(Kind<Entry>::list));
    } else if (import_.takes(path_, row.line, row.ahead)) {
      add_new(entry);
      ++import_.added[Kind<Entry>::list];
    }
  }

  template <class Entry>
  void add_new(Entry& entry) {
    import_.change.add(entry);
    alike<Entry>().add(entry);
    if constexpr (std::is_same_v<Entry, Contact> || std::is_same_v<Entry, Remark>) import_.here.add(entry);
  }

  template <class Entry>
  Alike<Entry>& alike() {
    return std::get<Alike<Entry>>(alike_);
  }

  Import& import_;
  const std::string& path_;
  ArchivePeople people_;
  std::tuple<Alike<Contact>, Alike<Remark>, Alike<Promise>, Alike<Snooze>, Alike<Review>> alike_;
};

void take_archives(Import& import, const std::vector<std::string>& paths) {
  for (const std::string& path : paths) ArchiveImport(import, path).run();
}

}  // namespace

const ImportFormat archive_import = {"json", "a rel archive", looks_like, take_archives};

}  // namespace rel::commands
