#include "commands/demo/circle.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <set>
#include <sstream>

#include "formats/archive.hpp"
#include "rel/credit.hpp"

using namespace rel;
using formats::Archived;

namespace {

Day day(const char* text) {
  return *day_from_iso(text);
}

/// Leap days, new years, summer times, and the day after each day that has a feast.
const char* const many_days[] = {"2023-06-01", "2024-02-29", "2024-12-26", "2025-03-01", "2026-11-21",
                                 "2027-01-01", "2027-03-28", "2027-04-21", "2027-10-31", "2028-02-28"};
const Day today = day("2026-11-21");

struct Circle {
  std::vector<Person> people;
  std::vector<Archived<Contact>> contacts;
  std::vector<Archived<Remark>> remarks;
  std::vector<Archived<Promise>> promises;
  std::vector<Archived<Snooze>> snoozes;
  std::vector<Archived<Review>> reviews;
  std::vector<std::string> problems;
};

/// The circle as it stands on a day, which has nothing that an import would refuse.
Circle circle_on(Day day) {
  Circle circle;
  std::istringstream archive(commands::demo_archive(day));
  const auto into = [](auto& list) { return [&](auto row) { list.push_back(std::move(row)); }; };
  const auto end = formats::read_archive(
      archive, day,
      {.person = [&](formats::ArchivedPerson row) { circle.people.push_back(std::move(row.person)); },
       .contact = into(circle.contacts),
       .remark = into(circle.remarks),
       .promise = into(circle.promises),
       .snooze = into(circle.snoozes),
       .review = into(circle.reviews),
       .problem = [&](const formats::Problem& one) { circle.problems.push_back(one.why); }});
  CHECK(!end);
  CHECK(circle.problems == std::vector<std::string>{});
  return circle;
}

bool happened_by(const Circle& circle, Day day) {
  bool so = true;
  const auto past = [&](std::optional<Day> one) { so = so && (!one || *one <= day); };
  for (const Person& one : circle.people) past(one.added), past(one.considered), past(one.start);
  for (const auto& [line, one, handles, ahead] : circle.contacts) past(one.on);
  for (const auto& [line, one, handles, ahead] : circle.remarks)
    past(one.heard), past(one.used), past(one.done);
  for (const auto& [line, one, handles, ahead] : circle.promises)
    past(one.given), past(one.kept), past(one.dropped);
  for (const auto& [line, one, handles, ahead] : circle.snoozes) past(one.on);
  for (const auto& [line, one, handles, ahead] : circle.reviews) past(one.on), past(one.until);
  return so;
}

template <class Entry, class Fits>
bool some(const std::vector<Archived<Entry>>& rows, Fits fits) {
  return std::any_of(rows.begin(), rows.end(), [&](const auto& row) { return fits(row.entry); });
}

const Person& person(const Circle& circle, const std::string& handle) {
  return *std::find_if(circle.people.begin(), circle.people.end(),
                       [&](const Person& one) { return one.handle == handle; });
}

/// Conversations with someone, or with anyone, between two days, counted back.
int talks(const Circle& circle, int from, int to, const std::string& handle = "") {
  return static_cast<int>(
      std::count_if(circle.contacts.begin(), circle.contacts.end(), [&](const Archived<Contact>& row) {
        const int ago = days_between(row.entry.on, today);
        const bool with = handle.empty() || std::ranges::find(row.handles, handle) != row.handles.end();
        return with && ago <= from && ago >= to && credit(row.entry, person(circle, row.handles.front())) > 0;
      }));
}

/// The days of the contacts with a note.
std::vector<std::string> days_of(const Circle& circle, const std::string& note) {
  std::vector<std::string> days;
  for (const auto& row : circle.contacts) {
    if (row.entry.note == note) days.push_back(iso(row.entry.on));
  }
  return days;
}

}  // namespace

