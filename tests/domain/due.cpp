#include "rel/due.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>

#include "support/histories.hpp"

namespace rel::test {
namespace {

using doctest::Approx;
using namespace date::literals;
using Words = std::vector<std::string>;

DueRules on(int today) {
  return {.today = day(today)};
}

std::optional<DueItem> due(const History& history, const DueRules& rules) {
  return assess(history.facts(), rules);
}

std::optional<DueItem> due(const History& history, int today) {
  return due(history, on(today));
}

/// The days from `first` to `last` on which anything rings.
std::vector<int> ringing(const Facts& facts, int first, int last, DueRules rules = {}) {
  std::vector<int> days;
  for (int today = first; today <= last; ++today) {
    rules.today = day(today);
    if (assess(facts, rules)) days.push_back(today);
  }
  return days;
}

/// Facts about someone who is silent for a day only, so that nothing but what is added rings.
Facts quiet_facts(Tier tier, int today) {
  return History{.person = person_in(tier), .contacts = {call(today - 1).by_them()}}.facts();
}

Remark ask(int day_to_ask) {
  return {.id = 70, .person = ann, .text = "an exam", .heard = day(0), .ask_on = day(day_to_ask)};
}

// Silence.

TEST_CASE("due: silence from the day of the target on") {
  const History history{.contacts = {call(10, 40)}};
  CHECK_FALSE(due(history, 39));
  const auto item = due(history, 40);
  REQUIRE(item);
  CHECK(item->clock == Clock::silence);
  CHECK(item->ratio == 1);
  CHECK(item->urgency == 1);
  CHECK(item->silence_due);
  CHECK(item->silence == 30.0);
  CHECK(item->target == 30);
  const double b = 2 * 70 / 3.0 + 10;  // T = 30, G = 10, N = 1
  CHECK(item->unusual == Approx(std::pow(b / (b + 30), 0.7 * 4)));
  CHECK(item->minutes == 43);  // (2·45 + 40)/3
  CHECK(item->due_on == day(40));
  CHECK(item->open.empty());
  CHECK_FALSE(item->has_day());
}

TEST_CASE("due: the person's own cadence overrides the tier's") {
  History history{.contacts = {call(10)}};
  history.person.every_days = 14;
  CHECK_FALSE(due(history, 23));
  REQUIRE(due(history, 24));
  CHECK(due(history, 24)->target == 14);
}

TEST_CASE("due: after a postponement silence rings louder, but not before it ends") {
  const History history{.contacts = {call(10)}, .snoozes = {snooze(35, 50)}};
  CHECK_FALSE(due(history, 40));
  CHECK_FALSE(due(history, 49));
  REQUIRE(due(history, 50));
  CHECK(due(history, 50)->ratio == Approx(40 / 30.0 * 1.25));
  CHECK_FALSE(due(History{.contacts = {call(10)}, .snoozes = {snooze(11, 12)}}, 33));
  CHECK(due(History{.contacts = {call(10)}, .snoozes = {snooze(11, 12)}}, 34));
}

TEST_CASE("due: a real conversation ends a postponement") {
  const History history{.contacts = {call(10), call(45)}, .snoozes = {snooze(40, 100)}};
  CHECK_FALSE(due(history, 74));
  CHECK(due(history, 75));
}

TEST_CASE("due: while the user is away nobody is silent too long") {
  DueRules away = on(50);
  away.away_until = day(51);
  CHECK_FALSE(due(History{.contacts = {call(10)}}, away));
  away.today = day(51);
  REQUIRE(due(History{.contacts = {call(10)}}, away));
  CHECK(due(History{.contacts = {call(10)}}, away)->ratio == Approx(41 / 30.0));
}

TEST_CASE("due: neither absence nor snooze hides a promise, an ask, a reply or a birthday") {
  History history{.contacts = {call(10), missed(11)}, .snoozes = {snooze(12, 200)}};
  history.person.dates = {{.name = "birthday", .month = 4, .day = 12}};
  history.promises = {promise(20, 60)};
  Facts facts = history.facts();
  facts.asks = {ask(70)};
  DueRules away{.today = day_from_iso("1970-04-12").value(), .away_until = day(200)};
  const auto item = assess(facts, away);
  REQUIRE(item);
  CHECK_FALSE(item->silence_due);
  CHECK(std::ranges::count_if(item->open, [](const OpenItem& open) { return open.ratio >= 1; }) == 4);
}

// Replies and promises.

TEST_CASE("due: a reply owed, after the days of the tier") {
  Facts facts = History{.contacts = {call(99), chat(100).owed()}}.facts();
  facts.replies.front().note = "are you well?";
  CHECK(ringing(facts, 99, 105) == std::vector{103, 104, 105});
  const auto item = assess(facts, on(104));
  REQUIRE(item);
  CHECK(item->clock == Clock::reply);
  CHECK(item->ratio == Approx(4 / 3.0));
  CHECK_FALSE(item->silence_due);
  CHECK(item->has_day());
  REQUIRE(item->open.size() == 1);
  const OpenItem& open = item->open.front();
  CHECK(open.clock == Clock::reply);
  CHECK(open.id == 100);
  CHECK(open.text == "are you well?");
  CHECK(open.on == day(100));
  CHECK(open.late_days == 1);
}

TEST_CASE("due: a promise of mine, from its day on") {
  Facts facts = quiet_facts(Tier::high, 100);
  facts.promises = {promise(98, 102)};
  CHECK(ringing(facts, 98, 104) == std::vector{102, 103, 104});
  const auto item = assess(facts, on(103));
  REQUIRE(item);
  CHECK(item->clock == Clock::promise);
  CHECK(item->ratio == 1.25);
  REQUIRE(item->open.size() == 1);
  CHECK(item->open.front().id == 98);
  CHECK(item->open.front().mine);
  CHECK(item->open.front().text == "a book");
  CHECK(item->open.front().on == day(102));
  CHECK(item->open.front().late_days == 1);
}

TEST_CASE("due: a promise without a day is never late, but rings after the days of the tier") {
  Facts facts = quiet_facts(Tier::very_high, 100);
  facts.promises = {promise(98)};
  CHECK(ringing(facts, 99, 105) == std::vector{105});
  CHECK(assess(facts, on(105))->open.front().on == day(98));
  CHECK(assess(facts, on(105))->open.front().late_days == 0);
}

TEST_CASE("due: a promise of theirs is shown, and never rings") {
  Facts facts = quiet_facts(Tier::high, 100);
  facts.promises = {promise(90, 95)};
  facts.promises.front().mine = false;
  CHECK(ringing(facts, 95, 120).empty());
  facts.asks = {ask(100)};
  const auto item = assess(facts, on(100));
  REQUIRE(item);
  CHECK(item->clock == Clock::ask);
  REQUIRE(item->open.size() == 2);
  CHECK(item->open.back().clock == Clock::promise);
  CHECK_FALSE(item->open.back().mine);
  CHECK(item->open.back().ratio == 0);
  CHECK(item->open.back().late_days == 5);
}

// What has a day.

TEST_CASE("due: an ask from its day on") {
  Facts facts = quiet_facts(Tier::high, 100);
  facts.asks = {ask(103)};
  CHECK(ringing(facts, 100, 105) == std::vector{103, 104, 105});
  const auto item = assess(facts, on(104));
  REQUIRE(item);
  CHECK(item->clock == Clock::ask);
  CHECK(item->ratio == Approx(8 / 7.0));
  REQUIRE(item->open.size() == 1);
  CHECK(item->open.front().id == 70);
  CHECK(item->open.front().text == "an exam");
  CHECK(item->open.front().on == day(103));
  CHECK(item->open.front().late_days == 1);
  facts.asks.front().ask = "how was it?";
  CHECK(assess(facts, on(104))->open.front().text == "how was it?");
}

TEST_CASE("due: a meeting agreed on, on its day and three days more") {
  const History history{.contacts = {call(99)}, .snoozes = {agreed(100, 105, "lunch")}};
  CHECK(ringing(history.facts(), 99, 115) == std::vector{105, 106, 107, 108});
  const auto item = due(history, 106);
  REQUIRE(item);
  CHECK(item->clock == Clock::agreed);
  CHECK(item->ratio == Approx(8 / 7.0));
  CHECK(item->open.front().id == 100);
  CHECK(item->open.front().text == "lunch");
  CHECK(item->open.front().on == day(105));
  CHECK(item->open.front().late_days == 1);
}

TEST_CASE("due: a meeting agreed on ends with a conversation on its day or after it, however brief") {
  const History history{.contacts = {call(99)}, .snoozes = {agreed(100, 105)}};
  CHECK(due(history.with(call(104)), 105));
  CHECK_FALSE(due(history.with(call(105, 1)), 105));
  CHECK_FALSE(due(history.with(call(106, 1)), 107));
  CHECK(due(history.with(chat(105)), 105));
}

TEST_CASE("due: a snooze is no meeting, and takes the place of none") {
  CHECK(due(History{.contacts = {call(99)}, .snoozes = {agreed(100, 105), snooze(101, 106)}}, 105));
  CHECK_FALSE(due(History{.contacts = {call(99)}, .snoozes = {snooze(101, 105)}}, 105));
}

TEST_CASE("due: a birthday on its day, unless the user was in touch") {
  const Day birthday = 1970_y / 4 / 12;
  const int n = day_number(birthday);
  Facts facts = quiet_facts(Tier::high, n);
  facts.person.dates = {{.name = "birthday", .month = 4, .day = 12}};
  CHECK(ringing(facts, n - 2, n + 5) == std::vector{n, n + 1, n + 2, n + 3});
  const auto item = assess(facts, on(n + 1));
  REQUIRE(item);
  CHECK(item->clock == Clock::date);
  CHECK(item->ratio == Approx(8 / 7.0));
  REQUIRE(item->open.size() == 1);
  CHECK(item->open.front().text == "birthday");
  CHECK_FALSE(item->open.front().id);
  CHECK(item->open.front().on == birthday);
  CHECK(item->open.front().late_days == 1);

  facts.sums.last_mine = birthday;
  CHECK_FALSE(assess(facts, on(n + 1)));
}

TEST_CASE("due: a birthday with the lead of the settings") {
  const int n = day_number(1970_y / 4 / 12);
  Facts facts = quiet_facts(Tier::high, n);
  facts.person.dates = {{.name = "birthday", .month = 4, .day = 12}};
  DueRules lead;
  lead.settings.date_lead = 2;
  CHECK(ringing(facts, n - 4, n + 4, lead) == std::vector{n - 2, n - 1, n, n + 1, n + 2, n + 3});
}

// Which clock it is.

TEST_CASE("due: the clock furthest along is the reason, silence first of equals") {
  Facts facts = History{.contacts = {call(10)}}.facts();
  facts.asks = {ask(40)};
  CHECK(assess(facts, on(40))->clock == Clock::silence);
  CHECK(assess(facts, on(40))->silence_due);
  CHECK(assess(facts, on(40))->has_day());
  CHECK(assess(facts, on(47))->clock == Clock::ask);
  CHECK(assess(facts, on(47))->silence_due);
  CHECK(assess(facts, on(47))->ratio == 2);
}

TEST_CASE("due: all that is open is shown, the furthest along first, equals in the order of the clocks") {
  History history{.contacts = {call(95), missed(98)}, .snoozes = {agreed(96, 100)}};
  history.promises = {promise(99, 104), promise(96, 98)};
  Facts facts = history.facts();
  facts.asks = {ask(100)};
  const auto item = assess(facts, on(100));
  REQUIRE(item);
  std::vector<Clock> clocks;
  for (const OpenItem& open : item->open) clocks.push_back(open.clock);
  CHECK(clocks == std::vector{Clock::promise, Clock::ask, Clock::agreed, Clock::reply, Clock::promise});
}

TEST_CASE("due: dates that do not ring are not shown") {
  Facts facts = quiet_facts(Tier::high, 100);
  facts.person.dates = {{.name = "birthday", .month = 12, .day = 24}};
  facts.asks = {ask(100)};
  CHECK(assess(facts, on(100))->open.size() == 1);
}

// Who is never due.

TEST_CASE("due: nobody archived or deceased, whatever is open") {
  Facts facts = History{.contacts = {missed(10)}, .promises = {promise(5, 10)}}.facts();
  facts.asks = {ask(20)};
  facts.person.dates = {{.name = "birthday", .month = 4, .day = 12}};
  REQUIRE(assess(facts, on(101)));
  Facts archived = facts;
  archived.person.archived = true;
  CHECK(ringing(archived, 0, 400).empty());
  Facts deceased = facts;
  deceased.person.deceased = true;
  CHECK(ringing(deceased, 0, 400).empty());
}

TEST_CASE("due: someone without a tier only for what the user typed") {
  History history{.person = person_in(Tier::none), .contacts = {call(10)}};
  history.person.dates = {{.name = "birthday", .month = 4, .day = 12, .imported = true}};
  CHECK(ringing(history.facts(), 10, 1000).empty());
  History typed = history;
  typed.person.dates.front().imported = false;
  CHECK(ringing(typed.facts(), 90, 130) == std::vector{101, 102, 103, 104});

  const History owing = history.with(missed(20));
  CHECK(ringing(owing.facts(), 10, 28) == std::vector{27, 28});
  const auto item = due(owing, 27);
  REQUIRE(item);
  CHECK(item->urgency == 0.5);
  CHECK(item->minutes == 25);  // (2·30 + 20)/3
  CHECK_FALSE(item->target);
  CHECK_FALSE(item->unusual);
  CHECK(item->silence == 17.0);

  Facts promised = history.facts();
  promised.promises = {promise(20)};
  CHECK(ringing(promised, 20, 51) == std::vector{50, 51});
  Facts asking = history.facts();
  asking.asks = {ask(30)};
  CHECK(ringing(asking, 20, 31) == std::vector{30, 31});
}

// Tries without answer.

TEST_CASE("tries: on the day, silence and reply wait until tomorrow") {
  const History silent{.contacts = {call(10), tried(50)}};
  CHECK(ringing(silent.facts(), 49, 51) == std::vector{49, 51});
  const History owing{.contacts = {call(10), missed(11), tried(20)}};
  CHECK(ringing(owing.facts(), 19, 21) == std::vector{19, 21});
}

TEST_CASE("tries: a promise rings all the same, and is not damped") {
  History history{.contacts = {call(10), tried(50)}};
  history.promises = {promise(40, 50)};
  const auto item = due(history, 50);
  REQUIRE(item);
  CHECK(item->clock == Clock::promise);
  CHECK(item->urgency == 1);
  CHECK_FALSE(item->silence_due);
  history.promises = {promise(49, 50)};
  CHECK(due(history, 51)->clock == Clock::promise);
  CHECK(due(history, 51)->urgency == Approx(2 * 2 / 3.0));
}

TEST_CASE("tries: silence and reply are damped for some days") {
  const History silent{.contacts = {call(10), tried(50)}};
  CHECK(due(silent, 53)->ratio == Approx(43 / 30.0));
  CHECK(due(silent, 53)->urgency == Approx(0.5 * 2 * 43 / 73.0));
  CHECK(due(silent, 56)->urgency == Approx(0.75 * 2 * 46 / 76.0));
  const History owing{.contacts = {call(10), missed(11), tried(20)}};
  CHECK(due(owing, 23)->urgency == Approx(0.5 * 2 * 4 / 5.0));
}

TEST_CASE("tries: it fades by the person's own target, whatever is logged next") {
  History history{.contacts = {call(10), tried(50), chat(51)}};
  history.person.every_days = 10;
  CHECK(due(history, 51)->urgency == Approx(0.5 * 2 * 4.1 / 5.1));
  CHECK(due(history.with(tried(40)), 51)->urgency == due(history, 51)->urgency);
}

TEST_CASE("tries: someone waits for tomorrow who would be due had nobody tried") {
  const Facts silent = History{.contacts = {call(10), tried(50)}}.facts();
  CHECK(waits_after_try(silent, on(50)));
  CHECK_FALSE(waits_after_try(silent, on(51)));
  CHECK_FALSE(waits_after_try(History{.contacts = {call(10)}}.facts(), on(50)));
  CHECK_FALSE(waits_after_try(History{.contacts = {call(45), tried(50)}}.facts(), on(50)));
  CHECK_FALSE(waits_after_try(
      History{.contacts = {call(10), tried(50)}, .promises = {promise(40, 50)}}.facts(), on(50)));
  Facts archived = silent;
  archived.person.archived = true;
  CHECK_FALSE(waits_after_try(archived, on(50)));
}

// The days ahead.

TEST_CASE("ahead: the first day on which a clock rings, with the figures of that day") {
  const Facts facts = History{.contacts = {call(10)}}.facts();
  CHECK_FALSE(assess_ahead(facts, on(33), 6));
  const auto item = assess_ahead(facts, on(33), 7);
  REQUIRE(item);
  CHECK(item->due_on == day(40));
  CHECK(item->ratio == 1);
  CHECK(assess_ahead(facts, on(45), 7)->due_on == day(45));
  CHECK(assess_ahead(facts, on(40), 0)->due_on == day(40));
}

TEST_CASE("ahead: whoever was tried today is due tomorrow") {
  const Facts facts = History{.contacts = {call(10), tried(50)}}.facts();
  CHECK(assess_ahead(facts, on(50), 3)->due_on == day(51));
}

// Rank.

DueItem named(std::string name, double urgency, double silence = 10, int due_on = 0) {
  DueItem item{
      .due_on = day(due_on), .ratio = 1, .urgency = urgency, .silence_due = true, .silence = silence};
  item.facts.person.name = std::move(name);
  return item;
}

Words names(const std::vector<DueItem>& items) {
  Words result;
  for (const DueItem& item : items) result.push_back(item.facts.person.name);
  return result;
}

Words ranked(std::vector<DueItem> items) {
  rank(items);
  return names(items);
}

TEST_CASE("rank: by urgency, then longer silence, then name") {
  CHECK(ranked({named("A", 1), named("B", 2), named("C", 3)}) == Words{"C", "B", "A"});
  CHECK(ranked({named("A", 1, 10), named("B", 1, 12), named("C", 1, 11)}) == Words{"B", "C", "A"});
  CHECK(ranked({named("C", 1), named("A", 1), named("B", 1)}) == Words{"A", "B", "C"});
}

TEST_CASE("rank: whoever has no silence comes last of equals") {
  DueItem unknown = named("A", 1);
  unknown.silence.reset();
  CHECK(ranked({unknown, named("B", 1, 1)}) == Words{"B", "A"});
}

TEST_CASE("rank: an earlier day comes before any urgency") {
  CHECK(ranked({named("A", 3, 10, 2), named("B", 1, 10, 1), named("C", 2, 10, 1)}) == Words{"C", "B", "A"});
}

// What fits.

DueItem taking(std::string name, int minutes) {
  DueItem item = named(std::move(name), 1);
  item.minutes = minutes;
  return item;
}

DueItem with_day(std::string name, int minutes) {
  DueItem item = taking(std::move(name), minutes);
  item.clock = Clock::promise;
  return item;
}

TEST_CASE("a day: rings for what is open, not for what is merely to come") {
  DueItem item = named("A", 1);
  CHECK_FALSE(item.has_day());
  item.open = {{.clock = Clock::promise, .ratio = 0.99}};
  CHECK_FALSE(item.has_day());
  item.open.push_back({.clock = Clock::ask, .ratio = 1});
  CHECK(item.has_day());
}

TEST_CASE("minutes: in the order of rank, skipping who does not fit") {
  const Fitted fitted = fit_minutes({taking("A", 30), taking("B", 60), taking("C", 30), taking("D", 1)}, 60);
  CHECK(names(fitted.taken) == Words{"A", "C"});
  CHECK(names(fitted.left) == Words{"B", "D"});
}

TEST_CASE("minutes: whoever has a day always fits, and takes no time from the others") {
  const Fitted fitted =
      fit_minutes({with_day("A", 90), taking("B", 30), taking("C", 30), with_day("D", 90)}, 30);
  CHECK(names(fitted.taken) == Words{"A", "B", "D"});
  CHECK(names(fitted.left) == Words{"C"});
  CHECK(names(fit_minutes({with_day("A", 90), taking("B", 1)}, 0).taken) == Words{"A"});
}

TEST_CASE("count: as many as asked for, and whoever has a day besides") {
  const Fitted fitted =
      fit_count({taking("A", 1), with_day("B", 1), taking("C", 1), taking("D", 1), with_day("E", 1)}, 2);
  CHECK(names(fitted.taken) == Words{"A", "B", "C", "E"});
  CHECK(names(fitted.left) == Words{"D"});
  CHECK(names(fit_count({taking("A", 1), with_day("B", 1)}, 0).taken) == Words{"B"});
  CHECK(names(fit_count({taking("A", 1)}, 0).left) == Words{"A"});
}

TEST_CASE("only the first stays, and the others stand before those left already") {
  Fitted fitted{{taking("A", 1), taking("B", 1), taking("C", 1)}, {taking("D", 1)}};
  keep_first(fitted);
  CHECK(names(fitted.taken) == Words{"A"});
  CHECK(names(fitted.left) == Words{"B", "C", "D"});
  Fitted nobody;
  keep_first(nobody);
  CHECK(nobody.taken.empty());
}

TEST_CASE("the first as shown is the first that has a day") {
  CHECK(first_as_shown({}) == nullptr);
  const std::vector<DueItem> items = {taking("A", 1), with_day("B", 1), with_day("C", 1)};
  CHECK(first_as_shown(items) == &items[1]);
  const std::vector<DueItem> silent = {taking("A", 1), taking("B", 1)};
  CHECK(first_as_shown(silent) == &silent[0]);
  Fitted fitted{{taking("A", 1), with_day("B", 1), taking("C", 1)}, {}};
  keep_first(fitted);
  CHECK(names(fitted.taken) == Words{"B"});
  CHECK(names(fitted.left) == Words{"A", "C"});
}

TEST_CASE("what rings later than the first: each thing once, on its day, silence too") {
  History history{.contacts = {call(0)}};
  history.promises = {promise(3, 12), promise(4, 14)};
  history.person.dates = {{"birthday", 1, 14}, {"wedding", 1, 12}};  // days 13 and 11
  const DueRules rules{.today = day(10)};
  const auto first = assess_ahead(history.facts(), rules, 30);
  REQUIRE(first);
  CHECK(first->due_on == day(11));
  const std::vector<DueItem> later = later_items(*first, rules, day(40));
  std::vector<std::tuple<int, Clock, std::size_t>> found;
  for (const DueItem& item : later)
    found.emplace_back(days_between(day(0), item.due_on), item.clock, item.open.size());
  using Found = std::vector<std::tuple<int, Clock, std::size_t>>;
  CHECK(
      found ==
      Found{{12, Clock::promise, 1}, {13, Clock::date, 1}, {14, Clock::promise, 1}, {30, Clock::silence, 0}});
  // Each can still say what it came from; beside the silence stands everything.
  const OpenItem& promised = later[2].open.front();
  REQUIRE(origin(promised, later[2].facts.promises));
  CHECK(origin(promised, later[2].facts.promises)->by == day(14));
  CHECK(later[2].facts.promises.size() == 1);
  CHECK(later[1].facts.person.dates == std::vector{history.person.dates[0]});
  CHECK(later[1].open.front().place == 0);
  CHECK(later[3].facts.promises.size() == 2);
  CHECK(later_items(*first, rules, day(11)).empty());
  CHECK(later_items(*first, rules, day(12)).size() == 1);
}

}  // namespace
}  // namespace rel::test
