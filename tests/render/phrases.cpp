#include "render/phrases.hpp"

#include <doctest/doctest.h>

using namespace rel;
using namespace rel::render;

namespace {

const Day tuesday = *day_from_iso("2026-11-24");

Day day(const char* iso) {
  return *day_from_iso(iso);
}

/// Someone with whom the last conversation, and the last real one, were on these days.
DueItem silent(std::optional<const char*> last, std::optional<const char*> real, int target) {
  DueItem item;
  item.target = target;
  if (last) item.facts.sums.updated = day(*last);
  if (real) item.facts.sums.last_real = day(*real);
  return item;
}

}  // namespace

TEST_CASE("small numbers are words") {
  CHECK(number_word(0) == "no");
  CHECK(number_word(1) == "one");
  CHECK(number_word(12) == "twelve");
  CHECK(number_word(13) == "13");
}

TEST_CASE("days are named as near as they are") {
  struct Case {
    const char* day;
    const char* near;
    const char* bare;
    const char* brief;
  };
  for (const Case& c : {Case{"2026-11-24", "today", "today", "24 Nov"},
                        {"2026-11-23", "yesterday", "yesterday", "23 Nov"},
                        {"2026-11-25", "tomorrow", "tomorrow", "25 Nov"},
                        {"2026-11-18", "on Wednesday", "last Wednesday", "18 Nov"},
                        {"2026-11-30", "on Monday", "Monday", "30 Nov"},
                        {"2026-11-17", "on 17 Nov", "17 Nov", "17 Nov"},
                        {"2026-12-01", "on 1 Dec", "1 Dec", "1 Dec"},
                        {"2025-11-24", "on 24 Nov 2025", "24 Nov 2025", "24 Nov 2025"}}) {
    CAPTURE(c.day);
    CHECK(near_day(day(c.day), tuesday) == c.near);
    CHECK(bare_day(day(c.day), tuesday) == c.bare);
    CHECK(short_day(day(c.day), tuesday) == c.brief);
  }
  CHECK(weekday_and_day(day("2026-11-28"), tuesday) == "Sat 28 Nov");
  CHECK(long_day(tuesday) == "Tuesday, 24 November");
}

TEST_CASE("lengths, counts and what a talk was worth") {
  CHECK(length(0) == "0 min");
  CHECK(length(45) == "45 min");
  CHECK(length(60) == "1 h");
  CHECK(length(90) == "90 min");
  CHECK(length(125) == "2 h 05");
  CHECK(counted(1, "day") == "1 day");
  CHECK(counted(26, "day") == "26 days");
  CHECK(worth_of(1) == "a real conversation");
  CHECK(worth_of(0) == "a touch");
  CHECK(worth_of(0.25) == "a quarter of a conversation");
  CHECK(worth_of(0.4) == "a third of a conversation");
  CHECK(worth_of(0.5) == "half a conversation");
  CHECK(worth_of(0.95) == "nearly a whole conversation");
}

TEST_CASE("silence is said in days and dates of talks, never as the reduced figure") {
  const char* const october = "2026-10-29";
  CHECK(silence_reason(silent(october, october, 7), tuesday) == "last talk 29 Oct, 26 days; you wanted 7");
  CHECK(silence_reason(silent({}, october, 7), tuesday) == "last talk 29 Oct, 26 days; you wanted 7");
  CHECK(silence_reason(silent("2026-11-20", october, 30), tuesday) ==
        "last talk 20 Nov, 4 days; a longer one 29 Oct; you wanted 30 days");
  CHECK(silence_reason(silent("2026-11-20", {}, 30), tuesday) ==
        "last talk 20 Nov, 4 days; only brief ones so far; you wanted 30 days");
  CHECK(silence_reason(silent({}, {}, 90), tuesday) == "no talk logged yet; you wanted every 90 days");
  CHECK(silence_reason(silent({}, {}, 1), tuesday) == "no talk logged yet; you wanted every 1 day");
}

TEST_CASE("silence in short") {
  const auto said = [](const DueItem& item) {
    return short_silence_reason(item.facts.sums, *item.target, tuesday);
  };
  CHECK(said(silent("2026-11-08", "2026-11-08", 7)) == "16 days, every 7");
  CHECK(said(silent("2026-11-23", "2026-10-29", 7)) == "1 day, every 7, brief");
  CHECK(said(silent({}, {}, 90)) == "no talk logged yet, every 90");
}

TEST_CASE("soft signs in words") {
  SoftSign sign;
  Sums& sums = sign.facts.sums;
  sums.updated = day("2026-11-01");
  sums.count = 4;
  sums.gaps = 4 * 12.2;
  sums.touches = 13;
  CHECK(soft_reason(sign, tuesday) == "23 days; usually about 12 between you");
  sign.sign = Sign::messages;
  CHECK(soft_reason(sign, tuesday) == "13 messages since you last talked");
  sign.sign = Sign::owed;
  sign.promise = OpenItem{.mine = false, .text = "the photos", .on = day("2026-11-20")};
  CHECK(soft_reason(sign, tuesday) == "the photos, promised to you for last Friday");
}

