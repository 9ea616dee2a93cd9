#include "rel/sense.hpp"

#include <doctest/doctest.h>

using namespace rel;

namespace {

const Day today = *day_from_iso("2026-11-21");

bool makes_sense(const auto& entry) {
  return !contradiction(entry, today);
}

}  // namespace

TEST_CASE("where nobody talked there is no duration, nothing counts, and who tried is known") {
  using enum ContactKind;
  for (const ContactKind kind : {tried, missed}) {
    CHECK(makes_sense(Contact{.kind = kind}));
    CHECK(!makes_sense(Contact{.minutes = 5, .kind = kind}));
    CHECK(!makes_sense(Contact{.counts = Counts::touch, .kind = kind}));
  }
  for (const ContactKind kind : {contact, owed}) {
    CHECK(makes_sense(Contact{.minutes = 5, .counts = Counts::real, .kind = kind}));
  }
  const auto begun = [](ContactKind kind, Side by) { return makes_sense(Contact{.by = by, .kind = kind}); };
  for (const Side side : {Side::me, Side::them}) CHECK(begun(contact, side));
  CHECK(begun(tried, Side::me));
  CHECK(!begun(tried, Side::them));
  for (const ContactKind kind : {missed, owed}) {
    CHECK(begun(kind, Side::them));
    CHECK(!begun(kind, Side::me));
  }
}

TEST_CASE("a day to come lies behind the day on which it was said") {
  const Day before = plus_days(today, -1);
  CHECK(makes_sense(Remark{.heard = today, .ask_on = today}));
  CHECK(!makes_sense(Remark{.heard = today, .ask_on = before}));
  CHECK(makes_sense(Promise{.given = before, .by = today}));
  CHECK(!makes_sense(Promise{.given = today, .by = before}));
}

TEST_CASE("a snooze ends on a later day, what is agreed on may be today") {
  CHECK(makes_sense(Snooze{.on = today, .until = plus_days(today, 1)}));
  CHECK(!makes_sense(Snooze{.on = today, .until = today}));
  CHECK(!makes_sense(Snooze{.on = plus_days(today, -9), .until = today}));
  CHECK(makes_sense(Snooze{.on = today, .until = today, .agreed = ""}));
}
