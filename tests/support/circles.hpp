// Random circles of people in a file, and what must be true of every file.
#pragma once

#include <doctest/doctest.h>

#include <set>
#include <string>
#include <tuple>
#include <vector>

#include "store/sums.hpp"
#include "support/store_file.hpp"
#include "text/fold.hpp"

namespace rel::test {

inline const std::vector<std::string> random_names = {"Ann Lee", "Bo",       "Zoë O'Brien", "王小明",
                                                      "Łukasz",  "Jean-Luc", "!!!",         "Ann Roth"};

/// A yearly date, often where the calendar is odd.
inline YearlyDate random_date(Random& random) {
  static constexpr std::pair<unsigned, unsigned> odd[] = {{2, 28}, {2, 29}, {3, 1}, {12, 31}, {1, 1}, {1, 3}};
  const auto [month, on] = random.one_in(2) ? random.one_of(odd)
                                            : std::pair(static_cast<unsigned>(random.between(1, 12)),
                                                        static_cast<unsigned>(random.between(1, 28)));
  return {.name = "birthday", .month = month, .day = on};
}

/// Anyone: of any tier, at times archived or no longer alive.
inline Person random_anyone(Random& random, const std::string& handle) {
  Person person = random_person(random);
  person.id = 0;
  person.handle = handle;
  person.name = random.one_of(random_names);
  person.tier = random.one_of(all_tiers);
  if (person.tier == Tier::none) person.start.reset();
  if (random.one_in(3)) person.aliases = {random.one_of(random_names), random.one_of(random_names)};
  person.dates.clear();
  for (int left = random.between(0, 2); left > 0; --left) person.dates.push_back(random_date(random));
  person.archived = random.one_in(10);
  person.deceased = random.one_in(10);
  return person;
}

/// Something they told, at times with a question for a day.
inline Remark random_remark(Random& random, Id person) {
  Remark remark{.person = person, .text = "a remark", .heard = day(random.between(0, random_days))};
  if (random.one_in(2)) {
    remark.ask_on = plus_days(remark.heard, random.between(1, 60));
    if (random.one_in(2)) remark.ask = "how did it go?";
    if (random.one_in(3)) remark.done = plus_days(*remark.ask_on, random.between(0, 9));
  }
  if (random.one_in(4)) remark.used = plus_days(remark.heard, random.between(0, 60));
  return remark;
}

/// The user's promise or theirs, open or not.
inline Promise random_promise(Random& random, Id person) {
  Promise promise{.person = person,
                  .mine = !random.one_in(3),
                  .text = "a promise",
                  .given = day(random.between(0, random_days))};
  if (random.one_in(2)) promise.by = plus_days(promise.given, random.between(0, 60));
  if (random.one_in(3)) promise.kept = plus_days(promise.given, random.between(0, 60));
  if (!promise.kept && random.one_in(6)) promise.dropped = plus_days(promise.given, random.between(0, 60));
  return promise;
}

inline Snooze random_snooze(Random& random, Id person) {
  Snooze snooze{.person = person, .on = day(random.between(0, random_days))};
  snooze.until = plus_days(snooze.on, random.between(1, 60));
  snooze.counted = !random.one_in(3);
  if (!snooze.counted && random.one_in(2)) snooze.agreed = "a walk";
  if (random.one_in(20)) snooze.person.reset();
  return snooze;
}

/// A contact of someone, with others of the circle where it is one of a group.
inline Contact random_contact_of(Random& random, const std::vector<Id>& people) {
  Contact contact = random_contact(random, 0, day(random.between(0, random_days)));
  contact.with = people;
  random.shuffle(contact.with);
  contact.with.resize(random.one_in(4) ? 1 + random.index(people.size()) : 1);
  return contact;
}

/// Adds so many people with everything that can be logged about them, in one command each.
inline void fill_circle(File& store, Random& random, int size) {
  std::vector<Id> people;
  for (int i = 0; i < size; ++i) {
    people.push_back(added(store, random_anyone(random, "p" + std::to_string(i))));
  }
  change(store, [&](Change& change) {
    const auto add_some = [&](int most, auto make) {
      for (int left = random.between(0, most * size); left > 0; --left) {
        auto entry = make();
        change.add(entry);
      }
    };
    add_some(8, [&] { return random_contact_of(random, people); });
    add_some(2, [&] { return random_remark(random, random.one_of(people)); });
    add_some(2, [&] { return random_promise(random, random.one_of(people)); });
    add_some(2, [&] { return random_snooze(random, random.one_of(people)); });
  });
}

/// The figures of a person from everything that was logged.
inline Sums replay_of(const Reader& store, const Person& person, const Settings& settings) {
  return replay(person, store.contacts_of(person.id), store.snoozes_of(person.id), settings);
}

/// A row of the table of names.
using NameKey = std::tuple<std::string, int, Id>;

/// The keys by which people are to be found.
inline std::set<NameKey> name_keys(const std::vector<Person>& people) {
  std::set<NameKey> keys;
  for (const Person& person : people) {
    const auto add = [&](const std::string& key, NameRank rank) {
      if (!key.empty()) keys.emplace(key, static_cast<int>(rank), person.id);
    };
    const auto add_name = [&](const std::string& name, NameRank rank) {
      const std::string folded = text::fold_name(name);
      add(folded, rank);
      for (const std::string& word : text::words(folded)) {
        add(word, NameRank::word);
        for (const std::string& part : text::inner_parts(word)) add(part, NameRank::part);
      }
    };
    add(person.handle, NameRank::handle);
    add_name(person.name, NameRank::full_name);
    for (const std::string& alias : person.aliases) add_name(alias, NameRank::alias);
  }
  return keys;
}

inline std::set<NameKey> kept_names(Raw& raw) {
  std::set<NameKey> keys;
  SQLite::Statement rows(raw.connection(), "SELECT key, rank, person FROM names");
  while (rows.executeStep()) {
    keys.emplace(rows.getColumn(0).getString(), rows.getColumn(1).getInt(), rows.getColumn(2).getInt64());
  }
  return keys;
}

/// The day from which silence may ring, as it is kept beside the sums.
inline std::optional<Day> kept_due_day(Raw& raw, Id person) {
  SQLite::Statement row(raw.connection(), "SELECT due_on FROM sums WHERE person = ?");
  row.bind(1, person);
  if (!row.executeStep()) return std::nullopt;
  const Day day = day_from_number(row.getColumn(0).getInt());
  return day == latest_day() ? std::nullopt : std::optional(day);  // which stands for none
}

/// Whether sums and names are those that a rebuild would make, for everyone and nobody else.
inline bool caches_hold(const Reader& store, Raw& raw, const Settings& settings = {}) {
  const auto moment = raw.one_moment();
  const std::vector<Person> people = store.people();
  for (const Person& person : people) {
    const Sums sums = replay_of(store, person, settings);
    if (store::sums_of(store, person) != sums || kept_due_day(raw, person.id) != silence_due(sums, person))
      return false;
  }
  return raw.number("SELECT count(*) FROM sums") == static_cast<int>(people.size()) &&
         kept_names(raw) == name_keys(people);
}

/// What the table of sums holds once all of it is made anew by some rules.
inline std::string rebuilt_sums(const StoreFile& file, const Settings& settings) {
  const std::string copy = file.folder / "rebuilt.db";
  std::filesystem::copy_file(file.path, copy, std::filesystem::copy_options::overwrite_existing);
  Raw raw(copy);
  raw.run("DELETE FROM sums; DELETE FROM made_with");
  File store = File::open_to_write(copy, settings).value();
  change(store, [](Change&) {});
  return raw.dump({"sums", "made_with"});
}

/// The same, and that the table was made by these rules.
inline void check_caches(const Reader& store, const StoreFile& file, const Settings& settings = {}) {
  Raw raw = file.raw();
  CHECK(caches_hold(store, raw, settings));
  CHECK(raw.dump({"sums", "made_with"}) == rebuilt_sums(file, settings));
}

}  // namespace rel::test
