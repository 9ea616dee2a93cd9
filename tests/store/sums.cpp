#include "store/sums.hpp"

#include <doctest/doctest.h>

#include "support/circles.hpp"
#include "support/store_file.hpp"

namespace rel::test {
namespace {

/// Rules by which everyone's figures differ from those by default.
Settings other_rules() {
  Settings settings;
  settings.tiers = {{{45, 30, 7}, {40, 30, 7}, {20, 45, 3}, {5, 60, 1}}};
  return settings;
}

std::string caches(const StoreFile& file) {
  return file.raw().dump({"sums", "names", "made_with"});
}

TEST_CASE("after every change the sums kept are those of a replay") {
  const StoreFile file;
  File store = file.write();
  Random random(1);
  fill_circle(store, random, 10);
  check_caches(store, file);
}

TEST_CASE("other rules: a reader replays in memory, the next write refreshes") {
  const StoreFile file;
  File by_default = file.write();
  Random random(2);
  fill_circle(by_default, random, 10);
  const std::string kept = caches(file);

  Reader reader = file.read(other_rules());
  int different = 0;
  for (const Person& person : reader.people()) {
    const Sums sums = store::sums_of(reader, person);
    CHECK(sums == replay_of(reader, person, other_rules()));
    if (sums != store::sums_of(by_default, person)) ++different;
  }
  CHECK(different > 0);
  CHECK(caches(file) == kept);
}

TEST_CASE("the first write by other rules refreshes everyone's sums, and once more by the old ones") {
  const StoreFile file;
  File by_default = file.write();
  Random random(3);
  fill_circle(by_default, random, 10);
  added(by_default, someone("last"));
  const std::string kept = caches(file);

  File writer = file.write(other_rules());
  const Id one = added(writer, someone("one"));
  CHECK(caches(file) != kept);
  check_caches(writer, file, other_rules());

  removed(by_default, EntryKind::promise, added(by_default, of(one, Promise{})));
  check_caches(by_default, file);
}

TEST_CASE("another beginning of the day is another rule") {
  const StoreFile file;
  File store = file.write();
  const Id ann = added(store, someone("ann"));
  // At 1 o'clock: the latest of its day by default, the first where the day begins at midnight.
  added(store, Contact{.with = {ann}, .on = day(9), .time = TimeOfDay{60}, .minutes = 10});
  added(store, Contact{.with = {ann}, .on = day(9), .time = TimeOfDay{600}, .minutes = 20});
  Settings midnight;
  midnight.day_starts = TimeOfDay{0};
  Reader reader = file.read(midnight);
  const Person person = reader.person(ann);
  CHECK(store::sums_of(reader, person) == replay_of(reader, person, midnight));
  CHECK(store::sums_of(reader, person).last_talk != store::sums_of(store, person).last_talk);
}

TEST_CASE("a command that changes nothing but meets other rules refreshes, without a step") {
  const StoreFile file;
  File by_default = file.write();
  added(by_default, someone("ann"));
  File writer = file.write(other_rules());
  change(writer, [](Change&) {});
  check_caches(writer, file, other_rules());
  CHECK(writer.steps(10).size() == 1);
}

TEST_CASE("whoever a snooze is moved away from, or undone with, has the right sums") {
  const StoreFile file;
  File store = file.write();
  const Id ann = added(store, someone("ann"));
  const Id bo = added(store, someone("bo"));
  Snooze snooze{.person = ann, .on = day(10), .until = day(20)};
  snooze.id = added(store, snooze);
  snooze.until = day(30);
  changed(store, snooze);
  check_caches(store, file);
  store.undo(test_time);
  check_caches(store, file);
  for (const std::optional<Id> person : {std::optional(bo), std::optional<Id>(), std::optional(ann)}) {
    snooze.person = person;
    changed(store, snooze);
    check_caches(store, file);
  }
  for (int times = 0; times < 3; ++times) {
    store.undo(test_time);
    check_caches(store, file);
  }
  for (int times = 0; times < 3; ++times) {
    store.redo(test_time);
    check_caches(store, file);
  }
}

}  // namespace
}  // namespace rel::test
