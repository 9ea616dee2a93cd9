// The archive of `rel export`: what is here already stays as it is, the rest is added.
#include "formats/archive.hpp"

#include <algorithm>
#include <fstream>
#include <map>
#include <set>
#include <tuple>
#include <type_traits>
#include <unordered_set>

#include "commands/import/archive_people.hpp"
#include "commands/import/importing.hpp"
#include "domain/fields.hpp"
#include "store/any_entry.hpp"
#include "system/input_files.hpp"

namespace rel::commands {

namespace {

using formats::Archived;

bool looks_like_archive(const cli::Arguments&, std::string_view beginning) {
  return formats::looks_like_archive(beginning);
}

/// Entries that are compared with each other: of a person, of a person and day, or all of a kind.
using Alikeness = std::pair<Id, Day>;

/// Whom entries of each kind are about, and which ones are compared with them.
struct Whose {
  static Alikeness group(const Contact& contact) { return {contact.with.front(), contact.on}; }
  static Alikeness group(const Snooze& snooze) { return {snooze.person.value_or(0), {}}; }
  static Alikeness group(const Review&) { return {}; }
  static Alikeness group(const auto& entry) { return {entry.person, {}}; }

  static std::vector<Contact> all(const store::Reader& store, const Alikeness& group, const Contact&) {
    std::vector<Contact> contacts = store.contacts_on(group.first, group.second, store::Company::counted);
    std::erase_if(contacts, [&](const Contact& one) { return one.with.front() != group.first; });
    for (Contact& one : contacts) one = store.contact(one.id);
    return contacts;
  }
  static auto all(const store::Reader& store, const Alikeness& group, const Remark&) {
    return store.remarks_of(group.first);
  }
  static auto all(const store::Reader& store, const Alikeness& group, const Promise&) {
    return store.promises_of(group.first);
  }
  static auto all(const store::Reader& store, const Alikeness& group, const Snooze&) {
    return group.first != 0 ? store.snoozes_of(group.first) : store.snoozes_of_nobody();
  }
  static auto all(const store::Reader& store, const Alikeness&, const Review&) { return store.reviews(); }

  /// 0 stands for nobody.
  static void set(Contact& contact, const std::vector<Id>& people) { contact.with = people; }
  static void set(Snooze& snooze, const std::vector<Id>& people) {
    if (people.front() != 0) snooze.person = people.front();
  }
  static void set(Review& review, const std::vector<Id>& people) {
    for (std::size_t i = 0; i < people.size(); ++i) {
      if (people[i] != 0) review.intentions[i].person = people[i];
    }
  }
  static void set(auto& entry, const std::vector<Id>& people) { entry.person = people.front(); }
};

/// Entries of a kind by what they say, without their ids: read once for each group, and kept in step with
/// what is added.
template <class Entry>
class Alike {
 public:
  bool has(const store::Reader& store, const Entry& entry) {
    const auto [place, is_new] = groups_.try_emplace(Whose::group(entry));
    if (is_new) {
      for (Entry& one : Whose::all(store, place->first, entry)) place->second.insert(std::move(one));
    }
    return place->second.contains(entry);
  }

  void add(const Entry& entry) {
    const auto known = groups_.find(Whose::group(entry));
    if (known != groups_.end()) known->second.insert(entry);
  }

 private:
  struct Less {
    bool operator()(const Entry& a, const Entry& b) const { return content_of(a) < content_of(b); }
  };
  std::map<Alikeness, std::set<Entry, Less>> groups_;
};

/// One archive on its way in.
class ArchiveImport {
 public:
  ArchiveImport(Import& import, const std::string& path, std::istream& in)
      : import_(import), path_(path), in_(in), people_(import, path) {}

  // Twice over the file: entries may stand before the people whom they are about.
  void run() {
    read({.person = [&](formats::ArchivedPerson row) { people_.collect(std::move(row)); },
          .problem = [&](const formats::Problem& problem) { import_.fail(path_, problem); }});
    people_.add();
    in_.clear();
    in_.seekg(0);
    read({.group = [&](Group group) { take_group(std::move(group)); },
          .contact = [&](auto row) { take(std::move(row)); },
          .remark = [&](auto row) { take(std::move(row)); },
          .promise = [&](auto row) { take(std::move(row)); },
          .snooze = [&](auto row) { take(std::move(row)); },
          .review = [&](auto row) { take(std::move(row)); },
          .problem = [&](const formats::Problem& problem) { import_.fail(path_, problem); }});
  }

 private:
  void read(const formats::ArchiveTakers& takers) {
    if (const auto problem = formats::read_archive(in_, import_.call.today(), takers))
      throw UsageError(path_ + ":" + std::to_string(problem->line) + ": " + problem->why);
  }

  void take_group(Group group) {
    const auto ours = import_.change.group(group.tag);
    if (!ours) {
      import_.change.set(group);
      ++import_.added[row_table<Group>.list];
      return;
    }
    group.id = ours->id;
    if (group == *ours) {
      ++import_.unchanged;
    } else {
      import_.keep('@' + group.tag);
    }
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
    Whose::set(row.entry, people);
    add(row);
  }

  template <class Entry>
  void fail(const Archived<Entry>& row, const std::string& why) {
    import_.fail(path_, {row.line, std::string(row_table<Entry>.list) + ": " + why});
  }

  template <class Entry>
  void add(Archived<Entry>& row) {
    Entry& entry = row.entry;
    const store::Reader& store = import_.change;
    const auto taken = entry.id == 0 ? std::nullopt : store.kind_of(entry.id);
    const bool same =
        taken ? taken == row_table<Entry>.kind && store::read_entry<Entry>(store, entry.id) == entry
              : entry.id == 0 && alike<Entry>().has(store, entry);
    if (same) {
      ++import_.unchanged;
    } else if (taken) {
      import_.keep(id_text(entry.id) + " of the " + std::string(row_table<Entry>.list));
    } else if (import_.takes(path_, row.line, row.ahead)) {
      add_new(entry);
      ++import_.added[row_table<Entry>.list];
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
  std::istream& in_;
  ArchivePeople people_;
  std::tuple<Alike<Contact>, Alike<Remark>, Alike<Promise>, Alike<Snooze>, Alike<Review>> alike_;
};

void take_archives(Import& import, const std::vector<InputFile>& files) {
  for (const InputFile& file : files) {
    std::ifstream in = open_file(file.path);
    take_archive(import, file.name, in);
  }
}

}  // namespace

void take_archive(Import& import, const std::string& path, std::istream& in) {
  ArchiveImport(import, path, in).run();
}

const ImportFormat archive_import = {"json", "a rel archive", looks_like_archive, take_archives, false, true};

}  // namespace rel::commands
