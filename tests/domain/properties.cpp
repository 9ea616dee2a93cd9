// The properties that rel-model promises, each on ten thousand random histories.
#include <doctest/doctest.h>

#include <array>
#include <cmath>

#include "rel/due.hpp"
#include "rel/health.hpp"
#include "rel/measures.hpp"
#include "rel/soft.hpp"
#include "rel/standing.hpp"
#include "support/histories.hpp"

namespace rel::test {
namespace {

constexpr int histories = 10'000;
constexpr double rounding = 1e-9;
constexpr Id further_id = 1'000'000;  // of an entry beside those of the history

/// Runs a check once for each number; a failure names the number, and the number alone makes the case.
template <class Check>
void for_all_numbers(Check check) {
  for (int number = 1; number <= histories; ++number) {
    CAPTURE(number);
    Random random(static_cast<std::uint64_t>(number));
    check(random);
  }
}

template <class Check>
void for_all_histories(Check check) {
  for_all_numbers([&](Random& random) {
    const History history = random_history(random);
    check(random, history);
  });
}

// What is promised of U holds "before damping", and where no snooze hides the silence.

History without_tries(History history) {
  std::erase_if(history.contacts, [](const Contact& entry) { return entry.kind == ContactKind::tried; });
  return history;
}

/// The same postponements, each over on the day it was made.
History without_hiding(History history) {
  for (Snooze& entry : history.snoozes) entry.until = entry.on;
  return history;
}

History undamped(History history) {
  return without_tries(without_hiding(std::move(history)));
}

/// U of the person as `due` ranks them; 0 where nothing rings.
double urgency_of(const History& history, Day today) {
  const auto item = assess(history.facts(), {.today = today, .settings = history.settings});
  return item ? item->urgency : 0;
}

struct Figures {
  double U = 0;  ///< of the silence clock, undamped, whether it rings or not
  double p = 0;
  HealthParts parts;
  std::optional<double> H;
};

Figures figures_of(const History& history, Day today, std::optional<double> promises = {}) {
  const Sums sums = history.sums();
  const double a = sums.silence(today).value();
  Figures figures{.p = usualness(sums, a), .parts = health_parts(sums, promises, today)};
  figures.U = urgency(worth(history.person.tier), silence_ratio(a, sums.target, sums.postponed));
  figures.H = health(figures.parts);
  return figures;
}

void require_alike(std::optional<double> a, std::optional<double> b, double tolerance) {
  REQUIRE(a.has_value() == b.has_value());
  if (a) REQUIRE(std::abs(*a - *b) < tolerance);
}

void require_alike(const Figures& a, const Figures& b, double tolerance) {
  REQUIRE(std::abs(a.U - b.U) < tolerance);
  REQUIRE(std::abs(a.p - b.p) < tolerance);
  require_alike(a.parts.recency, b.parts.recency, tolerance);
  require_alike(a.parts.rhythm, b.parts.rhythm, tolerance);
  require_alike(a.parts.depth, b.parts.depth, tolerance);
  require_alike(a.H, b.H, 100 * tolerance);
}

/// Whether a figure did not rise; one that is not known stays so.
bool held(std::optional<double> before, std::optional<double> after) {
  return before.has_value() == after.has_value() && (!before || *after <= *before + rounding);
}

Day random_day(Random& random, Day from, Day to) {
  return plus_days(from, random.between(0, days_between(from, to)));
}

/// A history, and a day on which it is looked at: not before its start, often long after its end.
struct View {
  History history;
  Day start;
  Day today;
};

View random_view(Random& random, const History& whole) {
  const Day start = whole.sums().start.value();
  // A remembered talk is known from the beginning: there is no looking from before it.
  const Day first = std::max(start, whole.person.last.value_or(start));
  const Day today = random_day(random, first, day(random_days + 400));
  return {.history = whole.until(today), .start = start, .today = today};
}

std::optional<double> random_promises(Random& random) {
  if (random.one_in(2)) return {};
  return random.real(0, 1);
}

TEST_CASE(
    "property 1: one more day of silence never lowers U, nor raises p, R, or H with its promises held") {
  for_all_histories([](Random& random, const History& whole) {
    const auto [history, start, today] = random_view(random, whole);
    const auto promises = random_promises(random);
    const Figures now = figures_of(history, today, promises);
    const Figures tomorrow = figures_of(history, plus_days(today, 1), promises);
    REQUIRE(tomorrow.U >= now.U);
    REQUIRE(tomorrow.p <= now.p);
    REQUIRE(held(now.parts.recency, tomorrow.parts.recency));
    REQUIRE(held(now.parts.rhythm, tomorrow.parts.rhythm));
    REQUIRE(held(now.H, tomorrow.H));
  });
}

TEST_CASE("property 2: a further conversation never raises U on any later day") {
  for_all_histories([](Random& random, const History& whole) {
    const View view = random_view(random, undamped(whole));
    const Day on = random_day(random, view.start, view.today);
    const History further = view.history.with(random_talk(random, further_id, on));
    CAPTURE(day_number(on));
    CAPTURE(day_number(view.today));
    REQUIRE(figures_of(further, view.today).U <= figures_of(view.history, view.today).U + rounding);
    REQUIRE(urgency_of(further, view.today) <= urgency_of(view.history, view.today) + rounding);
  });
}

TEST_CASE("property 2: a fuller conversation never raises U on any later day") {
  for_all_histories([](Random& random, const History& whole) {
    const View view = random_view(random, undamped(whole));
    if (view.history.contacts.empty()) return;
    History fuller = view.history;
    Contact& chosen = fuller.contacts[random.index(fuller.contacts.size())];
    if (credit(chosen, fuller.person) == 0) return;  // else it would be a further one
    chosen.minutes = minutes_of(chosen) + random.between(1, 60);
    REQUIRE(figures_of(fuller, view.today).U <= figures_of(view.history, view.today).U + rounding);
    REQUIRE(urgency_of(fuller, view.today) <= urgency_of(view.history, view.today) + rounding);
  });
}

TEST_CASE("property 2 excepts what a talk does beside its own credit") {
  SUBCASE("before the start day it moves the start back") {
    const History since_hundred{.person = person_in(Tier::high, 100)};
    CHECK(urgency_of(since_hundred.with(call(50, 5)), day(110)) > urgency_of(since_hundred, day(110)));
  }
  SUBCASE("a real one ends a snooze that hid the silence") {
    const History snoozed{.snoozes = {snooze(10, 200)}};
    CHECK(urgency_of(snoozed.with(call(20)), day(60)) > urgency_of(snoozed, day(60)));
  }
  SUBCASE("it leaves the reason to a clock that tries do not damp") {
    History tried_yesterday{.contacts = {tried(99)}};
    tried_yesterday.promises = {promise(90, 100)};
    CHECK(urgency_of(tried_yesterday.with(call(90)), day(100)) > urgency_of(tried_yesterday, day(100)));
  }
}

TEST_CASE("property 3: in the limit of no credit a conversation changes nothing") {
  constexpr int crowd = 2'000'000'000;  // thirty minutes of them: w < 1e-8
  int compared = 0;
  for_all_histories([&](Random& random, const History& whole) {
    const auto [history, start, today] = random_view(random, whole);
    // A limit for each history, but not one for all: w must be far below what is left of the old talks.
    const Sums sums = history.sums();
    if (sums.conversations == 0) return;  // before the first one health is not known
    if (days_between(*sums.updated, today) > 8 * sums.target) return;
    ++compared;
    Contact next_to_nothing = call(0, 30).numbered(further_id).beside(crowd);
    next_to_nothing.on = random_day(random, start, today);
    const History more = history.with(next_to_nothing);
    require_alike(figures_of(more, today), figures_of(history, today), 1e-5);
    REQUIRE(std::abs(expected_minutes(more.sums(), 45) - expected_minutes(sums, 45)) < 1e-5);
  });
  REQUIRE(compared > histories / 2);
}

TEST_CASE("property 3: a touch changes only counts of touches, and what my being in touch ends") {
  for_all_histories([](Random& random, const History& history) {
    Contact touch = random_contact(random, further_id, day(random.between(0, random_days)));
    touch.kind = ContactKind::contact;
    touch.counts = Counts::touch;
    const Sums before = history.sums();
    const Sums after = history.with(touch).sums();
    const auto was_owed = [&](Id id) { return std::ranges::count(before.replies, id) > 0; };
    REQUIRE(std::ranges::all_of(after.replies, was_owed));
    REQUIRE(after.touches >= before.touches);
    REQUIRE(after.touches <= before.touches + 1);

    Sums expected = before;
    expected.touches = after.touches;
    expected.last_touch = after.last_touch;
    expected.latest = std::max(before.latest, std::optional(touch.on));
    if (touch.by != Side::them) {
      expected.last_mine = after.last_mine;
      expected.replies = after.replies;
    }
    REQUIRE(after == expected);
  });
}

TEST_CASE("property 4: a fuller conversation, of which no depth is said, never gives lower H that day") {
  for_all_histories([](Random& random, const History& whole) {
    const auto [history, start, today] = random_view(random, whole);
    Contact shorter = random_talk(random, further_id, today);
    shorter.depth.reset();
    shorter.minutes = random.between(1, 40);
    Contact longer = shorter;
    longer.minutes = *shorter.minutes + random.between(1, 40);
    const auto promises = random_promises(random);
    CAPTURE(*shorter.minutes);
    CAPTURE(*longer.minutes);
    REQUIRE(figures_of(history.with(longer), today, promises).H.value() >=
            figures_of(history.with(shorter), today, promises).H.value() - rounding);
  });
}

TEST_CASE("property 5: U is at least 0 and below V") {
  for_all_histories([](Random& random, const History& whole) {
    const auto [history, start, today] = random_view(random, whole);
    const double V = worth(history.person.tier);
    REQUIRE(figures_of(history, today).U >= 0);
    REQUIRE(figures_of(history, today).U < V);
    REQUIRE(urgency_of(history, today) >= 0);
    REQUIRE(urgency_of(history, today) < V);
  });
}

TEST_CASE("property 5: U is continuous in the silence") {
  for_all_numbers([](Random& random) {
    const double V = worth(random.one_of(tiers_with_target));
    const int T = random.between(1, 400);
    const int k = random.between(0, 10);
    const double a = random.real(0, 2000);
    const double step = random.real(0, 1);
    const double change = urgency(V, silence_ratio(a + step, T, k)) - urgency(V, silence_ratio(a, T, k));
    REQUIRE(change >= 0);
    REQUIRE(change <= V * 1.5 * step / T + rounding);  // r grows by 1.5/T a day at most
  });
}

TEST_CASE("property 6: more postponements never lower U") {
  for_all_histories([](Random& random, const History& whole) {
    History unmet = undamped(whole);
    for (Snooze& entry : unmet.snoozes) entry.agreed.reset();  // a newer snooze takes its place
    const View view = random_view(random, unmet);
    Snooze further = snooze(0, 0);
    further.id = further_id;
    further.on = further.until = random_day(random, view.start, view.today);
    History more = view.history;
    more.snoozes.push_back(further);
    REQUIRE(figures_of(more, view.today).U >= figures_of(view.history, view.today).U);
    REQUIRE(urgency_of(more, view.today) >= urgency_of(view.history, view.today));
  });
}

TEST_CASE("property 6 excepts what a postponement does beside its own count") {
  // It makes silence the reason, which tries damp, where it was a promise.
  History late{.contacts = {tried(49)}};
  late.promises = {promise(0, 27)};
  History postponed = late;
  postponed.snoozes = {snooze(40, 41)};
  CHECK(urgency_of(postponed, day(50)) < urgency_of(late, day(50)));
}

TEST_CASE("a meeting agreed on stays agreed on, whatever is put off later, and beside a newer one") {
  const History meeting{.contacts = {call(30)}, .snoozes = {agreed(31, 40)}};
  History postponed = meeting;
  postponed.snoozes.push_back(snooze(32, 33));
  CHECK(urgency_of(postponed, day(40)) == urgency_of(meeting, day(40)));
  History two = meeting;
  two.snoozes.push_back(agreed(33, 35));
  CHECK(urgency_of(two, day(40)) == urgency_of(meeting, day(40)));
  two.contacts.push_back(call(35));
  CHECK(urgency_of(two, day(35)) < 1);
  CHECK(urgency_of(two, day(40)) == urgency_of(meeting, day(40)));
}

TEST_CASE("property 7: someone due in a higher tier ranks above everyone of a lower one, before damping") {
  int compared = 0;
  for_all_numbers([&](Random& random) {
    const Day today = day(random_days + random.between(0, 400));
    const auto someone_due_in = [&](Tier tier) {
      History history = without_tries(random_history(random));
      history.person.tier = tier;
      return assess(history.facts(), {.today = today});
    };
    const auto high = someone_due_in(random.one_of(std::array{Tier::high, Tier::very_high}));
    const auto low = someone_due_in(Tier::moderate);
    const auto middle = someone_due_in(Tier::high);
    for (const auto& lower : {low, middle}) {
      if (!high || !lower || high->facts.person.tier <= lower->facts.person.tier) continue;
      ++compared;
      REQUIRE(high->urgency > lower->urgency);
      std::vector items = {*lower, *high};
      rank(items);
      REQUIRE(items.front().facts.person.tier == high->facts.person.tier);
    }
  });
  REQUIRE(compared > histories);
}

TEST_CASE("property 7 puts nobody above tier none: it shares its worth with moderate") {
  CHECK(urgency(worth(Tier::moderate), 1) < urgency(worth(Tier::none), 2));
}

TEST_CASE("property 8: a steady rhythm gives the same health after five and after twenty years") {
  // So for full conversations, at least every 40 days.
  for_all_numbers([](Random& random) {
    const int gap = random.between(1, 40);
    const int since = random.between(0, gap - 1);
    History history;
    history.person.every_days = random.between(1, 365);
    const auto depth = random.one_of(std::array<std::optional<Depth>, 3>{{{}, Depth::small, Depth::deep}});
    const auto health_after = [&](int years) {
      int on = static_cast<int>(history.contacts.size()) * gap;
      for (; on <= 365 * years; on += gap) {
        history.contacts.push_back(call(on));
        history.contacts.back().depth = depth;
      }
      return figures_of(history, day(on - gap + since)).H.value();
    };
    CAPTURE(gap);
    CAPTURE(since);
    CAPTURE(*history.person.every_days);
    const double after_five = health_after(5);
    REQUIRE(std::abs(health_after(20) - after_five) < 0.05);
  });
}

TEST_CASE("property 9: with all days and targets times c no figure changes") {
  for_all_histories([](Random& random, const History& whole) {
    const auto [history, start, today] = random_view(random, whole);
    const int c = random.between(2, 10);
    const auto times_c = [&](Day& on) { on = day(c * day_number(on)); };
    History slower = history;
    slower.person.every_days = c * target_of(history.person, history.settings);
    times_c(*slower.person.start);
    if (slower.person.last) times_c(*slower.person.last);
    for (Contact& entry : slower.contacts) times_c(entry.on);
    for (Snooze& entry : slower.snoozes) times_c(entry.on);
    require_alike(figures_of(slower, day(c * day_number(today))), figures_of(history, today), rounding);
  });
}

TEST_CASE("property 10: raising one part never lowers health") {
  for_all_numbers([](Random& random) {
    HealthParts parts{.recency = random.real(0, 1), .rhythm = random.real(0, 1)};
    parts.promises = random_promises(random);
    parts.depth = random_promises(random);
    const double before = health(parts).value();
    REQUIRE(before >= 0);
    REQUIRE(before <= 100);
    std::vector raisable = {&parts.recency, &parts.rhythm};
    if (parts.promises) raisable.push_back(&parts.promises);
    if (parts.depth) raisable.push_back(&parts.depth);
    std::optional<double>& part = *random.one_of(raisable);
    part = random.real(*part, 1);
    REQUIRE(health(parts).value() >= before - rounding);
  });
}

TEST_CASE("property 12: two conversations on one day commute for the silence") {
  for_all_histories([](Random& random, const History& history) {
    const Day on = day(random.between(0, random_days));
    Contact first = random_talk(random, further_id, on);
    Contact second = random_talk(random, further_id + 1, on);
    first.time = TimeOfDay{9 * 60};
    second.time = TimeOfDay{21 * 60};
    const History one_way = history.with(first).with(second);
    std::swap(first.time, second.time);
    const History other_way = history.with(first).with(second);
    const Day today = plus_days(on, random.between(0, 400));
    REQUIRE(std::abs(*one_way.sums().silence(today) - *other_way.sums().silence(today)) < rounding);
  });
}

TEST_CASE("property 13: the order in which entries are handed over changes nothing") {
  for_all_histories([](Random& random, const History& history) {
    History shuffled = history;
    random.shuffle(shuffled.contacts);
    random.shuffle(shuffled.snoozes);
    REQUIRE(shuffled.sums() == history.sums());
  });
}

/// The sums without what names an entry: of contacts that are alike any may be the latest.
Sums nameless(Sums sums) {
  sums.last_talk.reset();
  sums.last_touch.reset();
  std::ranges::fill(sums.replies, 0);
  return sums;
}

TEST_CASE("property 13: the order in which contacts were entered changes nothing") {
  for_all_histories([](Random& random, const History& whole) {
    // Only between a snooze and the contacts of its day the order of entry decides: it has no time.
    History history = whole;
    std::erase_if(history.snoozes, [&](const Snooze& entry) {
      return std::ranges::count(history.contacts, entry.on, &Contact::on) > 0;
    });
    std::vector<Id> ids;
    for (const Contact& entry : history.contacts) ids.push_back(entry.id);
    random.shuffle(ids);
    History entered_otherwise = history;
    for (std::size_t i = 0; i < ids.size(); ++i) entered_otherwise.contacts[i].id = ids[i];
    REQUIRE(nameless(entered_otherwise.sums()) == nameless(history.sums()));
  });
}

/// Someone with whom every talk is on time and full, for two years.
History punctual(Random& random) {
  History history{.person = person_in(random.one_of(tiers_with_target))};
  const int T = random.between(1, 365);
  history.person.every_days = T;
  for (int on = random.between(0, T); on <= 2 * 365; on += random.between((T + 2) / 3, T)) {
    Contact talk = call(on, random.between(20, 180)).beside(random.between(0, 2));
    talk.id = 1 + on;
    history.contacts.push_back(talk);
  }
  return history;
}

TEST_CASE("property 14: with every conversation on time and full nothing is advised, and no sign is given") {
  int looked_at = 0;
  for_all_numbers([&](Random& random) {
    const History whole = punctual(random);
    const Day first = whole.contacts.empty() ? day(0) : whole.contacts.front().on;
    for (int days = 0; days < 3; ++days) {
      // The last talk may be less than a target ago: after it nobody knows.
      const Day today = random_day(random, first, day(2 * 365));
      if (std::ranges::none_of(whole.contacts, [&](const Contact& one) { return one.on >= today; })) continue;
      History history = whole.until(plus_days(today, -1));
      if (history.contacts.empty()) continue;
      CAPTURE(day_number(today));
      ++looked_at;
      const Relationship who{.facts = history.facts()};
      const DueRules rules{.today = plus_days(today, -1)};
      const Sums& sums = who.facts.sums;
      const Standing found = standing(who, rules);
      REQUIRE(found.advice.act == Act::nothing);
      REQUIRE(found.fine());
      REQUIRE_FALSE(soft_sign(who.facts, rules));
      const Capacity week = capacity({{&history.person, &sums}}, {}, rules.today, false);
      REQUIRE(week.kept.value() >= 0.85);
      REQUIRE(week.late.empty());
    }
  });
  REQUIRE(looked_at > histories);
}

TEST_CASE("property 15: someone called together with another is told of as someone called alone") {
  for_all_histories([](Random& random, const History& whole) {
    History alone = whole;
    for (Contact& entry : alone.contacts) {
      entry.with = {ann};
      entry.others = 0;
    }
    History together = alone;
    for (Contact& entry : together.contacts) {
      entry.with = {ann, bo};
      entry.others = random.between(0, 1);
    }
    REQUIRE(together.sums() == alone.sums());
  });
}

TEST_CASE("going on from kept sums with one later contact equals a replay of all") {
  int real = 0;
  for_all_histories([&](Random&, const History& history) {
    const auto latest = std::ranges::max_element(history.contacts, {}, &Contact::on);
    if (latest == history.contacts.end()) return;
    const Contact later = *latest;
    History before = history;
    std::erase_if(before.contacts, [&](const Contact& entry) { return entry.on >= later.on; });
    const Sums kept = before.sums();
    if (!comes_last(later, kept, history.person)) return;
    const History after = before.with(later);
    REQUIRE(with_later(kept, after.person, later, after.snoozes, after.settings) == after.sums());
    if (after.sums().last_real == later.on) ++real;
  });
  REQUIRE(real > histories / 20);
}

TEST_CASE("a contact comes last when every other one, and `last`, is on an earlier day") {
  int last = 0;
  for_all_histories([&](Random&, const History& history) {
    for (const Contact& entry : history.contacts) {
      History others = history;
      std::erase_if(others.contacts, [&](const Contact& other) { return other.id == entry.id; });
      const bool expected =
          (!history.person.last || *history.person.last < entry.on) &&
          std::ranges::all_of(others.contacts, [&](const Contact& other) { return other.on < entry.on; });
      REQUIRE(comes_last(entry, others.sums(), history.person) == expected);
      if (expected) ++last;
    }
  });
  REQUIRE(last > histories / 20);
}

TEST_CASE("silence is never due later than its clock rings, and a day before that at most") {
  int hidden = 0;
  for_all_histories([&](Random&, const History& whole) {
    const History history = without_tries(whole);
    const Facts facts = history.facts();
    const Day due = silence_due(facts.sums, facts.person).value();
    const auto rings = [&](Day today) {
      const auto item = assess(facts, {.today = today});
      return item && item->silence_due;
    };
    CAPTURE(day_number(due));
    for (int before = 1; before <= 20; ++before) REQUIRE_FALSE(rings(plus_days(due, -before)));
    REQUIRE(rings(plus_days(due, 1)));
    if (facts.sums.snoozed_until == due) ++hidden;
  });
  REQUIRE(hidden > 0);
}

}  // namespace
}  // namespace rel::test
