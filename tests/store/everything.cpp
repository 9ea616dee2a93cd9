#include <doctest/doctest.h>

#include "support/store_file.hpp"

namespace rel::test {
namespace {

TEST_CASE("every entry of a kind, oldest first, as it was on the day of a look back") {
  const StoreFile file;
  File store = file.write();
  const Id ann = added(store, someone("ann"));
  Contact owed = chat(10).owed();
  owed.with = {ann};
  owed.answered = day(12);
  const Id first = added(store, owed);
  const Id later = added(store, [&] { return owed.on = day(11), owed; }());
  added(store, Remark{.person = ann, .text = "x", .heard = day(10), .used = day(12), .done = day(12)});
  Promise kept = of(ann, promise(10));
  kept.kept = day(12);
  added(store, kept);
  const auto seen = [&](std::optional<int> until) {
    Reader reading = file.read();
    if (until) reading.look_back_to(day(*until));
    std::vector<Id> contacts;
    int closed = 0;
    reading.each_contact([&](const Contact& one) {
      contacts.push_back(one.id);
      closed += one.answered ? 1 : 0;
    });
    reading.each_remark([&](const Remark& one) { closed += (one.used ? 1 : 0) + (one.done ? 1 : 0); });
    reading.each_promise([&](const Promise& one) { closed += one.kept ? 1 : 0; });
    return std::pair(contacts, closed);
  };
  CHECK(seen({}) == std::pair(std::vector<Id>{first, later}, 5));
  CHECK(seen(12) == std::pair(std::vector<Id>{first, later}, 5));
  CHECK(seen(11) == std::pair(std::vector<Id>{first, later}, 0));
  CHECK(seen(10) == std::pair(std::vector<Id>{first}, 0));
  int none = 0;
  Reader past = file.read();
  past.look_back_to(day(9));
  past.each_contact([&](const Contact&) { ++none; });
  past.each_remark([&](const Remark&) { ++none; });
  past.each_promise([&](const Promise&) { ++none; });
  CHECK(none == 0);
}

TEST_CASE("the newest entries of all kinds, the newest first, and no more than asked for of each") {
  const StoreFile file;
  File store = file.write();
  const Id ann = added(store, someone("ann"));
  std::vector<Id> ids;
  for (int round = 0; round < 3; ++round) {
    ids.push_back(added(store, Contact{.with = {ann}, .on = day(1)}));
    ids.push_back(added(store, Remark{.person = ann, .text = "x"}));
    ids.push_back(added(store, of(ann, promise(1))));
    ids.push_back(added(store, of(ann, snooze(1, 2))));
  }
  std::vector<Id> newest;
  for (const EntryRef& entry : store.newest_entries(2)) newest.push_back(entry.id);
  CHECK(newest == std::vector<Id>(ids.rbegin(), ids.rbegin() + 8));
}

TEST_CASE("absences are those of everyone, of the days until that of a look back") {
  const StoreFile file;
  File store = file.write();
  const Id ann = added(store, someone("ann"));
  Snooze away = snooze(10, 20);
  away.person.reset();
  added(store, away);
  away.on = day(5);
  added(store, away);
  added(store, of(ann, snooze(10, 20)));
  const auto days = [&](std::optional<int> until) {
    Reader reading = file.read();
    if (until) reading.look_back_to(day(*until));
    std::vector<Day> found;
    for (const Snooze& one : reading.absences()) found.push_back(one.on);
    return found;
  };
  CHECK(days({}) == std::vector<Day>{day(5), day(10)});
  CHECK(days(10) == std::vector<Day>{day(5), day(10)});
  CHECK(days(9) == std::vector<Day>{day(5)});
}

TEST_CASE("what has an id, of whatever kind, nothing where it is free") {
  const StoreFile file;
  File store = file.write();
  const Id ann = added(store, someone("ann"));
  Entry talk = call(10).together({ann});
  talk.id = 0;
  const std::vector<std::pair<Id, EntryKind>> entries = {
      {added(store, Contact(talk)), EntryKind::contact},
      {added(store, Remark{.person = ann}), EntryKind::remark},
      {added(store, of(ann, promise(10))), EntryKind::promise},
      {added(store, of(ann, snooze(10, 20))), EntryKind::snooze},
      {added(store, Review{.on = day(10)}), EntryKind::review}};
  for (const auto& entry : entries) CHECK(store.kind_of(entry.first) == entry.second);
  CHECK_FALSE(store.kind_of(entries.back().first + 1));
}

TEST_CASE("reviews are those done until the day of a look back, in the order of their days") {
  const StoreFile file;
  File store = file.write();
  for (const int on : {40, 30}) added(store, Review{.on = day(on), .since = day(0), .until = day(on)});
  const auto days = [&](std::optional<int> until) {
    Reader reading = file.read();
    if (until) reading.look_back_to(day(*until));
    std::vector<Day> found;
    for (const Review& one : reading.reviews()) found.push_back(one.on);
    return found;
  };
  CHECK(days({}) == std::vector<Day>{day(30), day(40)});
  CHECK(days(40) == std::vector<Day>{day(30), day(40)});
  CHECK(days(39) == std::vector<Day>{day(30)});
}

}  // namespace
}  // namespace rel::test