TEST_CASE("what is open is said with its day") {
  DueItem item;
  item.facts.promises = {{.id = 7, .text = "the book", .given = day("2026-11-04"), .by = day("2026-11-18")}};
  const OpenItem promise{
      .clock = Clock::promise, .id = 7, .text = "the book", .on = day("2026-11-18"), .late_days = 6};
  CHECK(open_reason(promise, item, tuesday) == "the book, promised for last Wednesday");
  item.facts.promises[0].by.reset();
  CHECK(open_reason({.clock = Clock::promise, .id = 7, .text = "the book", .on = day("2026-11-04")}, item,
                    tuesday) == "the book, promised on 4 Nov");

  const OpenItem ask{.clock = Clock::ask, .text = "how did it go?", .on = tuesday};
  CHECK(open_reason(ask, item, tuesday) == "ask today: how did it go?");
  const OpenItem late_ask{
      .clock = Clock::ask, .text = "how did it go?", .on = day("2026-11-21"), .late_days = 3};
  CHECK(open_reason(late_ask, item, tuesday) == "ask (since last Saturday): how did it go?");
  item.facts.asks = {{.id = 8, .text = "surgery on 12 Dec", .ask_on = tuesday, .ask = "how did it go?"}};
  const OpenItem about{.clock = Clock::ask, .id = 8, .text = "how did it go?", .on = tuesday};
  CHECK(open_reason(about, item, tuesday) == "surgery on 12 Dec; ask today: how did it go?");

  item.facts.replies = {
      {.id = 9, .on = day("2026-11-22"), .channel = Channel::call, .kind = ContactKind::missed}};
  const OpenItem reply{.clock = Clock::reply, .id = 9, .on = day("2026-11-22")};
  CHECK(open_reason(reply, item, tuesday) == "called you on Sunday");
  item.facts.replies[0].channel = Channel::email;
  CHECK(open_reason(reply, item, tuesday) == "wrote to you on Sunday");
  OpenItem noted = reply;
  noted.text = "asks for\nthe key";
  CHECK(open_reason(noted, item, tuesday) == "wrote to you on Sunday: asks for the key");
  item.facts.replies[0].channel = Channel::met;
  item.facts.replies[0].kind = ContactKind::owed;
  CHECK(open_reason(noted, item, tuesday) == "an answer owed since last Sunday: asks for the key");

  item.facts.person.dates = {{"birthday", 11, 24, 1980}};
  CHECK(open_reason({.clock = Clock::date, .text = "birthday", .on = tuesday}, item, tuesday) ==
        "birthday today, 46 years");
  CHECK(open_reason({.clock = Clock::date, .text = "name day", .on = day("2026-11-22"), .late_days = 2}, item,
                    tuesday) == "name day was on Sunday");

  CHECK(open_reason({.clock = Clock::agreed, .text = "dinner, 20:00", .on = tuesday}, item, tuesday) ==
        "dinner, 20:00, agreed for today");
  CHECK(open_reason({.clock = Clock::agreed, .on = day("2026-11-22"), .late_days = 2}, item, tuesday) ==
        "you two agreed on this, agreed for last Sunday: did it happen?");
}

TEST_CASE("how often is said in words") {
  CHECK(times(1) == "once");
  CHECK(times(2) == "twice");
  CHECK(times(3) == "three times");
  CHECK(times(10) == "ten times");
  CHECK(times(11) == "11 times");
}

TEST_CASE("postponements, from the third on with a question") {
  const auto on = [](const char* day, std::optional<std::string> why = {}) {
    return Snooze{.on = ::day(day), .why = std::move(why)};
  };
  CHECK(put_off({}, tuesday).empty());
  CHECK(put_off({on("2026-11-02", "deadline")}, tuesday) == "put off once on 2 Nov: deadline");
  CHECK(put_off({on("2026-11-02", "travel"), on("2026-11-09", "a\ndeadline")}, tuesday) ==
        "put off twice since 2 Nov, last: a deadline");
  CHECK(put_off({on("2025-11-02"), on("2026-11-09"), on("2026-11-10")}, tuesday) ==
        "put off three times since 2 Nov 2025; what stands in the way?");
}

TEST_CASE("five messages without a talk call for one") {
  CHECK(call_instead({.touches = 4}).empty());
  CHECK(call_instead({.touches = 5}) == "5 messages since you last talked: call instead");
}

TEST_CASE("line breaks become blanks where one line is all there is") {
  CHECK(one_line("a\nb") == "a b");
}
