#include "rel/brief.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <limits>

#include "support/histories.hpp"

namespace rel::test {
namespace {

Remark told(Id id, int heard) {
  return {.id = id, .person = ann, .text = "remark " + std::to_string(id), .heard = day(heard)};
}

Remark asked(Id id, int heard, int on) {
  Remark remark = told(id, heard);
  remark.ask_on = day(on);
  return remark;
}

Remark used(Remark remark, int on) {
  remark.used = day(on);
  return remark;
}

Remark closed(Remark remark, int on) {
  remark.done = day(on);
  return remark;
}

std::vector<Id> ids(const std::vector<Remark>& remarks) {
  std::vector<Id> all;
  for (const Remark& remark : remarks) all.push_back(remark.id);
  return all;
}

using Ids = std::vector<Id>;

std::vector<Remark> random_remarks(Random& random) {
  std::vector<Remark> remarks;
  for (int id = 1, count = random.between(0, 8); id <= count; ++id) {
    Remark remark = told(id, random.between(0, 400));
    if (random.one_in(3)) remark.ask_on = plus_days(remark.heard, random.between(0, 100));
    if (random.one_in(4)) remark.used = plus_days(remark.heard, random.between(0, 100));
    if (random.one_in(4)) remark.done = plus_days(remark.heard, random.between(0, 100));
    remarks.push_back(remark);
  }
  random.shuffle(remarks);
  return remarks;
}

template <class Check>
void for_all_remarks(Check check) {
  for (int number = 1; number <= 10'000; ++number) {
    CAPTURE(number);
    Random random(static_cast<std::uint64_t>(number));
    check(random, random_remarks(random));
  }
}

TEST_CASE("asks come first by their day, then the newest, then what was come back to") {
  std::vector<Remark> remarks = {told(1, 10), used(told(2, 99), 100),     asked(3, 5, 200), asked(4, 50, 90),
                                 told(5, 40), closed(asked(6, 3, 20), 60)};
  order_to_tell(remarks);
  CHECK(ids(remarks) == Ids{4, 3, 5, 1, 2, 6});
}

TEST_CASE("the order is the same whatever it was before, and keeps every remark") {
  for_all_remarks([](Random& random, std::vector<Remark> remarks) {
    std::vector<Remark> other = remarks;
    random.shuffle(other);
    order_to_tell(remarks);
    order_to_tell(other);
    REQUIRE(ids(remarks) == ids(other));
    Ids sorted = ids(remarks);
    std::sort(sorted.begin(), sorted.end());
    for (std::size_t i = 0; i < sorted.size(); ++i) REQUIRE(sorted[i] == static_cast<Id>(i + 1));
    for (std::size_t i = 1; i < remarks.size(); ++i) {
      const Remark& a = remarks[i - 1];
      const Remark& b = remarks[i];
      if (ask_is_open(a) && ask_is_open(b)) REQUIRE(*a.ask_on <= *b.ask_on);
      if (ask_is_open(b)) REQUIRE(ask_is_open(a));
      if (!ask_is_open(b) && !came_back_to(b)) REQUIRE((ask_is_open(a) || !came_back_to(a)));
    }
  });
}

TEST_CASE("one begins with an ask whose day has come, and the newest that was not come back to") {
  CHECK(openers({}, day(100)).empty());
  CHECK(ids(openers({told(1, 10), told(2, 20)}, day(100))) == Ids{2});
  CHECK(ids(openers({told(1, 10), asked(2, 20, 100), asked(3, 5, 90)}, day(100))) == Ids{3, 1});
  CHECK(ids(openers({told(1, 10), asked(2, 20, 101)}, day(100))) == Ids{1});
  CHECK(ids(openers({used(told(1, 10), 50), asked(2, 20, 140), asked(3, 20, 120)}, day(100))) == Ids{3});
  CHECK(openers({used(told(1, 10), 50), closed(asked(2, 20, 90), 95)}, day(100)).empty());
}

TEST_CASE("what one begins with was told, is not over, and is at most two") {
  for_all_remarks([](Random& random, const std::vector<Remark>& remarks) {
    const Day today = day(random.between(0, 500));
    const std::vector<Remark> chosen = openers(remarks, today);
    REQUIRE(chosen.size() <= 2);
    for (const Remark& one : chosen) {
      REQUIRE(std::find(remarks.begin(), remarks.end(), one) != remarks.end());
      REQUIRE((ask_is_open(one) || !came_back_to(one)));
    }
    if (chosen.size() == 2) REQUIRE(chosen[0].id != chosen[1].id);
    const bool any = std::any_of(remarks.begin(), remarks.end(),
                                 [](const Remark& one) { return ask_is_open(one) || !came_back_to(one); });
    REQUIRE(any == !chosen.empty());
  });
}

TEST_CASE("a remark is stale a year after it was heard or come back to, an open ask never") {
  CHECK_FALSE(stale(told(1, 0), day(364)));
  CHECK(stale(told(1, 0), day(365)));
  CHECK_FALSE(stale(used(told(1, 0), 10), day(374)));
  CHECK(stale(used(told(1, 0), 10), day(375)));
  CHECK_FALSE(stale(asked(1, 0, 20), day(3000)));
  CHECK_FALSE(stale(closed(asked(1, 0, 20), 20), day(384)));
  CHECK(stale(closed(asked(1, 0, 20), 20), day(385)));
}

TEST_CASE("once stale a remark stays so until somebody comes back to it") {
  for_all_remarks([](Random& random, const std::vector<Remark>& remarks) {
    const Day today = day(random.between(300, 900));
    for (const Remark& remark : remarks) {
      if (!stale(remark, today)) continue;
      REQUIRE(stale(remark, plus_days(today, 1)));
      REQUIRE_FALSE(stale(used(remark, day_number(today)), today));
    }
  });
}

TEST_CASE("dates are near for thirty days ahead and three days after") {
  using namespace date::literals;
  Person person = person_in(Tier::high);
  person.dates = {{.name = "birthday", .month = 3, .day = 31, .year = 1980},
                  {.name = "wedding", .month = 3, .day = 1}};
  const auto on = [&](Day today) { return near_dates(person, today, 30); };
  CHECK(on(2026_y / 1 / 29).empty());
  REQUIRE(on(2026_y / 1 / 30).size() == 1);
  CHECK(on(2026_y / 1 / 30)[0].name == "wedding");
  CHECK(on(2026_y / 1 / 30)[0].in_days == 30);
  CHECK_FALSE(on(2026_y / 1 / 30)[0].years);
  const auto both = on(2026_y / 3 / 1);
  REQUIRE(both.size() == 2);
  CHECK(both[0].name == "wedding");
  CHECK(both[0].in_days == 0);
  CHECK(both[1].in_days == 30);
  CHECK(both[1].years == 46);
  CHECK(on(2026_y / 4 / 3)[0].in_days == -3);
  CHECK(on(2026_y / 4 / 4).empty());
  person.deceased = true;
  CHECK(on(2026_y / 3 / 1).empty());
}

TEST_CASE("postponements are the last that count, as many as the sums have") {
  const std::vector<Snooze> all = {snooze(30, 33), agreed(40, 45), snooze(10, 12), snooze(20, 22)};
  CHECK(postponements(all, 0).empty());
  CHECK(postponements(all, 2) == std::vector<Snooze>{all[3], all[0]});
  CHECK(postponements(all, 9).size() == 3);
  CHECK(postponements(all, -1).empty());
  CHECK(postponements(all, std::numeric_limits<int>::min()).empty());
}

TEST_CASE("the last talk, however short, the full one before it, and what came since") {
  History history{.contacts = {call(10), call(30), chat(29), chat(31), call(32, 5), tried(33)}};
  const auto brief = [&] { return brief_of(history.facts(), history.contacts, {}, {.today = day(40)}); };
  REQUIRE(brief().talks.last);
  CHECK(brief().talks.last->on == day(32));
  CHECK(brief().talks.full->on == day(30));
  CHECK(brief().talks.since.size() == 1);
  CHECK(brief().minutes.has_value());
  history.contacts.push_back(call(34));
  CHECK(brief().talks.last->on == day(34));
  CHECK_FALSE(brief().talks.full);
  CHECK(brief().talks.since.empty());
  history.person.last = day(35);  // remembered, so there is no contact to show
  CHECK_FALSE(brief().talks.last);
  CHECK(brief().talks.since.empty());
  history = {.contacts = {chat(29), chat(30)}};
  CHECK_FALSE(brief().talks.last);
  CHECK(brief().talks.since.size() == 2);
  CHECK_FALSE(brief().minutes);
}

TEST_CASE("touches since the last talk are those that the sums count") {
  for (int number = 1; number <= 2000; ++number) {
    CAPTURE(number);
    Random random(static_cast<std::uint64_t>(number));
    const History history = random_history(random);
    const Sums sums = history.sums();
    const Brief brief = brief_of(history.facts(), history.contacts, {}, {.today = day(random_days)});
    const auto& since = brief.talks.since;
    REQUIRE(std::count_if(since.begin(), since.end(), [&](const Contact& one) {
              return took_place(one) && credit(one, history.person) <= 0;
            }) == sums.touches);
    if (brief.talks.last) REQUIRE(brief.talks.last->id == sums.last_talk->id);
    if (brief.talks.full) REQUIRE(brief.talks.full->on == sums.last_real);
  }
}

}  // namespace
}  // namespace rel::test
