// What tests of the model are written with: builders that read like a diary, and random histories.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <iterator>
#include <optional>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include "rel/clocks.hpp"
#include "rel/credit.hpp"
#include "rel/entries.hpp"
#include "rel/settings.hpp"
#include "rel/sums.hpp"

namespace rel::test {

/// Days of tests are counted from day 0, so that figures kept in days since 1970 read as days of the test.
constexpr Day day(int n) {
  return day_from_number(n);
}

inline constexpr Id ann = 1;     ///< the person whose history it is
inline constexpr Id bo = 2;      ///< someone else in the file
inline constexpr int full = 20;  ///< minutes of a full conversation between two

inline Person person_in(Tier tier, int start_day = 0) {
  return {.id = ann,
          .handle = "ann",
          .name = "Ann",
          .tier = tier,
          .added = day(start_day),
          .start = day(start_day)};
}

/// A contact that is told in one line: `call(14, 5).at(0, 30).deep()`. Its id is its day unless `numbered`.
struct Entry : Contact {
  Entry numbered(Id number) { return with_set(&Contact::id, number); }
  Entry at(int hour, int minute = 0) { return with_set(&Contact::time, TimeOfDay{60 * hour + minute}); }
  Entry by_me() { return with_set(&Contact::by, Side::me); }
  Entry by_them() { return with_set(&Contact::by, Side::them); }
  Entry small() { return with_set(&Contact::depth, Depth::small); }
  Entry deep() { return with_set(&Contact::depth, Depth::deep); }
  Entry real() { return with_set(&Contact::counts, Counts::real); }
  Entry a_touch() { return with_set(&Contact::counts, Counts::touch); }
  Entry beside(int strangers) { return with_set(&Contact::others, strangers); }
  Entry together(std::vector<Id> people) { return with_set(&Contact::with, std::move(people)); }
  Entry owed() { return with_set(&Contact::kind, ContactKind::owed); }
  Entry answered_on(int n) { return with_set(&Contact::answered, day(n)); }

 private:
  template <class Field, class Value>
  Entry with_set(Field Contact::*field, Value value) {
    this->*field = std::move(value);
    return *this;
  }
};

inline Entry contact(Channel channel, int on) {
  return {{.id = on, .with = {ann}, .on = day(on), .channel = channel}};
}

/// A conversation of two; a full one unless it says how long.
inline Entry call(int on, int minutes = full) {
  Entry entry = contact(Channel::call, on);
  entry.minutes = minutes;
  return entry;
}

inline Entry chat(int on) {
  return contact(Channel::chat, on);
}

/// The user called, and nobody answered.
inline Entry tried(int on) {
  Entry entry = contact(Channel::call, on);
  entry.kind = ContactKind::tried;
  return entry;
}

/// They called, and the user did not answer.
inline Entry missed(int on) {
  Entry entry = contact(Channel::call, on);
  entry.kind = ContactKind::missed;
  return entry;
}

/// A postponement of the user's own. Its id is its day: later than the contacts of earlier days.
inline Snooze snooze(int on, int until) {
  return {.id = on, .person = ann, .on = day(on), .until = day(until)};
}

/// A meeting that is fixed.
inline Snooze agreed(int on, int until, std::string what = "") {
  Snooze meeting = snooze(on, until);
  meeting.counted = false;
  meeting.agreed = std::move(what);
  return meeting;
}

/// The user's promise; without a day unless one is given.
inline Promise promise(int given, std::optional<int> by = {}) {
  Promise made{.id = given, .person = ann, .text = "a book", .given = day(given)};
  if (by) made.by = day(*by);
  return made;
}

/// Everything logged about one person.
struct History {
  Person person = person_in(Tier::high);
  std::vector<Contact> contacts;
  std::vector<Snooze> snoozes;
  std::vector<Promise> promises;
  Settings settings;

  Sums sums() const { return replay(person, contacts, snoozes, settings); }

  /// The history as it was known in the evening of a day.
  History until(Day last) const {
    History past = *this;
    std::erase_if(past.contacts, [&](const Contact& entry) { return entry.on > last; });
    std::erase_if(past.snoozes, [&](const Snooze& entry) { return entry.on > last; });
    std::erase_if(past.promises, [&](const Promise& entry) { return entry.given > last; });
    return past;
  }

  History with(Contact entry) const {
    History more = *this;
    more.contacts.push_back(std::move(entry));
    return more;
  }

  /// What the clocks look at.
  Facts facts() const {
    const Sums all = sums();
    Facts known{.person = person, .sums = all, .last_talk = all.last_talk, .last_touch = all.last_touch};
    for (const Contact& entry : contacts) {
      if (std::ranges::count(known.sums.replies, entry.id) > 0) known.replies.push_back(entry);
    }
    std::ranges::copy_if(promises, std::back_inserter(known.promises), &Promise::open);
    std::ranges::copy_if(snoozes, std::back_inserter(known.meetings),
                         [](const Snooze& entry) { return entry.agreed.has_value(); });
    return known;
  }
};

/// Chance that is the same on every machine: the standard distributions are not.
class Random {
 public:
  explicit Random(std::uint64_t seed) : engine_(seed) {}