TEST_CASE("on whatever day, all of the circle can be taken in, and nothing in it is still to come") {
  const Circle first = circle_on(today);
  CHECK(first.people.size() == 25);
  for (const char* const text : many_days) {
    CAPTURE(text);
    const Circle circle = circle_on(day(text));
    CHECK(happened_by(circle, day(text)));
    CHECK(circle.people.size() == first.people.size());
    CHECK(circle.contacts.size() == first.contacts.size());
    CHECK(circle.promises.size() == first.promises.size());
  }
}

TEST_CASE("days are counted from today") {
  const Circle circle = circle_on(day("2028-02-22"));
  CHECK(person(circle, "ann-lee").dates.front() == YearlyDate{"birthday", 2, 29, {}});
  CHECK(person(circle, "samir-haddad").dates.front() == YearlyDate{"birthday", 2, 21, {}});
  CHECK(person(circle, "hannah-weiss").dates.front() == YearlyDate{"birthday", 2, 29, 2012});
  CHECK(person(circle, "ann-lee").added == day("2026-08-23"));
  CHECK(some(circle.remarks, [](const Remark& one) { return one.ask_on == day("2028-02-22"); }));
  CHECK(some(circle.snoozes, [](const Snooze& one) { return one.until == day("2028-02-25"); }));
}

TEST_CASE("a feast is on its day of the year, the last one before today") {
  CHECK(days_of(circle_on(today), "Christmas dinner") == std::vector<std::string>{"2025-12-25"});
  CHECK(days_of(circle_on(day("2026-12-25")), "Christmas dinner") == std::vector<std::string>{"2025-12-25"});
  CHECK(days_of(circle_on(day("2026-12-26")), "Christmas dinner") == std::vector<std::string>{"2026-12-25"});
}

TEST_CASE("there is something of every kind") {
  const Circle circle = circle_on(today);
  std::set<Tier> tiers;
  std::set<Channel> channels;
  std::set<ContactKind> kinds;
  std::set<std::optional<Depth>> depths;
  for (const Person& one : circle.people) tiers.insert(one.tier);
  for (const auto& row : circle.contacts) {
    channels.insert(row.entry.channel);
    kinds.insert(row.entry.kind);
    depths.insert(row.entry.depth);
  }
  CHECK(tiers.size() == 4);
  CHECK(channels.size() == 8);  // no social, no hello
  CHECK(kinds.size() == 4);
  CHECK(depths.size() == 3);  // small, deep, and unknown
  CHECK(person(circle, "pete-malone").archived);
  CHECK(person(circle, "grandpa-emil").deceased);
  CHECK(circle.reviews.size() == 2);
  CHECK(std::ranges::any_of(circle.contacts,
                            [](const auto& row) { return row.handles.size() > 2 && row.entry.others > 0; }));
  CHECK(some(circle.promises, [](const Promise& one) { return one.dropped.has_value(); }));
  CHECK(some(circle.promises, [](const Promise& one) { return one.kept && one.by && one.kept > one.by; }));
  CHECK(some(circle.promises, [](const Promise& one) { return one.mine && one.open() && one.by < today; }));
  CHECK(some(circle.promises, [](const Promise& one) { return !one.mine && one.open(); }));
  CHECK(some(circle.snoozes, [](const Snooze& one) { return one.agreed && one.until > today; }));
  CHECK(some(circle.snoozes, [](const Snooze& one) { return one.counted && one.why; }));
  CHECK(std::ranges::any_of(circle.snoozes,
                            [](const auto& row) { return row.handles == std::vector<std::string>{""}; }));
  CHECK(some(circle.remarks, [](const Remark& one) { return one.ask_on == today && !one.done; }));
  CHECK(some(circle.remarks,
             [](const Remark& one) { return days_between(one.heard, today) > 365 && !one.used; }));
}

TEST_CASE("one friendship deepens and one cools, and the holidays are quiet") {
  const Circle circle = circle_on(today);
  CHECK(talks(circle, 180, 0, "tom-okafor") > 2 * talks(circle, 548, 368, "tom-okafor"));
  CHECK(2 * talks(circle, 180, 0, "ken-sato") < talks(circle, 548, 368, "ken-sato"));
  CHECK(3 * talks(circle, 110, 90) < 2 * talks(circle, 80, 60));
}
