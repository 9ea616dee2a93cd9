#include "store/review.hpp"

#include <doctest/doctest.h>

#include "store/sums.hpp"
#include "store/waiting.hpp"
#include "support/circles.hpp"

namespace rel::test {
namespace {

TEST_CASE("what a review reads for everyone is what is read for each") {
  Random random(11);
  for (int round = 0; round < 20; ++round) {
    const StoreFile file;
    File store = file.write();
    fill_circle(store, random, 6);
    for (const std::optional<Day> until : {std::optional<Day>(), std::optional(day(700))}) {
      if (until) store.look_back_to(*until);
      const std::vector<Person> people = store.people_for_figures();
      const std::vector<Person> whole = store.people();
      REQUIRE(people.size() == whole.size());
      const std::vector<Sums> sums = store::sums_of(store, people);
      std::vector<Promise> promises;
      for (std::size_t i = 0; i < people.size(); ++i) {
        CHECK(people[i].id == whole[i].id);
        CHECK(people[i].real_by == whole[i].real_by);
        CHECK(sums[i] == store::sums_of(store, whole[i]));
        for (const Promise& one : store.promises_of(whole[i].id)) promises.push_back(one);
      }
      std::vector<Promise> all = store::promises(store);
      std::erase_if(all, [&](const Promise& one) {
        return std::ranges::none_of(whole, [&](const Person& who) { return who.id == one.person; });
      });
      const auto by_number = [](const Promise& a, const Promise& b) { return a.id < b.id; };
      std::sort(promises.begin(), promises.end(), by_number);
      std::sort(all.begin(), all.end(), by_number);
      CHECK(all == promises);
    }
  }
}

TEST_CASE("snoozes between two days: both included, those for everyone, too") {
  const StoreFile file;
  File store = file.write();
  const Id person = added(store, someone("ann"));
  for (const int on : {9, 10, 20, 21}) added(store, of(person, snooze(on, on + 5)));
  added(store, Snooze{.on = day(15), .until = day(30), .counted = false});
  std::vector<int> days;
  for (const Snooze& one : store::snoozes_between(store, day(10), day(20)))
    days.push_back(day_number(one.on));
  CHECK(days == std::vector{10, 15, 20});
}

TEST_CASE(
    "deep talks: the last with each of the upper tiers, in groups, too, tries and missed calls are none") {
  const StoreFile file;
  File store = file.write();
  const Id first = added(store, someone("ann"));
  const Id second = added(store, someone("bo"));
  Person moderate = someone("cy");
  moderate.tier = Tier::moderate;
  const Id third = added(store, moderate);
  const auto log = [&](Entry entry, std::vector<Id> with) {
    entry.with = std::move(with);
    added(store, Contact(entry));
  };
  log(call(10).deep(), {first});
  log(call(20).deep(), {first, second, third});
  log(call(30), {first});
  log(tried(40).deep(), {first});
  log(call(50).deep(), {first});
  using Days = std::map<Id, Day>;
  CHECK(store::deep_talks(store, day(49)) == Days{{first, day(20)}, {second, day(20)}});
  CHECK(store::deep_talks(store, day(50)) == Days{{first, day(50)}, {second, day(20)}});
  CHECK(store::deep_talks(store, day(9)).empty());
  store.look_back_to(day(19));
  CHECK(store::deep_talks(store, day(50)) == Days{{first, day(10)}});
}

TEST_CASE("stale remarks: not heard and not come back to for a year, but no ask that is open") {
  const StoreFile file;
  File store = file.write();
  const Id person = added(store, someone("ann"));
  const auto told = [&](Remark remark) {
    remark.person = person;
    remark.text = "nuts";
    return added(store, remark);
  };
  told({.heard = day(0)});
  told({.heard = day(0), .used = day(10)});
  told({.heard = day(0), .ask_on = day(5)});
  told({.heard = day(0), .ask_on = day(5), .done = day(20)});
  CHECK(store::stale_remarks(store, day(364)) == 0);
  CHECK(store::stale_remarks(store, day(365)) == 1);
  CHECK(store::stale_remarks(store, day(375)) == 2);
  CHECK(store::stale_remarks(store, day(1000)) == 3);
}

TEST_CASE("the user's own days: away, the last review, the first entry") {
  const StoreFile file;
  File store = file.write();
  const Id person = added(store, someone("ann"));
  CHECK_FALSE(store::own_days(store, day(100)).began);
  Entry first = call(50);
  first.with = {person};
  Entry earlier = call(40);
  earlier.with = {person};
  added(store, Contact(first));
  added(store, Contact(earlier));
  added(store, Review{.on = day(60), .since = day(31), .until = day(60)});
  added(store, Review{.on = day(90), .since = day(61), .until = day(90)});
  added(store, Snooze{.on = day(95), .until = day(110), .counted = false});
  const auto own = store::own_days(store, day(100));
  CHECK(own.began == day(50));
  CHECK(own.reviewed == day(90));
  CHECK(own.away_until == day(110));
  CHECK(store::own_days(store, day(89)).reviewed == day(60));
  CHECK_FALSE(store::own_days(store, day(59)).reviewed);
}

}  // namespace
}  // namespace rel::test