  /// A whole number from `low` to `high`, both included.
  int between(int low, int high) {
    return low + static_cast<int>(engine_() % static_cast<std::uint64_t>(high - low + 1));
  }
  double real(double low, double high) {
    return low + (high - low) * static_cast<double>(engine_() >> 11U) * 0x1p-53;
  }
  bool one_in(int n) { return between(1, n) == 1; }

  /// The place of one of so many.
  std::size_t index(std::size_t size) { return engine_() % size; }

  template <class Range>
  auto one_of(const Range& range) {
    return std::data(range)[index(std::size(range))];
  }
  template <class Range>
  void shuffle(Range& range) {
    std::shuffle(std::begin(range), std::end(range), engine_);
  }

 private:
  std::mt19937_64 engine_;
};

inline constexpr int random_days = 1500;  ///< random histories end before this day
inline constexpr Tier tiers_with_target[] = {Tier::moderate, Tier::high, Tier::very_high};

inline Person random_person(Random& random) {
  Person person = person_in(random.one_of(tiers_with_target), random.between(0, random_days / 2));
  if (random.one_in(4)) person.every_days = random.between(1, 200);
  if (random.one_in(4)) person.last = day(random.between(0, random_days));
  if (random.one_in(4)) {
    person.dates = {{.name = "birthday",
                     .month = static_cast<unsigned>(random.between(1, 12)),
                     .day = static_cast<unsigned>(random.between(1, 29))}};
  }
  if (random.one_in(4)) person.real_by = {Channel::letter, Channel::chat};
  return person;
}

/// A contact of any kind on a given day.
inline Contact random_contact(Random& random, Id id, Day on) {
  Contact entry{.id = id, .with = {ann}, .on = on, .channel = random.one_of(all_channels)};
  if (!random.one_in(2)) entry.channel = Channel::call;
  if (random.one_in(4)) entry.with = random.one_in(2) ? std::vector{ann, bo} : std::vector{bo, ann};
  if (random.one_in(6)) entry.others = random.between(1, 8);
  if (random.one_in(2)) entry.time = TimeOfDay{30 * random.between(0, 47)};
  if (!random.one_in(6)) entry.minutes = random.one_of(std::array{0, 1, 3, 5, 10, 15, 20, 45, 180});
  if (random.one_in(2)) entry.by = random.one_of(std::array{Side::me, Side::them});
  if (random.one_in(2)) entry.depth = random.one_of(std::array{Depth::small, Depth::personal, Depth::deep});
  if (random.one_in(10)) entry.counts = random.one_of(std::array{Counts::real, Counts::touch});
  if (random.one_in(4)) {
    entry.kind = random.one_of(std::array{ContactKind::tried, ContactKind::missed, ContactKind::owed});
  }
  if (entry.kind == ContactKind::missed && random.one_in(4)) entry.answered = plus_days(on, 2);
  return entry;
}

/// A conversation (w > 0) that owes nothing, on a given day.
inline Contact random_talk(Random& random, Id id, Day on) {
  Contact entry = call(day_number(on), random.between(1, 40)).numbered(id);
  entry.depth = random.one_of(std::array{Depth::small, Depth::personal, Depth::deep});
  entry.others = random.one_in(4) ? random.between(1, 8) : 0;
  if (random.one_in(2)) entry.time = TimeOfDay{30 * random.between(0, 47)};
  return entry;
}

/// A person with up to 25 contacts, often several on one day, and a few snoozes and promises.
inline History random_history(Random& random) {
  History history{.person = random_person(random)};
  Id id = 0;
  Day on = day(0);
  for (int left = random.between(0, 25); left > 0; --left) {
    if (!random.one_in(3)) on = day(random.between(0, random_days));
    history.contacts.push_back(random_contact(random, ++id, on));
  }
  for (int left = random.between(0, 3); left > 0; --left) {
    Snooze entry = snooze(random.between(0, random_days), 0);
    entry.id = ++id;
    entry.until = plus_days(entry.on, random.between(1, 60));
    entry.counted = !random.one_in(3);
    if (!entry.counted && random.one_in(2)) entry.agreed = "a walk";
    history.snoozes.push_back(entry);
  }
  for (int left = random.between(0, 3); left > 0; --left) {
    Promise entry = promise(random.between(0, random_days));
    entry.id = ++id;
    if (random.one_in(2)) entry.by = plus_days(entry.given, random.between(0, 60));
    if (random.one_in(3)) entry.kept = plus_days(entry.given, random.between(0, 60));
    history.promises.push_back(entry);
  }
  return history;
}

}  // namespace rel::test
