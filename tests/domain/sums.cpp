#include "rel/sums.hpp"

#include <doctest/doctest.h>

#include <cmath>

#include "support/histories.hpp"

namespace rel::test {
namespace {

using doctest::Approx;
using Contacts = std::vector<Contact>;
using Snoozes = std::vector<Snooze>;

/// The sums of someone in tier high, whose silence may last 30 days, since day 0.
Sums sums_of(Contacts contacts, Snoozes snoozes = {}) {
  return History{.contacts = std::move(contacts), .snoozes = std::move(snoozes)}.sums();
}

double silence_on(const Sums& sums, int today) {
  REQUIRE(sums.silence(day(today)));
  return *sums.silence(day(today));
}

Sums sums_with_last(int last, Contacts contacts = {}, Snoozes snoozes = {}) {
  Person person = person_in(Tier::high, 100);
  person.last = day(last);
  return replay(person, std::move(contacts), snoozes, {});
}

// Silence.

TEST_CASE("silence: a full conversation ends it, a brief one shortens it in proportion") {
  CHECK(silence_on(sums_of({call(40)}), 40) == 0);
  CHECK(silence_on(sums_of({call(40)}), 47) == 7);
  CHECK(silence_on(sums_of({call(40, 5)}), 40) == Approx(30));
  CHECK(silence_on(sums_of({call(40, 5)}), 47) == Approx(37));
  CHECK(silence_on(sums_of({call(40, 10), call(60, 10)}), 60) == Approx(20));
}

TEST_CASE("silence: touches, tries and missed calls leave it alone") {
  CHECK(silence_on(sums_of({chat(40)}), 47) == 47);
  CHECK(silence_on(sums_of({call(40, 0)}), 47) == 47);
  CHECK(silence_on(sums_of({tried(40)}), 47) == 47);
  CHECK(silence_on(sums_of({missed(40)}), 47) == 47);
}

TEST_CASE("silence: never below zero on a day before the latest talk") {
  CHECK(silence_on(sums_of({call(40)}), 30) == 0);
}

TEST_CASE("silence: a back-dated talk never makes a later one count for less") {
  CHECK(sums_of({call(40), call(20, 5)}) == sums_of({call(20, 5), call(40)}));
  CHECK(silence_on(sums_of({call(40), call(20, 5)}), 50) == 10);
}

// The start day.

TEST_CASE("start: the day of the first tier, where nothing else is known") {
  const Sums sums = replay(person_in(Tier::high, 100), {}, {}, {});
  CHECK(sums.start == day(100));
  CHECK_FALSE(sums.first_talk);
  CHECK(silence_on(sums, 130) == 30);
}

TEST_CASE("start: a first conversation before that, but none after it") {
  const Person person = person_in(Tier::high, 100);
  CHECK(replay(person, {call(60, 5), call(70)}, {}, {}).start == day(60));
  CHECK(replay(person, {call(160)}, {}, {}).start == day(100));
  CHECK(replay(person, {call(160)}, {}, {}).first_talk == day(160));
  CHECK(replay(person, {call(160, 5)}, {}, {}).quiet_since == Approx(115));
}

TEST_CASE("start: no contact but a conversation begins anything") {
  const Person person = person_in(Tier::high, 100);
  for (const Contact& contact : {chat(60), call(60, 0), tried(60), missed(60)}) {
    CHECK(replay(person, {contact}, {}, {}).start == day(100));
    CHECK_FALSE(replay(person, {contact}, {}, {}).first_talk);
  }
}

TEST_CASE("start: the remembered last talk, in place of the day of the first tier") {
  CHECK(sums_with_last(130).start == day(130));
  CHECK(sums_with_last(60).start == day(60));
  CHECK(sums_with_last(60, {call(40, 5)}).start == day(40));
  CHECK(sums_with_last(60, {call(80, 5)}).start == day(60));
}

TEST_CASE("start: nobody without tier, talk and memory has one") {
  Person person = person_in(Tier::none);
  person.start.reset();
  CHECK_FALSE(replay(person, {chat(40)}, {}, {}).silence(day(50)));
  CHECK(replay(person, {call(40, 5)}, {}, {}).start == day(40));
  CHECK(silence_on(replay(person, {call(40, 5)}, {}, {}), 50) == 10);
}

TEST_CASE("last: a full conversation in its place, for the silence only") {
  const Sums sums = sums_with_last(60, {call(20), call(80, 5)});
  CHECK(silence_on(sums, 80) == Approx(15));
  CHECK(sums.last_real == day(60));
  CHECK(sums.conversations == 2);
  CHECK(sums.gaps == Approx(0.25 * 20));
  CHECK(sums.count == Approx(std::pow(0.8, 0.25) + 0.25));
}

TEST_CASE("last: ends what was counted before it, and counts before the contacts of its day") {
  CHECK(sums_with_last(60, {chat(59), call(59, 5)}).touches == 0);
  CHECK(sums_with_last(60, {chat(60), missed(60)}).touches == 1);
  CHECK(sums_with_last(60, {}, {snooze(59, 70)}).postponed == 0);
  CHECK(sums_with_last(60, {}, {snooze(60, 70)}).postponed == 1);
  CHECK(sums_with_last(60, {call(50)}, {snooze(55, 70)}).postponed == 0);
}

TEST_CASE("first tiers given together are spread back over the target") {
  using Days = std::vector<Day>;
  CHECK(first_start_days(day(100), 30, 1) == Days{day(100)});
  CHECK(first_start_days(day(100), 30, 3) == Days{day(100), day(90), day(80)});
  CHECK(first_start_days(day(100), 7, 4) == Days{day(100), day(99), day(97), day(95)});
  CHECK(first_start_days(day(100), 2, 4) == Days{day(100), day(100), day(99), day(99)});
  CHECK(first_start_days(day(100), 30, 0).empty());
}

// The order of a day.

TEST_CASE("order: by day, then without a time before with one, then by time") {
  const Person person = person_in(Tier::high);
  const TimeOfDay four{4 * 60};
  const Contacts in_order = {call(1).at(23),    call(2, 5),        call(2).at(4), call(2).at(23),
                             call(2).at(0, 30), call(2).at(3, 59), call(3)};
  for (std::size_t i = 0; i < in_order.size(); ++i) {
    for (std::size_t j = 0; j < in_order.size(); ++j) {
      CAPTURE(i);
      CAPTURE(j);
      if (i != j) CHECK(counts_before(in_order[i], in_order[j], person, four) == (i < j));
    }
  }
}

TEST_CASE("order: a day that starts at midnight has its small hours first") {
  CHECK(counts_before(call(2).at(0, 30), call(2).at(23), person_in(Tier::high), TimeOfDay{0}));
}

TEST_CASE("order: at one time larger credit, larger depth, more minutes first") {
  const Person person = person_in(Tier::high);
  const auto first = [&](const Contact& a, const Contact& b) {
    return counts_before(a, b, person, {}) && !counts_before(b, a, person, {});
  };
  CHECK(first(call(2, 20).small().numbered(2), call(2, 19).deep().numbered(1)));
  CHECK(first(call(2, 20).deep().numbered(2), call(2, 60).numbered(1)));
  CHECK(first(call(2, 60).numbered(2), call(2, 20).numbered(1)));
  CHECK(first(call(2, 20).numbered(1), call(2, 20).numbered(2)));
  CHECK(first(call(2, 20).at(9).numbered(2), call(2, 10).at(9).numbered(1)));
}

TEST_CASE("order: the replay keeps it, with the day of the settings") {
  const Contacts late = {call(20).numbered(1), call(20).at(0, 30).numbered(2), call(20).at(23).numbered(3)};
  CHECK(sums_of(late).last_talk->id == 2);
  CHECK(replay(person_in(Tier::high), late, {}, {.day_starts = TimeOfDay{0}}).last_talk->id == 3);
}

// The decayed sums.

TEST_CASE("sums: each conversation forgets a fifth of those before it, in proportion to its credit") {
  const Sums one = sums_of({call(10, 60).deep()});
  CHECK(one.count == 1);
  CHECK(one.gaps == 10);
  CHECK(one.depth == 1.0);
  CHECK(one.depth_count == 1.0);
  CHECK(one.minutes == 60);

  const Sums two = sums_of({call(10, 60).deep(), call(40, 10).small()});
  const double f = std::sqrt(0.8);  // half a conversation
  CHECK(two.count == Approx(f + 0.5));
  CHECK(two.gaps == Approx(f * 10 + 0.5 * 30));
  CHECK(two.depth == Approx(f * 1.0 + 0.5 * 0.3));
  CHECK(two.depth_count == two.count);
  CHECK(two.minutes == Approx(f * 60 + 0.5 * 10));
  CHECK(two.conversations == 2);
  CHECK(two.updated == day(40));
}

TEST_CASE("sums: recent and lasting frequency decay over two and eight targets") {
  const Sums sums = sums_of({call(10), call(70, 10)});  // 60 days apart: two targets
  CHECK(sums.recent == Approx(0.5 + 0.5));
  CHECK(sums.lasting == Approx(std::exp2(-0.25) + 0.5));
  CHECK(sums.target == 30);
}

TEST_CASE("sums: a person's own cadence is the target, else that of the tier in the settings") {
  Person person = person_in(Tier::moderate);
  Settings settings;
  settings.tiers[1].target_days = 60;
  CHECK(replay(person, {}, {}, settings).target == 60);
  person.every_days = 21;
  CHECK(replay(person, {}, {}, settings).target == 21);
  CHECK(replay(person_in(Tier::none), {}, {}, settings).target == 90);
}

TEST_CASE("sums: remember the day they were made with") {
  CHECK(replay(person_in(Tier::high), {}, {}, {.day_starts = TimeOfDay{90}}).day_starts == TimeOfDay{90});
}

TEST_CASE("minutes given fade by half in 56 days, whatever the credit") {
  CHECK(sums_of({call(10, 40), call(66, 5)}).given == Approx(20 + 5));
}

TEST_CASE("minutes given: a group counts once, for its first person") {
  CHECK(sums_of({call(10, 40).together({ann, bo})}).given == 40);
  CHECK(sums_of({call(10, 40).together({bo, ann})}).given == 0);
  // Of a channel that is real for her alone, it is her talk, wherever she is named.
  Person by_chat = person_in(Tier::high);
  by_chat.real_by = {Channel::chat};
  Contact chat_of_three = call(10, 40).together({bo, ann});
  chat_of_three.channel = Channel::chat;
  CHECK(replay(by_chat, {chat_of_three}, {}, {}).given == 40);
  CHECK(sums_of({call(10, 40).beside(3)}).given == 40);
}

TEST_CASE("a conversation whose length nobody wrote down counts as thirty minutes throughout") {
  Contact unknown = call(10);
  unknown.minutes.reset();
  Sums sums = sums_of({unknown});
  CHECK_FALSE(sums.last_talk->minutes);
  sums.last_talk->minutes = 30;
  CHECK(sums == sums_of({call(10, 30)}));
}

TEST_CASE("who began: only of conversations, only where it is known") {
  const Sums sums = sums_of({call(1), call(2).by_me(), call(3).by_them(), call(4).owed(), chat(5).by_them()});
  CHECK(sums.began_known == 3);
  CHECK(sums.began_them == 2);
}

TEST_CASE("who began: an answer owed says that they did") {
  CHECK(sums_of({call(4).owed().by_me()}).began_them == 1);
}

// What happened since the last real conversation.

TEST_CASE("touches are counted since the last conversation, however short") {
  CHECK(sums_of({chat(1), chat(2)}).touches == 2);
  CHECK(sums_of({chat(1), call(2), chat(3)}).touches == 1);
  CHECK(sums_of({chat(1), call(2, 1), chat(3)}).touches == 1);
  CHECK(sums_of({call(1), call(2, 0), call(3).a_touch()}).touches == 2);
  CHECK(sums_of({call(1), tried(2), missed(3)}).touches == 0);
}

TEST_CASE("touches on the day of a conversation count if they came later") {
  CHECK(sums_of({call(1).at(12), chat(1).at(11)}).touches == 0);
  CHECK(sums_of({call(1).at(12), chat(1).at(13)}).touches == 1);
}

TEST_CASE("depth: only what was said, and what was not said moves nothing") {
  const Sums silent = sums_of({call(1), call(2)});
  CHECK(silent.depth == 0);
  CHECK(silent.depth_count == 0);
  const Sums said = sums_of({call(1).deep(), call(2), call(3)});
  CHECK(said.depth == 1);
  CHECK(said.depth_count == 1);
}

TEST_CASE("last talked: the latest conversation, however short, or `last` if that is later") {
  CHECK_FALSE(sums_of({chat(1)}).last_talked());
  CHECK(sums_of({call(1), call(5, 1), chat(6)}).last_talked() == day(5));
  CHECK(sums_with_last(60, {call(50)}).last_talked() == day(60));
  CHECK(sums_with_last(60, {call(70, 1)}).last_talked() == day(70));
}

TEST_CASE("the latest of each kind is remembered") {
  const Sums sums = sums_of({call(1), call(2, 5), chat(3), chat(4).by_them(), tried(5), missed(6)});
  CHECK(sums.last_real == day(1));
  CHECK(sums.last_talk == LastTalk{.id = 2, .channel = Channel::call, .minutes = 5, .credit = .25});
  CHECK(sums.updated == day(2));
  CHECK(sums.last_touch == LastTouch{.id = 4, .on = day(4), .channel = Channel::chat});
  CHECK(sums.last_try == day(5));
  CHECK(sums.last_mine == day(3));
}

TEST_CASE("neither a try, nor what they began, is the latest of mine") {
  CHECK(sums_of({call(1)}).last_mine == day(1));
  for (const Contact& not_mine :
       {tried(2), missed(2), chat(2).by_them(), chat(2).owed(), chat(2).owed().by_me()}) {
    CHECK(sums_of({call(1), not_mine}).last_mine == day(1));
  }
}

// Postponements.

TEST_CASE("postponements: counted ones since the last real conversation, each once") {
  CHECK(sums_of({call(1)}, {snooze(10, 20), snooze(12, 30)}).postponed == 2);
  CHECK(sums_of({call(1)}, {snooze(10, 20), agreed(12, 30)}).postponed == 1);
  CHECK(sums_of({}, {snooze(10, 20)}).postponed == 1);
}

TEST_CASE("postponements: a real conversation ends them, nothing less does") {
  CHECK(sums_of({call(15)}, {snooze(10, 20)}).postponed == 0);
  CHECK_FALSE(sums_of({call(15)}, {snooze(10, 20)}).snoozed_until);
  CHECK(sums_of({call(15, 19)}, {snooze(10, 20)}).postponed == 1);
  CHECK(sums_of({call(15, 19)}, {snooze(10, 20)}).snoozed_until == day(20));
  CHECK(sums_of({chat(15), tried(16)}, {snooze(10, 20)}).postponed == 1);
}

TEST_CASE("postponements: on the day of a real conversation what was entered later is later") {
  const Snooze fifth{.id = 5, .person = ann, .on = day(10), .until = day(20)};
  CHECK(sums_of({call(10).numbered(4)}, {fifth}).postponed == 1);
  CHECK(sums_of({call(10).numbered(6)}, {fifth}).postponed == 0);
  CHECK(sums_of({call(10).numbered(6).at(8), call(10).numbered(4).at(20)}, {fifth}).postponed == 0);
  CHECK(sums_of({call(9).numbered(6), call(10).numbered(4)}, {fifth}).postponed == 1);
}

TEST_CASE("postponements: the newest replaces the others, by day and on one day by entry") {
  CHECK(sums_of({}, {snooze(12, 15), snooze(10, 40)}).snoozed_until == day(15));
  CHECK(sums_of({}, {snooze(10, 40), snooze(12, 15)}).snoozed_until == day(15));
  CHECK(sums_of({}, {snooze(10, 40), agreed(12, 15)}).snoozed_until == day(15));
  Snooze second = snooze(10, 15);
  second.id = 99;
  CHECK(sums_of({}, {second, snooze(10, 40)}).snoozed_until == day(15));
  CHECK(sums_of({}, {snooze(10, 40), second}).snoozed_until == day(15));
}

// Replies owed.

using Ids = std::vector<Id>;

TEST_CASE("a reply is owed for a missed call and for an answer owed, oldest first") {
  CHECK(sums_of({chat(7).owed(), missed(5)}).replies == Ids{5, 7});
  CHECK(sums_of({chat(7).by_them(), call(8).by_them()}).replies.empty());
}

TEST_CASE("a reply owed ends with a conversation, or with a contact not begun by them") {
  struct Row {
    const char* what;
    Contact later;
    bool ends;
  };
  const Row rows[] = {
      {"their call", call(6).by_them(), true},
      {"a talk of a minute", call(6, 1).by_them(), true},
      {"my message", chat(6).by_me(), true},
      {"a message of whom nobody knows", chat(6), true},
      {"a conversation that owes", call(6).owed(), true},
      {"their message", chat(6).by_them(), false},
      {"a call of no length, by them", call(6, 0).by_them(), false},
      {"a try", tried(6), false},
      {"a try of mine", tried(6).by_me(), false},
      {"another missed call", missed(6), false},
      {"another message to answer", chat(6).owed().by_me(), false},
      {"a message the day before", chat(4), false},
      {"a talk the day before", call(4), false},
  };
  for (const Row& row : rows) {
    CAPTURE(row.what);
    const Ids replies = sums_of({missed(5), row.later}).replies;
    CHECK((std::ranges::count(replies, 5) == 0) == row.ends);
  }
}

TEST_CASE("a reply owed on the same day ends, unless both times say that the answer came first") {
  struct Row {
    const char* what;
    Entry owed;
    Entry answer;
    bool ends;
  };
  const Entry theirs = missed(5);
  const Entry mine = call(5).numbered(99);
  const Row rows[] = {
      {"no times", theirs, mine, true},
      {"only the missed call has a time", Entry(theirs).at(10), mine, true},
      {"only the answer has a time", theirs, Entry(mine).at(10), true},
      {"answered later", Entry(theirs).at(10), Entry(mine).at(11), true},
      {"at the same minute", Entry(theirs).at(10), Entry(mine).at(10), true},
      {"called before", Entry(theirs).at(10), Entry(mine).at(9), false},
      {"answered after midnight", Entry(theirs).at(22), Entry(mine).at(0, 30), true},
      {"called before midnight, missed after it", Entry(theirs).at(0, 30), Entry(mine).at(22), false},
  };
  for (const Row& row : rows) {
    CAPTURE(row.what);
    CHECK(sums_of({row.owed, row.answer}).replies.empty() == row.ends);
    CHECK(sums_of({row.answer, row.owed}).replies.empty() == row.ends);
  }
}

TEST_CASE("an answer of the day before, or at the time of another day, ends nothing") {
  CHECK(sums_of({call(4).at(10), missed(5).at(10)}).replies == Ids{5});
  CHECK(sums_of({call(4), missed(5).at(10)}).replies == Ids{5});
}

TEST_CASE("of two answers on one day the earlier may be the one without a time") {
  CHECK(sums_of({chat(5).numbered(1), chat(5).numbered(2).at(9), missed(5).at(10)}).replies.empty());
}

TEST_CASE("no contact ends the reply that it made itself") {
  CHECK(sums_of({call(5).owed()}).replies == Ids{5});
  CHECK(sums_of({chat(5).owed()}).replies == Ids{5});
}

TEST_CASE("a reply closed by hand is owed no more") {
  CHECK(sums_of({missed(5).answered_on(6)}).replies.empty());
  CHECK(sums_of({chat(5).owed().answered_on(6), missed(7)}).replies == Ids{7});
}

// When the silence clock rings.

TEST_CASE("silence is due after the target, sooner after postponements, not before a snooze ends") {
  const Person person = person_in(Tier::high);
  CHECK(silence_due(sums_of({call(10)}), person) == day(40));
  CHECK(silence_due(sums_of({call(10)}, {snooze(11, 12)}), person) == day(34));                  // 30 / 1.25
  CHECK(silence_due(sums_of({call(10)}, {snooze(11, 12), snooze(12, 13)}), person) == day(31));  // 30 / 1.375
  CHECK(silence_due(sums_of({call(10)}, {snooze(11, 60)}), person) == day(60));
  CHECK(silence_due(sums_of({call(10), call(20, 9)}), person) == day(44));  // 4.5 days later, rounded down
}

TEST_CASE("silence is never due for whom the user does not want reminders of") {
  const Sums sums = sums_of({call(10)});
  Person person = person_in(Tier::none);
  CHECK_FALSE(silence_due(sums, person));
  person = person_in(Tier::high);
  person.archived = true;
  CHECK_FALSE(silence_due(sums, person));
  person = person_in(Tier::high);
  person.deceased = true;
  CHECK_FALSE(silence_due(sums, person));
  CHECK_FALSE(silence_due(Sums{}, person_in(Tier::high)));
}

}  // namespace
}  // namespace rel::test
