#include "rel/review.hpp"

#include <doctest/doctest.h>

#include "support/histories.hpp"

namespace rel::test {
namespace {

/// A circle whose days from 100 to 189 are looked back at, on day 189.
struct Circle {
  Material material{.today = day(189), .period = {day(100), day(189)}};

  /// Someone with a target of so many days, in the circle from day 0 on.
  Person& add(Id id, Tier tier = Tier::high, int target = 30) {
    Person person = person_in(tier);
    person.id = id;
    person.name = "P" + std::to_string(id);
    person.every_days = target;
    person.considered = material.today;
    material.people.push_back(person);
    return material.people.back();
  }

  void log(Contact contact, std::vector<Id> with) {
    contact.with = std::move(with);
    material.contacts.push_back(std::move(contact));
  }

  /// With the sums of everyone's contacts.
  const Material& made() {
    material.sums.clear();
    for (const Person& person : material.people) {
      std::vector<Contact> theirs = material.contacts;
      std::erase_if(theirs,
                    [&](const Contact& contact) { return std::ranges::count(contact.with, person.id) == 0; });
      material.sums.push_back(replay(person, theirs, {}, material.settings));
    }
    return material;
  }

  LookBack look() { return look_back(made()); }
};

template <class Things>
std::vector<Id> who(const Things& things) {
  std::vector<Id> ids;
  for (const auto& thing : things) ids.push_back(thing.person->id);
  return ids;
}

using Ids = std::vector<Id>;

TEST_CASE(
    "review: whom the user talked with in the period, most minutes first, then most often, then by name") {
  Circle circle;
  for (const Id id : {1, 2, 3, 4, 5}) circle.add(id);
  circle.log(call(100, 20), {1});
  circle.log(call(150, 40), {2, 99});  // 99 is nobody's
  circle.log(call(189, 20), {3, 2});
  circle.log(call(120, 10), {4});
  circle.log(call(121, 10), {4});
  circle.log(call(99, 90), {5});
  circle.log(call(190, 90), {5});
  circle.log(chat(150), {5});
  const LookBack back = circle.look();
  CHECK(who(back.most) == Ids{2, 4, 1, 3});
  CHECK(back.most[0].talks.minutes == 60);
  CHECK(back.most[0].talks.count == 2);
  CHECK(back.now.contacts == 6);
  CHECK(back.before.contacts == 1);
}

TEST_CASE("review: without a talk: of the upper tiers, long enough there, with a target that fits in") {
  Circle circle;
  circle.add(1);
  circle.add(2, Tier::very_high);
  circle.add(3, Tier::moderate);
  circle.add(4).added = day(100);
  circle.add(5).added = day(101);
  circle.add(6, Tier::high, 90);
  circle.add(7, Tier::high, 91);
  circle.add(8).archived = true;
  circle.add(9);
  circle.log(call(150), {9});
  Ids missing;
  for (const Person* person : circle.look().without_talk) missing.push_back(person->id);
  CHECK(missing == Ids{2, 1, 4, 6});
}

TEST_CASE("review: the user's promises as they stood at the end of the period") {
  Circle circle;
  circle.add(ann);
  const auto kept = [](Promise one, int on) { return one.kept = day(on), one; };
  const auto dropped = [](Promise one, int on) { return one.dropped = day(on), one; };
  Promise theirs = promise(120);
  theirs.mine = false;
  Promise strange = promise(120);
  strange.person = 99;
  circle.material.promises = {promise(189),
                              promise(101, 189),
                              promise(102, 188),
                              promise(190),
                              theirs,
                              strange,
                              kept(promise(90), 100),
                              kept(promise(91), 189),
                              kept(promise(92), 99),
                              kept(promise(93), 190),
                              dropped(promise(94, 120), 150),
                              dropped(promise(95, 120), 190)};
  const Promised found = circle.look().promised;
  CHECK(found.kept == 2);
  CHECK(found.dropped == 1);
  REQUIRE(found.late.size() == 2);
  CHECK(found.late[0]->id == 102);
  CHECK(found.late[1]->id == 95);
  REQUIRE(found.open.size() == 3);
  CHECK(found.open[0]->id == 189);
  CHECK(found.open[1]->id == 101);
  CHECK(found.open[2]->id == 93);
}

TEST_CASE("review: who was put off, most often first, and each reason once") {
  Circle circle;
  circle.add(1);
  circle.add(2);
  const auto put_off = [&](Id person, int on, std::optional<std::string> why) {
    Snooze one = snooze(on, on + 7);
    one.person = person;
    one.why = std::move(why);
    circle.material.snoozes.push_back(one);
    return &circle.material.snoozes.back();
  };
  put_off(1, 100, "busy");
  put_off(2, 120, "busy");
  put_off(2, 130, "ill");
  put_off(2, 189, "busy");
  put_off(2, 150, {});
  put_off(1, 99, "early");
  put_off(1, 190, "late");
  put_off(1, 150, "agreed")->counted = false;
  put_off(1, 150, "everyone")->person.reset();
  put_off(99, 150, "nobody");
  const LookBack back = circle.look();
  CHECK(who(back.put_off) == Ids{2, 1});
  CHECK(back.put_off[0].count == 4);
  CHECK(back.put_off[0].reasons == std::vector<std::string>{"busy", "ill"});
  CHECK(back.put_off[1].count == 1);
  CHECK(back.put_off[1].reasons == std::vector<std::string>{"busy"});
}

TEST_CASE("review: quiet: overdue since a day of the period, before it they are counted") {
  Circle circle;
  for (const Id id : {1, 2, 3, 4}) circle.add(id);
  circle.add(5, Tier::very_high);
  circle.add(6).archived = true;
  circle.log(call(70), {1});   // overdue on day 100, the first of the period
  circle.log(call(69), {2});   // on day 99
  circle.log(call(160), {3});  // on day 190: not yet
  circle.log(call(159), {4});  // on day 189, the last
  circle.log(call(100), {5});
  circle.log(call(100), {6});
  const LookBack back = circle.look();
  CHECK(who(back.quiet) == Ids{5, 1, 4});  // the higher tier first, then the longest silence
  CHECK(back.quiet[1].silence == 119);
  CHECK(back.quiet[1].sums == &circle.material.sums[0]);
  CHECK(back.quiet_before == 1);
}

TEST_CASE("review: cooled: a silence unusual after three talks, before it is overdue") {
  Circle circle;
  circle.add(1, Tier::high, 60);
  circle.add(2, Tier::high, 60);
  circle.add(3, Tier::high, 60);
  circle.add(4, Tier::high, 60);
  for (int on = 100; on <= 140; on += 2) circle.log(call(on), {1, 2});
  for (int on = 100; on <= 130; on += 2) circle.log(call(on), {4});
  for (int on = 142; on <= 188; on += 2) circle.log(call(on), {2});
  circle.log(call(138), {3});
  circle.log(call(140), {3});
  CHECK(who(circle.look().cooled) == Ids{4, 1});  // the most unusual first
  circle.material.people[0].archived = true;
  CHECK(who(circle.look().cooled) == Ids{4});
}

TEST_CASE("review: in no tier, but talked with twice") {
  Circle circle;
  for (const Id id : {1, 2, 3}) circle.add(id, Tier::none);
  circle.add(4);
  for (const Id id : {1, 3, 4}) {
    circle.log(call(110), {id});
    circle.log(call(120), {id});
  }
  circle.log(call(110, 200), {2});
  circle.material.people[2].deceased = true;
  CHECK(who(circle.look().without_tier) == Ids{1});
}

TEST_CASE("review: to look at again: what was not for half a year, the oldest first") {
  Circle circle;
  circle.add(1).considered = day(189 - 183);
  circle.add(2).considered = day(189 - 184);
  circle.add(3).considered = day(0);
  circle.add(4, Tier::none).considered = day(0);
  Ids found;
  for (const Person* person : circle.look().to_consider) found.push_back(person->id);
  CHECK(found == Ids{3, 2});
}

TEST_CASE("review: suggestions come in the order of tiers, then of names") {
  Circle circle;
  circle.add(2);
  circle.add(1);
  circle.add(3, Tier::very_high);
  circle.material.fitting = {{2, {45, 42}}, {1, {45, 42}}, {3, {10, 10}}};
  CHECK(who(circle.look().suggestions) == Ids{3, 1, 2});
}

TEST_CASE("review: intentions with what was talked since, but not before on the day of the last review") {
  Circle circle;
  circle.add(1);
  circle.material.last =
      Review{.id = 105,
             .on = day(105),
             .since = day(1),
             .until = day(99),
             .intentions = {{.person = 1, .text = "call"}, {.person = {}, .text = "less"}}};
  circle.log(call(105, 11).numbered(104), {1});
  circle.log(call(105, 12).numbered(106), {1});
  circle.log(call(189, 13).numbered(200), {1, 2});
  circle.log(call(190, 14).numbered(201), {1});
  circle.log(call(150, 15).numbered(202), {2});
  circle.log(chat(150).numbered(203), {1});
  const LookBack back = circle.look();
  REQUIRE(back.intended.size() == 2);
  CHECK(back.intended[0].person == &circle.material.people[0]);
  CHECK(back.intended[0].talks->count == 2);
  CHECK(back.intended[0].talks->minutes == 25);
  CHECK(back.intended[1].intention.text == "less");
  CHECK(back.intended[1].person == nullptr);
  CHECK_FALSE(back.intended[1].talks);
  circle.material.last.reset();
  CHECK(circle.look().intended.empty());
}

TEST_CASE("review: whom to ask: the longest since a deep talk, or since the first talk at all") {
  Circle circle;
  for (const Id id : {1, 2, 3, 4}) circle.add(id);
  circle.add(5, Tier::moderate);
  for (const Id id : {1, 2, 5}) circle.log(call(20), {id});
  circle.log(call(30), {3});
  CHECK(circle.look().ask->person->id == 1);  // of two alike, the first by name
  CHECK_FALSE(circle.look().ask->last_deep);
  circle.material.people[1].tier = Tier::very_high;
  CHECK(circle.look().ask->person->id == 2);
  circle.material.deep_talks = {{1, day(100)}, {2, day(99)}};
  CHECK(circle.look().ask->person->id == 3);
  circle.material.deep_talks = {{1, day(100)}, {2, day(189)}, {3, day(60)}};
  CHECK(circle.look().ask->person->id == 3);
  CHECK(circle.look().ask->last_deep == day(60));
  circle.material.deep_talks[3] = day(150);
  CHECK_FALSE(circle.look().ask);  // with all of them in this period; with the fourth there was never a talk
}

TEST_CASE("review: the balance and the capacity are those of everyone") {
  Circle circle;
  circle.add(1);
  circle.log(call(150), {1});
  const LookBack back = circle.look();
  CHECK(back.balance.has_value() == balance(back.before, back.now).has_value());
  const Load load{&circle.material.people[0], &circle.material.sums[0]};
  CHECK(back.capacity.people == capacity({load}, {}, day(189), false).people);
}

}  // namespace
}  // namespace rel::test
