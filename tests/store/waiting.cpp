#include "store/waiting.hpp"

#include <doctest/doctest.h>

#include <sstream>

#include "rel/credit.hpp"
#include "rel/due.hpp"
#include "rel/soft.hpp"
#include "support/circles.hpp"
#include "support/store_file.hpp"

namespace rel::test {
namespace {

using namespace date::literals;

/// All that is said about who is due, to the last bit of every figure.
std::string told(const DueItem& item) {
  std::ostringstream text;
  text << std::hexfloat << item.facts.person.handle << ' ' << iso(item.due_on) << ' ' << word(item.clock)
       << ' ' << item.ratio << ' ' << item.urgency << ' ' << item.silence_due << ' '
       << item.silence.value_or(-1) << ' ' << item.target.value_or(-1) << ' ' << item.unusual.value_or(-1)
       << ' ' << item.minutes << '\n';
  for (const OpenItem& open : item.open) {
    text << "  " << word(open.clock) << ' ' << open.id.value_or(0) << ' ' << open.mine << ' ' << open.text
         << ' ' << iso(open.on) << ' ' << open.late_days << ' ' << open.ratio << '\n';
  }
  return text.str();
}

/// What is said about everyone who is due, in any order.
std::string due_among(const std::vector<Facts>& people, const DueRules& rules, int days_ahead) {
  std::vector<std::string> items;
  for (const Facts& facts : people) {
    if (const auto item = assess_ahead(facts, rules, days_ahead)) items.push_back(told(*item));
    if (waits_after_try(facts, rules)) items.push_back(facts.person.handle + " was tried today\n");
  }
  std::ranges::sort(items);
  std::string all;
  for (const std::string& item : items) all += item;
  return all;
}

/// The same the slow way: everything about everyone.
std::string due_of_all(const Reader& store, const DueRules& rules, int days_ahead) {
  std::vector<Facts> everyone;
  for (const Person& person : store.people()) everyone.push_back(store::facts_of(store, person.id));
  return due_among(everyone, rules, days_ahead);
}

/// A day in the years of random circles, often where the calendar is odd.
Day random_today(Random& random) {
  static const Day odd[] = {Day{1972_y / 2 / 28}, Day{1973_y / 2 / 28}, Day{1971_y / 12 / 31},
                            Day{1973_y / 1 / 1}};
  if (random.one_in(3)) return day(random.between(0, random_days + 60));
  return plus_days(random.one_of(odd), random.between(-4, 4));
}

TEST_CASE("who waits is found through indices as if everyone were looked at") {
  for (std::uint64_t seed = 1; seed <= 300; ++seed) {
    CAPTURE(seed);
    Random random(seed);
    Settings settings;
    settings.date_lead = random.one_in(2) ? 0 : random.between(1, 14);
    const StoreFile file;
    File store = file.write(settings);
    fill_circle(store, random, random.between(1, 12));
    for (int times = 0; times < 5; ++times) {
      const Day today = random_today(random);
      const int days_ahead = random.one_in(3) ? 0 : random.between(0, 40);
      CAPTURE(iso(today));
      CAPTURE(days_ahead);
      const DueRules rules{today, settings, store::away_until(store, today)};
      REQUIRE(due_among(store::waiting(store, today, days_ahead), rules, days_ahead) ==
              due_of_all(store, rules, days_ahead));
    }
  }
}

/// What is worth a word among people.
std::string signs_among(const std::vector<Facts>& people, const DueRules& rules) {
  std::string text;
  for (const SoftSign& one : soft_signs(people, rules))
    text += one.facts.person.handle + ' ' + std::string(word(one.sign)) + '\n';
  for (const WeekDay& one : week_ahead(people, rules))
    text += iso(one.on) + ' ' + one.facts.person.handle + ' ' + one.item.text + '\n';
  return text;
}

TEST_CASE("signs and the days of the week are found through indices as if everyone were looked at") {
  int signs = 0;
  for (std::uint64_t seed = 1; seed <= 200; ++seed) {
    CAPTURE(seed);
    Random random(seed);
    const StoreFile file;
    File store = file.write();
    fill_circle(store, random, random.between(1, 12));
    const std::vector<Person> people = store.people();
    const Person& writer = random.one_of(people);
    for (int i = 0; i < 6; ++i) {
      Contact message = chat(random.between(1300, 1400));
      message.with = {writer.id};
      added(store, message);
    }
    std::vector<Facts> everyone;
    for (const Person& person : store.people()) everyone.push_back(store::facts_of(store, person.id));
    for (int times = 0; times < 8; ++times) {
      const Day today = day(random.between(1290, 1420));
      CAPTURE(iso(today));
      const DueRules rules{.today = today};
      const std::string found = signs_among(store::waiting(store, today, 0, store::Signs::wanted), rules);
      REQUIRE(found == signs_among(everyone, rules));
      signs += found.empty() ? 0 : 1;
    }
  }
  REQUIRE(signs > 50);
}

TEST_CASE("away lately: said so, or nothing was entered for two weeks") {
  const StoreFile file;
  File store = file.write();
  added(store, someone("ann"));
  const Day entered = day(static_cast<int>(test_time / (24LL * 60 * 60 * 1000)));
  const auto away = [&](int days) { return store::away_lately(store, plus_days(entered, days)); };
  CHECK_FALSE(away(0));
  CHECK_FALSE(away(13));
  CHECK(away(14));
  CHECK(away(41));
  const Snooze holiday{.on = plus_days(entered, 2), .until = plus_days(entered, 5), .counted = false};
  added(store, holiday);
  CHECK(away(13));
  CHECK_FALSE(away(1));
}

TEST_CASE("far ahead, all yearly dates are looked at") {
  const StoreFile file;
  File store = file.write();
  Random random(7);
  fill_circle(store, random, 30);
  const DueRules rules{Day{1971_y / 12 / 30}, {}, {}};
  CHECK(due_among(store::waiting(store, rules.today, 400), rules, 400) == due_of_all(store, rules, 400));
}

TEST_CASE("by other rules who waits is the same as in a file that was written by them") {
  Settings stricter;
  stricter.tiers = {{{45, 30, 7}, {40, 30, 7}, {20, 45, 3}, {5, 60, 1}}};
  for (std::uint64_t seed = 1; seed <= 50; ++seed) {
    CAPTURE(seed);
    Random random(seed);
    const StoreFile file;
    File by_default = file.write();
    fill_circle(by_default, random, 8);
    const DueRules rules{random_today(random), stricter, {}};
    const std::string replayed = due_among(store::waiting(file.read(stricter), rules.today, 0), rules, 0);
    File writer = file.write(stricter);
    change(writer, [](Change&) {});
    REQUIRE(replayed == due_among(store::waiting(file.read(stricter), rules.today, 0), rules, 0));
  }
}

// Looking back.

/// Takes away whatever happened after a day, so that the file never had it.
void forget_after(File& store, Day last) {
  const auto forget_later_end = [&](std::optional<Day>& on) {
    const bool later = on && *on > last;
    if (later) on.reset();
    return later;
  };
  change(store, [&](Change& change) {
    for (Person& person : store.people()) {
      if (forget_later_end(person.last)) change.update(person);
      for (Contact& contact : store.contacts_of(person.id)) {
        if (contact.on > last) {
          change.remove({EntryKind::contact, contact.id});
        } else if (forget_later_end(contact.answered)) {
          change.update(contact);
        }
      }
      for (Remark& remark : store.remarks_of(person.id)) {
        if (remark.heard > last) {
          change.remove({EntryKind::remark, remark.id});
        } else if (static_cast<int>(forget_later_end(remark.used)) + forget_later_end(remark.done) > 0) {
          change.update(remark);
        }
      }
      for (Promise& promise : store.promises_of(person.id)) {
        if (promise.given > last) {
          change.remove({EntryKind::promise, promise.id});
        } else if (static_cast<int>(forget_later_end(promise.kept)) + forget_later_end(promise.dropped) > 0) {
          change.update(promise);
        }
      }
      for (const Snooze& snooze : store.snoozes_of(person.id)) {
        if (snooze.on > last) change.remove({EntryKind::snooze, snooze.id});
      }
    }
  });
}

/// The details of a person that are shown and not counted.
std::string details(const Facts& facts) {
  const auto id = [](const auto& entry) { return std::to_string(entry ? entry->id : 0) + ' '; };
  std::string meetings;
  for (const Snooze& meeting : facts.meetings) meetings += std::to_string(meeting.id) + ' ';
  return facts.person.handle + ' ' + id(facts.sums.last_talk) + id(facts.sums.last_touch) +
         id(facts.last_remark) + meetings + '\n';
}

std::string details_of_all(const Reader& store) {
  std::string all;
  for (const Person& person : store.people()) all += details(store::facts_of(store, person.id));
  return all;
}

bool is_known(const Reader& store, const Person& person, Day then) {
  return person.added <= then || person.last || !store.contacts_of(person.id).empty() ||
         !store.remarks_of(person.id).empty() || !store.promises_of(person.id).empty() ||
         !store.snoozes_of(person.id).empty();
}

TEST_CASE("as of a day, figures are those of a file that never had the later entries") {
  for (std::uint64_t seed = 1; seed <= 150; ++seed) {
    CAPTURE(seed);
    Random random(seed);
    const StoreFile file;
    File store = file.write();
    fill_circle(store, random, random.between(1, 8));
    const Day then = random_today(random);
    CAPTURE(iso(then));
    Reader past = file.read();
    past.look_back_to(then);
    const DueRules rules{then, {}, store::away_until(past, then)};
    const std::string looking_back = due_among(store::waiting(past, then, 14), rules, 14);
    const std::string details_then = details_of_all(past);
    const std::string slowly = due_of_all(past, rules, 14);

    const std::string copy = file.folder / "never-had-it.db";
    std::filesystem::copy_file(file.path, copy);
    File other = File::open_to_write(copy, {}).value();
    forget_after(other, then);
    std::string details_of_known;
    // Whoever was added later, and is in no entry before, was not there then.
    change(other, [&](Change& change) {
      for (Person& person : other.people()) {
        person.archived = person.archived || !is_known(other, person, then);
        if (is_known(other, person, then)) details_of_known += details(store::facts_of(other, person.id));
        change.update(person);
      }
    });
    REQUIRE(looking_back == due_among(store::waiting(other, then, 14), rules, 14));
    REQUIRE(details_then == details_of_known);
    REQUIRE(slowly == due_of_all(other, rules, 14));
  }
}

TEST_CASE("the talks of a person are the contacts that have credit for them") {
  for (std::uint64_t seed = 1; seed <= 60; ++seed) {
    CAPTURE(seed);
    Random random(seed);
    const StoreFile file;
    File store = file.write();
    fill_circle(store, random, random.between(1, 6));
    for (const Person& person : store.people()) {
      const Day since = random_today(random);
      std::vector<Contact> expected = store.contacts_of(person.id, since);
      std::erase_if(expected, [&](const Contact& contact) { return credit(contact, person) <= 0; });
      std::vector<Contact> talks = store.talks_of(person, since);
      // Of a group the person and how many were there are read, and no note.
      const auto plain = [&](Contact& contact) {
        contact.note.reset();
        contact.others += static_cast<int>(contact.with.size()) - 1;
        contact.with = {person.id};
      };
      std::ranges::for_each(expected, plain);
      std::ranges::for_each(talks, plain);
      std::ranges::sort(expected, {}, &Contact::id);
      std::ranges::sort(talks, {}, &Contact::id);
      REQUIRE(talks == expected);
    }
  }
}

TEST_CASE("what was closed later was open then") {
  const StoreFile file;
  File store = file.write();
  const Id ann = added(store, someone("ann"));
  const Id promise = added(store, Promise{.person = ann, .given = day(1), .by = day(5), .kept = day(20)});
  const Id ask = added(store, Remark{.person = ann, .heard = day(1), .ask_on = day(6), .done = day(20)});
  const Id reply = added(store, Contact{.with = {ann},
                                        .on = day(2),
                                        .channel = Channel::chat,
                                        .kind = ContactKind::owed,
                                        .answered = day(20)});
  const auto open_on = [&](int on) {
    Reader past = file.read();
    past.look_back_to(day(on));
    std::vector<Id> open;
    if (const auto item = assess(store::facts_of(past, ann), {.today = day(on)})) {
      for (const OpenItem& one : item->open) open.push_back(*one.id);
    }
    std::ranges::sort(open);
    return open;
  };
  std::vector<Id> all = {promise, ask, reply};
  std::ranges::sort(all);
  CHECK(open_on(19) == all);
  CHECK(open_on(20).empty());
}

// Everything about one person.

TEST_CASE("what no clock looks at is added where it is asked for") {
  const StoreFile file;
  File store = file.write();
  Person person = someone("ann");
  person.phones = {"110"};
  person.emails = {"ann@example.org"};
  const Id ann = added(store, person);
  const Id talk = added(store, Contact{.with = {ann}, .on = day(1), .minutes = 20});
  const Id touch = added(store, Contact{.with = {ann}, .on = day(2), .channel = Channel::chat});
  added(store, Remark{.person = ann, .text = "old", .heard = day(1)});
  const Id fresh = added(store, Remark{.person = ann, .text = "new", .heard = day(2)});
  added(store, Remark{.person = ann, .text = "come back to", .heard = day(3), .used = day(4)});
  added(store, Remark{.person = ann, .text = "an ask", .heard = day(3), .ask_on = day(99)});

  Facts facts = store::waiting(store, day(90), 0).front();
  store.read_details(facts.person);
  store::add_last_remark(store, facts);
  for (const Facts& known : {facts, store::facts_of(store, ann)}) {
    CHECK(known.person.phones == person.phones);
    CHECK(known.person.emails == person.emails);
    REQUIRE(known.sums.last_talk);
    CHECK(known.sums.last_talk->id == talk);
    REQUIRE(known.sums.last_touch);
    CHECK(known.sums.last_touch->id == touch);
    REQUIRE(known.last_remark);
    CHECK(known.last_remark->id == fresh);
  }
}

TEST_CASE("the postponements since the last conversation come with the facts") {
  const StoreFile file;
  File store = file.write();
  const Id ann = added(store, someone("ann"));
  added(store, Contact{.with = {ann}, .on = day(10), .minutes = 20});
  for (const int on : {5, 11, 21}) added(store, of(ann, snooze(on, on + 5)));
  added(store, of(ann, agreed(12, 20)));
  Facts facts = store::waiting(store, day(365), 0).front();
  store::add_postponements(store, facts);
  for (const Facts& known : {facts, store::facts_of(store, ann)}) {
    REQUIRE(known.postponements.size() == 2);
    CHECK(known.postponements[0].on == day(11));
    CHECK(known.postponements[1].on == day(21));
  }
}

TEST_CASE("the sums of whoever waits are those of the replay") {
  const StoreFile file;
  File store = file.write();
  const Id ann = added(store, someone("ann"));
  added(store, Contact{.with = {ann}, .on = day(1), .minutes = 20, .by = Side::them, .depth = Depth::deep});
  added(store, Contact{.with = {ann}, .on = day(2), .channel = Channel::chat});
  added(store, Contact{.with = {ann}, .on = day(3), .kind = ContactKind::tried});
  added(store, Contact{.with = {ann}, .on = day(4), .kind = ContactKind::missed});
  added(store, Snooze{.person = ann, .on = day(5), .until = day(6)});

  const Sums expected = replay_of(store, store.person(ann), {});
  REQUIRE(expected.replies.size() == 1);
  REQUIRE(expected.postponed == 1);
  CHECK(store::waiting(store, day(365), 0).front().sums == expected);
}

TEST_CASE("nobody who is archived or deceased waits") {
  const StoreFile file;
  File store = file.write();
  Person archived = someone("archived");
  archived.archived = true;
  Person deceased = someone("deceased");
  deceased.deceased = true;
  for (const Person& person : {archived, deceased}) {
    const Id id = added(store, person);
    added(store, Promise{.person = id, .given = day(1), .by = day(2)});
  }
  CHECK(store::waiting(store, day(1000), 40).empty());
}

}  // namespace
}  // namespace rel::test
