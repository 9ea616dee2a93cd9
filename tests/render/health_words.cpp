#include "render/health_words.hpp"

#include <doctest/doctest.h>

#include "render/talked.hpp"

using namespace rel;
using namespace rel::render;
using namespace rel::test;

namespace {

std::vector<Week> year(int conversations_of_late, int before, int minutes = 0) {
  std::vector<Week> weeks = weeks_until(tuesday, 52, {}, {});
  weeks[51].conversations = conversations_of_late;
  weeks[30].conversations = before;
  weeks[51].minutes = minutes;
  return weeks;
}

}  // namespace

TEST_CASE("the headline is about the silence where it rings or is unusual, else about the weakest part") {
  const HealthParts well{.recency = 1, .rhythm = 1};
  CHECK(headline(talked(26), standing_with({.recency = .6}, 26), tuesday) ==
        "You last talked 26 days ago. You wanted every 7 days; usually it is about 7.");
  CHECK(headline(talked(6, 0.2), standing_with(well, 6), tuesday) ==
        "You last talked 6 days ago. You wanted every 7 days; usually it is about 1.");
  CHECK(headline(talked(3), standing_with(well), tuesday) == "Nothing is overdue.");
  CHECK(headline(talked(3), standing_with({.depth = .4}), tuesday) == "You talk, mostly about small things.");
  CHECK(headline(talked(3), standing_with({.rhythm = .4}), tuesday) ==
        "You talk less often than you wanted.");
  CHECK(headline(talked(3), standing_with({.promises = .4}), tuesday) ==
        "You talk; a promise of yours was dropped.");
  Standing late = standing_with({.promises = .4});
  late.overdue = {open(Clock::promise, "the book")};
  CHECK(headline(talked(3), late, tuesday) == "You're in touch, but a promise of yours is late.");
  late.overdue = {open(Clock::reply, "")};
  CHECK(headline(talked(3), late, tuesday) == "You're in touch, but owe a reply.");
  Standing born = standing_with(well);
  born.rings = Clock::date;
  CHECK(headline(talked(3), born, tuesday) == "You talk as often as you wanted.");
  CHECK(headline(Relationship{}, standing_with(well), tuesday) == "No talk is logged yet.");
}

TEST_CASE("the headline tells days of talks, never the reduced silence") {
  Relationship brief = talked(26);
  brief.facts.sums.updated = plus_days(tuesday, -2);
  CHECK(headline(brief, standing_with({.recency = .6}, 20.4), tuesday)
            .starts_with("You last talked 2 days ago, briefly; longer on 29 Oct."));
  brief.facts.sums.last_real.reset();
  CHECK(headline(brief, standing_with({.recency = .6}, 20.4), tuesday)
            .starts_with("You last talked 2 days ago, and only briefly so far."));
}

TEST_CASE("the bar of silence: full, half full at the target, empty at twice as much") {
  CHECK(silence_bar(standing_with({}, 0)) == 1);
  CHECK(silence_bar(standing_with({}, 7)) == 0.5);
  CHECK(silence_bar(standing_with({}, 14)) == 0);
  CHECK(silence_bar(standing_with({}, 70)) == 0);
}

TEST_CASE("how often: counts, and the trend where they do not seem to say otherwise") {
  const auto often_words = [](const std::vector<Week>& weeks, std::optional<Trend> trend, int target) {
    return render::often_words(weeks, Sums{.first_talk = weeks.front().first}, trend, target);
  };
  CHECK(often_words(year(6, 11), Trend::less_often, 7) ==
        "6 talks in 3 months, 11 in the 3 before: less often");
  CHECK(often_words(year(6, 11), {}, 7) == "6 talks in 3 months, 11 in the 3 before");
  CHECK(often_words(year(1, 1), Trend::steady, 7) == "1 talk in 3 months, 1 in the 3 before: steady");
  CHECK(often_words(year(2, 3), Trend::more_often, 30) == "2 talks in 3 months, 3 in the 3 before");
  CHECK(often_words(year(3, 2), Trend::less_often, 30) == "3 talks in 3 months, 2 in the 3 before");
  CHECK(often_words(year(0, 3), Trend::steady, 30) == "0 talks in 3 months, 3 in the 3 before");
  CHECK(often_words(year(1, 1), Trend::more_often, 90) ==
        "2 talks in 6 months, 0 in the 6 before: more often");
}

TEST_CASE("how often: nothing is said of a time of which nobody knows") {
  const std::vector<Week> weeks = year(2, 0);
  const Day new_here = weeks[weeks.size() - 13].first;
  CHECK(often_words(weeks, Sums{.first_talk = new_here}, Trend::steady, 7) == "2 talks in 3 months");
  CHECK(often_words(weeks, Sums{.first_talk = plus_days(new_here, -1)}, Trend::steady, 7)
            .starts_with("2 talks in 3 months, 0 in the 3 before"));
}

