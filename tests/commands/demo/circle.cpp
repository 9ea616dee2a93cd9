#include "commands/demo/circle.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <set>

#include "rel/credit.hpp"

using namespace rel;
using commands::demo_circle;
using commands::DemoCircle;

namespace {

const Day today = *day_from_iso("2026-11-21");

/// Days from a year around: leap days, new years and Augusts among them.
std::vector<Day> many_days() {
  std::vector<Day> days;
  for (int i = 0; i < 800; ++i) days.push_back(plus_days(*day_from_iso("2023-06-01"), i));
  return days;
}

bool happened_by(const DemoCircle& circle, Day day) {
  bool so = true;
  const auto past = [&](std::optional<Day> one) { so = so && (!one || *one <= day); };
  for (const Contact& one : circle.contacts) past(one.on);
  for (const Remark& one : circle.remarks) past(one.heard), past(one.used), past(one.done);
  for (const Promise& one : circle.promises) past(one.given), past(one.kept), past(one.dropped);
  for (const Snooze& one : circle.snoozes) past(one.on);
  for (const Review& one : circle.reviews) past(one.on), past(one.until);
  return so;
}

bool knows_everyone(const DemoCircle& circle) {
  bool so = true;
  const auto known = [&](Id id) { so = so && id >= 1 && id <= static_cast<Id>(circle.people.size()); };
  for (const Contact& one : circle.contacts) {
    so = so && !one.with.empty();
    for (const Id id : one.with) known(id);
  }
  for (const Remark& one : circle.remarks) known(one.person);
  for (const Promise& one : circle.promises) known(one.person);
  for (const Snooze& one : circle.snoozes) {
    if (one.person) known(*one.person);
  }
  for (const Review& one : circle.reviews) {
    CHECK(one.intentions.size() <= 3);
    for (const Intention& intention : one.intentions) {
      if (intention.person) known(*intention.person);
    }
  }
  return so;
}

const Person& person(const DemoCircle& circle, const std::string& name) {
  return *std::find_if(circle.people.begin(), circle.people.end(),
                       [&](const Person& one) { return one.name == name; });
}

/// Conversations with someone between two days, counted back.
int talks(const DemoCircle& circle, const std::string& name, int from, int to) {
  const Person& whom = person(circle, name);
  const Id id = &whom - circle.people.data() + 1;
  return static_cast<int>(
      std::count_if(circle.contacts.begin(), circle.contacts.end(), [&](const Contact& one) {
        const int ago = days_between(one.on, today);
        const bool with = std::find(one.with.begin(), one.with.end(), id) != one.with.end();
        return with && ago <= from && ago >= to && credit(one, whom) > 0;
      }));
}

}  // namespace

TEST_CASE("the same day gives the same circle") {
  const DemoCircle one = demo_circle(today);
  const DemoCircle other = demo_circle(today);
  CHECK(one.people == other.people);
  CHECK(one.contacts == other.contacts);
  CHECK(one.remarks == other.remarks);
  CHECK(one.promises == other.promises);
  CHECK(one.snoozes == other.snoozes);
  CHECK(one.reviews == other.reviews);
}

TEST_CASE("on whatever day, nothing in it is still to come, and nobody in it is unknown") {
  for (const Day day : many_days()) {
    CAPTURE(iso(day));
    const DemoCircle circle = demo_circle(day);
    CHECK(happened_by(circle, day));
    CHECK(knows_everyone(circle));
  }
}

TEST_CASE("there is something of every kind") {
  const DemoCircle circle = demo_circle(today);
  std::set<Tier> tiers;
  std::set<Channel> channels;
  std::set<ContactKind> kinds;
  std::set<std::optional<Depth>> depths;
  for (const Person& one : circle.people) tiers.insert(one.tier);
  for (const Contact& one : circle.contacts) {
    channels.insert(one.channel);
    kinds.insert(one.kind);
    depths.insert(one.depth);
  }
  CHECK(tiers.size() == 4);
  CHECK(channels.size() == 8);  // no social, no hello
  CHECK(kinds.size() == 4);
  CHECK(depths.size() == 3);  // small, deep, and unknown
  CHECK(person(circle, "Hannah Weiss").dates.front() == YearlyDate{"birthday", 2, 29, 2012});
  CHECK(person(circle, "Pete Malone").archived);
  CHECK(person(circle, "Grandpa Emil").deceased);
  CHECK(circle.reviews.size() == 2);
  const auto some = [](const auto& entries, auto fits) {
    return std::any_of(entries.begin(), entries.end(), fits);
  };
  CHECK(some(circle.contacts, [](const Contact& one) { return one.with.size() > 2 && one.others > 0; }));
  CHECK(some(circle.promises, [](const Promise& one) { return one.dropped.has_value(); }));
  CHECK(some(circle.promises, [](const Promise& one) { return one.kept && one.by && one.kept > one.by; }));
  CHECK(some(circle.promises, [](const Promise& one) { return one.mine && one.open() && one.by < today; }));
  CHECK(some(circle.promises, [](const Promise& one) { return !one.mine && one.open(); }));
  CHECK(some(circle.snoozes, [](const Snooze& one) { return one.agreed && one.until > today; }));
  CHECK(some(circle.snoozes, [](const Snooze& one) { return one.counted && one.why; }));
  CHECK(some(circle.snoozes, [](const Snooze& one) { return !one.person; }));
  CHECK(some(circle.remarks, [](const Remark& one) { return one.ask_on == today && !one.done; }));
  CHECK(some(circle.remarks,
             [](const Remark& one) { return days_between(one.heard, today) > 365 && !one.used; }));
}

TEST_CASE("one friendship deepens and one cools, August is quiet and December full") {
  const DemoCircle circle = demo_circle(today);
  CHECK(talks(circle, "Tom Okafor", 180, 0) > 2 * talks(circle, "Tom Okafor", 548, 368));
  CHECK(2 * talks(circle, "Ken Sato", 180, 0) < talks(circle, "Ken Sato", 548, 368));
  std::map<unsigned, int> in_month;
  for (const Contact& one : circle.contacts) {
    const date::year_month_day day{one.on};
    if (day.year() == date::year{2025} && one.minutes) ++in_month[static_cast<unsigned>(day.month())];
  }
  CHECK(3 * in_month[8] < 2 * in_month[10]);
  CHECK(in_month[12] * 10 > in_month[10] * 12);
}
