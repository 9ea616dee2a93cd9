// The archive of `rel export`: what is here already stays as it is, the rest is added.
#include <algorithm>
#include <fstream>
#include <set>

#include "cli/typed.hpp"
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

/// How each kind of entry is named, found by its id, and looked for by its content.
template <class Entry>
struct Kind;
template <>
struct Kind<Contact> {
  static constexpr std::string_view list = "contacts";
  static constexpr EntryKind kind = EntryKind::contact;
  static Contact found(store::Store& store, Id id) { return store.contact(id); }
  static std::vector<Contact> like(store::Store& store, const Contact& contact) {
    return store.contacts_on(contact.with.front(), contact.on);
  }
  static void place(Contact& contact, const std::vector<Id>& people) { contact.with = people; }
};
template <>
struct Kind<Remark> {
  static constexpr std::string_view list = "remarks";
  static constexpr EntryKind kind = EntryKind::remark;
  static Remark found(store::Store& store, Id id) { return store.remark(id); }
  static std::vector<Remark> like(store::Store& store, const Remark& remark) {
    return store.remarks_of(remark.person);
  }
  static void place(Remark& remark, const std::vector<Id>& people) { remark.person = people.front(); }
};
template <>
struct Kind<Promise> {
  static constexpr std::string_view list = "promises";
  static constexpr EntryKind kind = EntryKind::promise;
  static Promise found(store::Store& store, Id id) { return store.promise(id); }
  static std::vector<Promise> like(store::Store& store, const Promise& promise) {
    return store.promises_of(promise.person);
  }
  static void place(Promise& promise, const std::vector<Id>& people) { promise.person = people.front(); }
};
template <>
struct Kind<Snooze> {
  static constexpr std::string_view list = "snoozes";
  static constexpr EntryKind kind = EntryKind::snooze;
  static Snooze found(store::Store& store, Id id) { return store.snooze(id); }
  static std::vector<Snooze> like(store::Store& store, const Snooze& snooze) {
    return snooze.person ? store.snoozes_of(*snooze.person) : store.absences();
  }
  static void place(Snooze& snooze, const std::vector<Id>& people) {
    if (!people.empty()) snooze.person = people.front();
  }
};
template <>
struct Kind<Review> {
  static constexpr std::string_view list = "reviews";
  static constexpr EntryKind kind = EntryKind::review;
  static Review found(store::Store& store, Id id) { return store.review(id); }
  static std::vector<Review> like(store::Store& store, const Review&) { return store.reviews(); }
  static void place(Review& review, const std::vector<Id>& people) {
    for (std::size_t i = 0; i < people.size(); ++i) {
      if (people[i] != 0) review.intentions[i].person = people[i];
    }
  }
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
    for (const std::string& handle : row.handles) {
      const auto found = handle.empty() ? std::optional<Id>(0) : people_.find(handle);
      if (!found && people_.left_out(handle)) {
        ++import_.left_out;
        return;
      }
      if (!found) return fail(row, "nobody of the handle " + handle);
      if (*found != 0 && std::find(people.begin(), people.end(), *found) != people.end() &&
          std::is_same_v<Entry, Contact>)
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
    store::Store& store = import_.store;
    const auto taken = entry.id == 0 ? std::nullopt : store.kind_of(entry.id);
    const bool same = taken ? taken == Kind<Entry>::kind && Kind<Entry>::found(store, entry.id) == entry
                            : entry.id == 0 && has_its_like(entry);
    if (same) {
      ++import_.unchanged;
    } else if (taken) {
      import_.keep(id_text(entry.id) + " of the " + std::string(Kind<Entry>::list));
    } else if (import_.takes(path_, row.line, row.ahead)) {
      store.add(entry);
      ++import_.added[Kind<Entry>::list];
    }
  }

  template <class Entry>
  bool has_its_like(const Entry& entry) {
    std::vector<Entry> others = Kind<Entry>::like(import_.store, entry);
    return std::any_of(others.begin(), others.end(), [&](Entry& other) {
      other.id = 0;
      return other == entry;
    });
  }

  Import& import_;
  const std::string& path_;
  ArchivePeople people_;
};

void take_archives(Import& import, const std::vector<std::string>& paths) {
  for (const std::string& path : paths) ArchiveImport(import, path).run();
}

}  // namespace

const ImportFormat archive_import = {"json", "a rel archive", looks_like, take_archives};

}  // namespace rel::commands