TEST_CASE("promises: what waits, else how they were kept") {
  Standing late = standing_with({.promises = .4});
  Relationship who = talked(3);
  who.closed = {{.kept = tuesday}, {.kept = tuesday}, {.dropped = tuesday}};
  CHECK(promises_words(who, late, tuesday) == "2 kept, 1 dropped");
  who.closed.resize(2);
  CHECK(promises_words(who, late, tuesday) == "2 kept");
  late.overdue = {open(Clock::promise, "the book")};
  CHECK(promises_words(who, late, tuesday) == "the book, promised on Wednesday");
}

TEST_CASE("depth in words") {
  const auto of = [](double mean) { return depth_words(Sums{.depth = 4 * mean, .depth_count = 4}); };
  CHECK(depth_words(Sums{}).empty());
  CHECK(of(1) == "mostly deep");
  CHECK(of(.9) == "mostly personal");
  CHECK(of(.6) == "between small talk and personal");
  CHECK(of(.3) == "mostly small talk");
}

TEST_CASE("recent: talked today, or when") {
  CHECK(recent_words(talked(0), standing_with({}), tuesday) == "talked today; you wanted every 7 days");
  CHECK(recent_words(talked(26), standing_with({}), tuesday) == "last talk 29 Oct, 26 days; you wanted 7");
}

TEST_CASE("what changed") {
  CHECK(change_sentence({.talks = Trend::steady}, *day_from_iso("2026-08-25")) == "Since August: as it was.");
  CHECK(change_sentence({}, tuesday).empty());
  CHECK(change_sentence({.promises = 1}, tuesday) == "Since November: promises better kept.");
  CHECK(change_sentence({.talks = Trend::less_often, .depth = -1, .promises = -1}, tuesday) ==
        "Since November: less often, shallower, promises less well kept.");
  CHECK(change_sentence({.talks = Trend::more_often, .depth = 1, .promises = 1}, tuesday) ==
        "Since November: more often, deeper, promises better kept.");
}

TEST_CASE("who begins, as far as it was noted") {
  const auto began = [](int known, int them) {
    return began_sentence({.began_known = known, .began_them = them});
  };
  CHECK(began(0, 0).empty());
  CHECK(began(1, 0).empty());
  CHECK(began(1, 1).empty());
  CHECK(began(5, 0) == "You began all 5 talks.");
  CHECK(began(5, 5) == "They began all 5 talks.");
  CHECK(began(5, 2) == "You began 3 of 5 talks.");
}

TEST_CASE("minutes a week, a month where they are rare") {
  CHECK(minutes_sentence(year(0, 0), 7).empty());
  CHECK(minutes_sentence(year(1, 0, 13 * 45), 7) == "About 45 minutes a week in 3 months.");
  CHECK(minutes_sentence(year(1, 0, 13 * 45), 30) == "About 195 minutes a month in 3 months.");
  std::vector<Week> weeks = year(1, 1, 13 * 45);
  weeks[0].minutes = 39 * 70;
  CHECK(minutes_sentence(weeks, 7) == "About 45 minutes a week in 3 months; 70 minutes in the 9 before.");
  weeks[51].minutes = 0;
  CHECK(minutes_sentence(weeks, 7) == "No talk in 3 months; about 70 minutes a week in the 9 before.");
}

TEST_CASE("own rhythm, from three talks on") {
  CHECK(rhythm_sentence(talked(1, 9).facts.sums, 7) == "A full talk about every 9 days; you wanted 7.");
  CHECK(rhythm_sentence(Sums{}, 7).empty());
}

TEST_CASE("where there is no health, kind words") {
  CHECK(without_health({.tier = Tier::none}) == "In no tier: kept, and nothing is asked of you.");
  CHECK(without_health({.tier = Tier::high, .archived = true}) == "Archived: nothing is asked of you.");
  CHECK(without_health({.tier = Tier::high, .deceased = true}) == "What you two had together stays.");
}

TEST_CASE("what someone needs in a few words") {
  const auto needs = [](int days_ago, const Advice& advice) {
    Standing standing = standing_with({}, days_ago);
    standing.advice = advice;
    return need_words(talked(days_ago), standing, tuesday);
  };
  CHECK(needs(26, {.act = Act::call}) == "26 days, every 7: call");
  CHECK(needs(3, {}) == "3 days, every 7");
  CHECK(needs(3, {.act = Act::keep_promise, .open = open(Clock::promise, "the book")}) ==
        "the book, promised on Wednesday");
  CHECK(needs(3, {.act = Act::fixed_day, .day = tuesday}) == "less often than wanted; a fixed day");
  Relationship nobody;
  nobody.facts.sums.target = 30;
  Standing first = standing_with({}, 30);
  first.target = 30;
  first.advice = {.act = Act::first_talk};
  CHECK(need_words(nobody, first, tuesday) == "no talk logged yet, every 30: call");
}

TEST_CASE("the everyday names of the parts") {
  CHECK(part_name("recency") == "silence");
  CHECK(part_name("rhythm") == "rhythm");
  CHECK(part_name("depth") == "said deep");
  CHECK(part_name("promises") == "promises");
}
