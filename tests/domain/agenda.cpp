#include "rel/agenda.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <limits>

#include "support/histories.hpp"

namespace rel::test {
namespace {

DueRules on(int today) {
  return {.today = day(today)};
}

std::optional<AgendaItem> of_clock(const Facts& facts, Clock clock, const DueRules& rules) {
  const std::vector<AgendaItem> items = agenda(facts, rules);
  const auto found =
      std::find_if(items.begin(), items.end(), [&](const AgendaItem& item) { return item.clock == clock; });
  return found == items.end() ? std::nullopt : std::optional(*found);
}

/// Someone in the tier high (30 days) with whom the last talk was on day 10.
Facts facts_of(Person person = person_in(Tier::high)) {
  return History{.person = std::move(person), .contacts = {call(10, 40)}}.facts();
}

TEST_CASE("agenda: silence stands on the day on which it first rings, or on today where it does") {
  for (const auto& [today, expected] : {std::pair{10, 40}, {39, 40}, {40, 40}, {60, 60}}) {
    const auto item = of_clock(facts_of(), Clock::silence, on(today));
    REQUIRE(item);
    CHECK(item->on == day(expected));
    CHECK(item->known == day(10));
    CHECK(item->text.empty());
  }
}

TEST_CASE("agenda: silence waits for the end of an absence, of a snooze and of the day of a try") {
  DueRules rules = on(45);
  rules.away_until = day(50);
  CHECK(of_clock(facts_of(), Clock::silence, rules)->on == day(50));
  Facts facts = facts_of();
  facts.sums.snoozed_until = day(55);
  CHECK(of_clock(facts, Clock::silence, on(45))->on == day(55));
  facts.sums.snoozed_until.reset();
  facts.sums.last_try = day(45);
  CHECK(of_clock(facts, Clock::silence, on(45))->on == day(46));
}

TEST_CASE("agenda: silence ends on a day, whatever the figures say") {
  for (const double quiet_since : {1e18, -1e18, std::numeric_limits<double>::infinity(), std::nan("")}) {
    Facts facts = facts_of();
    facts.sums.quiet_since = quiet_since;
    CHECK(of_clock(facts, Clock::silence, on(40)));
  }
  for (const int target : {-1, -128, std::numeric_limits<int>::max()}) {
    Facts facts = facts_of();
    facts.person.every_days = target;
    facts.sums.target = target;
    CHECK(of_clock(facts, Clock::silence, on(40)));
  }
}

TEST_CASE("agenda: whoever is in no tier, archived or no longer alive has no silence") {
  Person person = person_in(Tier::none);
  person.dates = {{.name = "birthday", .month = 4, .day = 12, .imported = true}};
  Facts facts = facts_of(person);
  facts.asks = {{.id = 3, .text = "exam", .heard = day(1), .ask_on = day(70)}};
  CHECK(agenda(facts, on(60)).size() == 1);  // the ask
  facts.person.dates[0].imported = false;
  CHECK(agenda(facts, on(60)).size() == 2);  // what the user typed reminds, too
  facts.person.archived = true;
  CHECK(agenda(facts, on(60)).empty());
  facts.person.archived = false;
  facts.person.deceased = true;
  CHECK(agenda(facts, on(60)).empty());
}

TEST_CASE("agenda: what has a day stands on it, and on today once that is past") {
  Facts facts = facts_of();
  facts.asks = {{.id = 3, .text = "exam", .heard = day(1), .ask_on = day(70), .ask = "how was it?"}};
  facts.promises = {{.id = 4, .text = "a book", .given = day(5), .by = day(20)},
                    {.id = 5, .mine = false, .text = "a tool", .given = day(5), .by = day(90)},
                    {.id = 6, .mine = false, .text = "sometime", .given = day(5)}};
  const std::vector<AgendaItem> items = agenda(facts, on(30));
  REQUIRE(items.size() == 4);
  CHECK(items[1].id == 4);
  CHECK(items[1].meant == day(20));
  CHECK(items[1].on == day(30));
  CHECK(items[1].known == day(5));
  CHECK_FALSE(items[2].mine);
  CHECK(items[2].on == day(90));
  CHECK(items[3].text == "how was it?");
  CHECK(items[3].on == day(70));
}

TEST_CASE("agenda: a promise without a day stands where its clock rings: 14 days at most in the tier high") {
  Facts facts = facts_of();
  facts.promises = {{.id = 4, .text = "a book", .given = day(20)}};
  CHECK(of_clock(facts, Clock::promise, on(25))->on == day(34));
}

TEST_CASE("agenda: a reply is due when the tier answers: after 3 days in the tier high") {
  Facts facts = facts_of();
  facts.replies = {{.id = 7, .on = day(24)}};
  CHECK(of_clock(facts, Clock::reply, on(25))->on == day(27));
}

TEST_CASE("agenda: a meeting agreed on, until three days later") {
  Facts facts = facts_of();
  facts.meetings = {{.id = 8, .on = day(20), .until = day(33), .agreed = "dinner"}};
  CHECK(of_clock(facts, Clock::agreed, on(25))->on == day(33));
  CHECK(of_clock(facts, Clock::agreed, on(36))->on == day(36));
  CHECK_FALSE(of_clock(facts, Clock::agreed, on(37)));
}

TEST_CASE("agenda: a yearly date has its next day and its first, in a leap year where that is not known") {
  Person person = person_in(Tier::high);
  person.dates = {{"birthday", 2, 29, {}}};
  const auto item = of_clock(facts_of(person), Clock::date, {.today = date::year{2026} / 11 / 21});
  REQUIRE(item);
  CHECK(item->on == Day{date::year{2027} / 2 / 28});
  REQUIRE(item->date);
  CHECK(first_day(*item->date) == Day{date::year{2000} / 2 / 29});
  CHECK(first_day({"wedding", 6, 14, 1990}) == Day{date::year{1990} / 6 / 14});
}

}  // namespace
}  // namespace rel::test
