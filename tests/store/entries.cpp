#include <doctest/doctest.h>

#include <set>

#include "base/errors.hpp"
#include "store/waiting.hpp"
#include "support/store_file.hpp"

namespace rel::test {
namespace {

/// A file with Ann, Bo and Mia in it.
struct Circle {
  StoreFile file;
  File store = file.write();
  Id ann = added(store, someone("ann"));
  Id bo = added(store, someone("bo"));
  Id mia = added(store, someone("mia"));

  /// Logs an entry and returns it with its id.
  template <class Entry>
  Entry log(Entry entry) {
    entry.id = 0;
    change(store, [&](Change& change) { change.add(entry); });
    return entry;
  }
};

Contact full_contact(std::vector<Id> with) {
  return {.with = std::move(with),
          .others = 3,
          .on = day(-20'000),
          .time = TimeOfDay{1439},
          .channel = Channel::event,
          .minutes = 1440,
          .by = Side::them,
          .depth = Depth::deep,
          .counts = Counts::touch,
          .kind = ContactKind::owed,
          .answered = day(80'000),
          .guessed = true,
          .source = "call log 7",
          .note = "new job"};
}

// Contacts.

TEST_CASE("a contact comes back with every field") {
  Circle circle;
  const Contact contact = circle.log(full_contact({circle.bo, circle.mia, circle.ann}));
  CHECK(circle.store.contact(contact.id) == contact);
  CHECK(circle.file.read().contact(contact.id) == contact);
}

TEST_CASE("contacts between two days: everybody's, both days included, each once, by day") {
  Circle circle;
  const auto logged = [&](int on, std::vector<Id> with) {
    return circle.log(Contact{.with = std::move(with), .on = day(on)});
  };
  const Contact late = logged(30, {circle.ann});
  logged(9, {circle.ann});
  logged(31, {circle.bo});
  const Contact group = logged(20, {circle.bo, circle.mia, circle.ann});
  const Contact early = logged(10, {circle.mia});
  CHECK(circle.store.contacts_between(day(10), day(30)) == std::vector{early, group, late});
  CHECK(circle.store.contacts_between(day(11), day(19)).empty());
  CHECK(circle.store.contacts_between(day(30), day(10)).empty());
}

TEST_CASE("contacts between two days, looking back: what came later has not happened") {
  Circle circle;
  Contact owed = circle.log(
      Contact{.with = {circle.ann}, .on = day(10), .kind = ContactKind::missed, .answered = day(12)});
  circle.log(Contact{.with = {circle.ann}, .on = day(12)});
  circle.store.look_back_to(day(11));
  owed.answered.reset();
  CHECK(circle.store.contacts_between(day(0), day(30)) == std::vector{owed});
}

TEST_CASE("zero is not unknown") {
  Circle circle;
  Contact known{.with = {circle.ann},
                .time = TimeOfDay{0},
                .channel = Channel::met,
                .minutes = 0,
                .by = Side::me,
                .depth = Depth::small,
                .counts = Counts::real,
                .answered = day(0),
                .source = "",
                .note = ""};
  known = circle.log(known);
  CHECK(circle.store.contact(known.id) == known);
  Contact unknown{.with = {circle.ann}};
  unknown = circle.log(unknown);
  CHECK(circle.store.contact(unknown.id) == unknown);
}

TEST_CASE("every word of the vocabulary comes back") {
  Circle circle;
  Contact contact = circle.log(Contact{.with = {circle.ann}});
  const auto comes_back = [&] {
    changed(circle.store, contact);
    CHECK(circle.store.contact(contact.id) == contact);
  };
  for (const Channel channel : all_channels) {
    contact.channel = channel;
    comes_back();
  }
  for (const auto kind : {ContactKind::tried, ContactKind::missed, ContactKind::owed, ContactKind::contact}) {
    contact.kind = kind;
    comes_back();
  }
  for (const Depth depth : {Depth::small, Depth::personal, Depth::deep}) {
    contact.depth = depth;
    comes_back();
  }
}

TEST_CASE("a group contact is one contact of each of them") {
  Circle circle;
  const Contact group = circle.log(full_contact({circle.mia, circle.ann}));
  const std::vector expected = {group};
  CHECK(circle.store.contacts_of(circle.mia) == expected);
  CHECK(circle.store.contacts_of(circle.ann) == expected);
  CHECK(circle.store.contacts_of(circle.bo).empty());
  CHECK(circle.store.contacts_on(circle.mia, group.on) == expected);
  CHECK(circle.store.contacts_on(circle.ann, group.on) == expected);
  CHECK(circle.store.contacts_on(circle.ann, plus_days(group.on, 1)).empty());
}

TEST_CASE("the people of a contact can change") {
  Circle circle;
  Contact contact = circle.log(full_contact({circle.ann, circle.bo}));
  const std::vector<std::vector<Id>> changes = {
      {circle.mia, circle.bo}, {circle.bo, circle.mia}, {circle.ann}, {circle.mia, circle.ann, circle.bo}};
  for (const std::vector<Id>& with : changes) {
    contact.with = with;
    changed(circle.store, contact);
    CHECK(circle.store.contact(contact.id) == contact);
    for (const Id id : {circle.ann, circle.bo, circle.mia}) {
      CHECK(circle.store.contacts_of(id).size() == static_cast<std::size_t>(std::ranges::count(with, id)));
    }
  }
}

TEST_CASE("what nobody in the file was part of is refused") {
  Circle circle;
  const Id nobody = circle.mia + 1;
  const std::string before = circle.file.raw().dump();
  CHECK_THROWS_AS(circle.log(full_contact({nobody})), FileError);
  CHECK_THROWS_AS(circle.log(full_contact({circle.ann, nobody})), FileError);
  CHECK_THROWS_AS(circle.log(of(nobody, Promise{})), FileError);
  CHECK_THROWS_AS(circle.log(of(nobody, Remark{})), FileError);
  CHECK_THROWS_AS(circle.log(of(nobody, Snooze{})), FileError);
  CHECK(circle.file.raw().dump() == before);
}

// Remarks, promises, snoozes.

TEST_CASE("remarks come back with every field, in the order in which they were heard") {
  Circle circle;
  Remark full{.person = circle.ann,
              .text = "surgery on 12 Dec",
              .heard = day(20),
              .ask_on = day(30),
              .ask = "how did it go?",
              .used = day(31),
              .done = day(32)};
  full = circle.log(full);
  const Remark earlier = circle.log(Remark{.person = circle.ann, .text = "a cat", .heard = day(10)});
  circle.log(Remark{.person = circle.bo, .text = "a dog", .heard = day(15)});
  CHECK(circle.store.remark(full.id) == full);
  CHECK(circle.store.remarks_of(circle.ann) == std::vector{earlier, full});

  const Remark moved{.id = full.id, .person = circle.bo, .text = "", .heard = day(1)};
  changed(circle.store, moved);
  CHECK(circle.store.remark(full.id) == moved);
}

TEST_CASE("promises come back with every field, in the order in which they were given") {
  Circle circle;
  Promise full{.person = circle.ann,
               .mine = false,
               .text = "a book",
               .given = day(20),
               .by = day(30),
               .kept = day(31),
               .dropped = day(32)};
  full = circle.log(full);
  const Promise earlier = circle.log(Promise{.person = circle.ann, .text = "tea", .given = day(10)});
  circle.log(Promise{.person = circle.bo, .text = "a lift", .given = day(15)});
  CHECK(circle.store.promise(full.id) == full);
  CHECK(circle.store.promises_of(circle.ann) == std::vector{earlier, full});

  const Promise moved{.id = full.id, .person = circle.bo, .text = "", .given = day(1)};
  changed(circle.store, moved);
  CHECK(circle.store.promise(full.id) == moved);
}

TEST_CASE("snoozes come back with every field, in the order of their days") {
  Circle circle;
  Snooze full{.person = circle.ann,
              .on = day(20),
              .until = day(30),
              .counted = false,
              .agreed = "lunch",
              .why = "exams"};
  full = circle.log(full);
  const Snooze earlier = circle.log(Snooze{.person = circle.ann, .on = day(10), .until = day(12)});
  circle.log(Snooze{.on = day(15), .until = day(40)});
  CHECK(circle.store.snooze(full.id) == full);
  CHECK(circle.store.snoozes_of(circle.ann) == std::vector{earlier, full});

  const Snooze moved{.id = full.id, .on = day(1), .until = day(2), .agreed = ""};
  changed(circle.store, moved);
  CHECK(circle.store.snooze(full.id) == moved);
}

TEST_CASE("any text of an entry comes back to the letter") {
  Circle circle;
  for (const std::string& text : hostile_texts) {
    Contact contact = full_contact({circle.ann});
    contact.source = contact.note = text;
    contact = circle.log(contact);
    CHECK(circle.store.contact(contact.id) == contact);
    const Remark remark = circle.log(Remark{.person = circle.ann, .text = text, .ask = text});
    CHECK(circle.store.remark(remark.id) == remark);
    const Promise promise = circle.log(Promise{.person = circle.ann, .text = text});
    CHECK(circle.store.promise(promise.id) == promise);
    const Snooze snooze = circle.log(Snooze{.person = circle.ann, .agreed = text, .why = text});
    CHECK(circle.store.snooze(snooze.id) == snooze);
  }
}

TEST_CASE("a conversation closes the asks of its day and of days before") {
  Circle circle;
  const auto ask = [&](Id person, std::optional<Day> on) {
    return circle.log(Remark{.person = person, .text = "?", .heard = day(1), .ask_on = on});
  };
  const Id past = ask(circle.ann, day(9)).id;
  const Id same_day = ask(circle.ann, day(10)).id;
  const Id to_come = ask(circle.ann, day(11)).id;
  const Id no_ask = ask(circle.ann, {}).id;
  const Id of_bo = ask(circle.bo, day(9)).id;

  std::vector<Remark> closed;
  change(circle.store, [&](Change& change) { closed = change.close_asks(circle.ann, {day(10)}); });
  CHECK(closed == std::vector{circle.store.remark(past), circle.store.remark(same_day)});
  CHECK(circle.store.remark(past).done == day(10));
  CHECK(circle.store.remark(same_day).done == day(10));
  for (const Id open : {to_come, no_ask, of_bo}) CHECK_FALSE(circle.store.remark(open).done);

  change(circle.store, [&](Change& change) { closed = change.close_asks(circle.ann, {day(10)}); });
  CHECK(closed.empty());
}

TEST_CASE("asks that a talk closed are open again where it goes, unless another talk closes them") {
  Circle circle;
  const auto ask = [&](std::optional<Day> done, std::optional<Day> used) {
    return circle
        .log(Remark{
            .person = circle.ann, .text = "?", .heard = day(1), .ask_on = day(9), .used = used, .done = done})
        .id;
  };
  const Id by_talk = ask(day(10), {});
  const Id by_hand = ask(day(10), day(10));
  const Id by_another = ask(day(12), {});
  const Person ann = circle.store.person(circle.ann);
  std::vector<Remark> open;
  change(circle.store, [&](Change& change) { open = change.reopen_asks(ann, day(10)); });
  REQUIRE(open.size() == 1);
  CHECK(open.front().id == by_talk);
  CHECK_FALSE(circle.store.remark(by_talk).done);
  CHECK(circle.store.remark(by_hand).done == day(10));
  CHECK(circle.store.remark(by_another).done == day(12));

  circle.log(Contact{.with = {circle.ann}, .on = day(14), .minutes = 5});
  circle.log(Contact{.with = {circle.ann}, .on = day(13), .minutes = 5});
  circle.log(Contact{.with = {circle.ann}, .on = day(11), .channel = Channel::chat});
  change(circle.store, [&](Change& change) { open = change.reopen_asks(ann, day(12)); });
  CHECK(open.empty());
  CHECK(circle.store.remark(by_another).done == day(13));
}

TEST_CASE("away: from the day it was said until the day that was said last") {
  Circle circle;
  circle.log(Snooze{.on = day(10), .until = day(20)});
  circle.log(Snooze{.on = day(12), .until = day(15)});
  circle.log(Snooze{.person = circle.ann, .on = day(10), .until = day(90)});
  CHECK_FALSE(store::away_until(circle.store, day(9)));
  CHECK(store::away_until(circle.store, day(10)) == day(20));
  CHECK(store::away_until(circle.store, day(11)) == day(20));
  CHECK(store::away_until(circle.store, day(12)) == day(15));
  CHECK(store::own_days(circle.store, day(14)).away_until == day(15));
  CHECK_FALSE(store::away_until(circle.store, day(15)));
}

// Taking away.

TEST_CASE("an entry that is taken away is gone, and no other") {
  Circle circle;
  const Id contact = circle.log(full_contact({circle.ann, circle.bo})).id;
  const Id remark = circle.log(Remark{.person = circle.ann}).id;
  const Id promise = circle.log(Promise{.person = circle.ann}).id;
  const Id snooze = circle.log(Snooze{.person = circle.ann}).id;
  const Id away = circle.log(Snooze{}).id;
  File& store = circle.store;

  removed(store, EntryKind::contact, contact);
  CHECK_THROWS_AS(store.contact(contact), NotFound);
  CHECK(store.contacts_of(circle.ann).empty());
  CHECK(store.contacts_of(circle.bo).empty());
  CHECK(circle.file.raw().number("SELECT count(*) FROM companions") == 0);
  CHECK(store.remark(remark).id == remark);

  removed(store, EntryKind::remark, remark);
  CHECK_THROWS_AS(store.remark(remark), NotFound);
  CHECK(store.promise(promise).id == promise);

  removed(store, EntryKind::promise, promise);
  CHECK_THROWS_AS(store.promise(promise), NotFound);
  CHECK(store.snooze(snooze).id == snooze);

  removed(store, EntryKind::snooze, snooze);
  CHECK_THROWS_AS(store.snooze(snooze), NotFound);
  removed(store, EntryKind::snooze, away);
  CHECK_THROWS_AS(store.snooze(away), NotFound);
}

// Ids.

/// Many entries of every kind, in one command.
std::vector<EntryRef> log_many(Circle& circle, int of_each) {
  std::vector<EntryRef> entries;
  change(circle.store, [&](Change& change) {
    for (int i = 0; i < of_each; ++i) {
      Contact contact{.with = {circle.ann}};
      Remark remark{.person = circle.ann};
      Promise promise{.person = circle.ann};
      Snooze snooze{.person = circle.ann};
      entries.push_back({EntryKind::contact, change.add(contact)});
      entries.push_back({EntryKind::remark, change.add(remark)});
      entries.push_back({EntryKind::promise, change.add(promise)});
      entries.push_back({EntryKind::snooze, change.add(snooze)});
    }
  });
  return entries;
}

TEST_CASE("the beginning of an id, at any length, finds what begins so and nothing else") {
  Circle circle;
  const std::vector<EntryRef> entries = log_many(circle, 100);
  for (std::size_t i = 0; i < entries.size(); i += 7) {
    const std::string id = id_text(entries[i].id);
    for (std::size_t length = 1; length <= id.size(); ++length) {
      const std::string beginning = id.substr(0, length);
      CAPTURE(beginning);
      const auto fitting = std::ranges::count_if(
          entries, [&](const EntryRef& entry) { return id_text(entry.id).starts_with(beginning); });
      const auto found = circle.store.entries_beginning(*id_beginning(beginning), 1000);
      CHECK(std::ranges::count(found, entries[i]) == 1);
      CHECK(found.size() == static_cast<std::size_t>(fitting));
      for (const EntryRef& entry : found) CHECK(id_text(entry.id).starts_with(beginning));
    }
  }
}

TEST_CASE("the short id is the shortest beginning of four characters or more that is unique") {
  Circle circle;
  // Enough that some share their first four characters (18 bits).
  const std::vector<EntryRef> entries = log_many(circle, 500);
  const auto beginning_alike = [&](const std::string& beginning) {
    return std::ranges::count_if(
        entries, [&](const EntryRef& entry) { return id_text(entry.id).starts_with(beginning); });
  };
  std::set<std::size_t> lengths;
  for (const EntryRef& entry : entries) {
    const std::string id = circle.store.short_id(entry.id);
    REQUIRE(id_text(entry.id).starts_with(id));
    REQUIRE(beginning_alike(id) == 1);
    if (id.size() > shortest_id) REQUIRE(beginning_alike(id.substr(0, id.size() - 1)) > 1);
    lengths.insert(id.size());
  }
  CHECK(*lengths.begin() == shortest_id);
}

TEST_CASE("ids that differ in their last character only are told apart by all 13") {
  Circle circle;
  const Id id = circle.log(Promise{.person = circle.ann, .text = "a book"}).id;
  const Id twin = id ^ (Id{1} << 60);
  circle.file.raw().run("INSERT INTO promises (id, person, mine, text, given) VALUES (" +
                        std::to_string(twin) + ", " + std::to_string(circle.ann) + ", 1, 'twin', 0)");
  CHECK(circle.store.short_id(id) == id_text(id));
  CHECK(circle.store.short_id(twin) == id_text(twin));
}

TEST_CASE("no more entries are listed than asked for") {
  Circle circle;
  log_many(circle, 50);
  CHECK(circle.store.entries_beginning({0, 0}, 7).size() == 7);
}

}  // namespace
}  // namespace rel::test
