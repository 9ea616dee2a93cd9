// The columns of each kind of row, and how they are read.
#pragma once

#include "rel/entries.hpp"
#include "rel/settings.hpp"
#include "rel/sums.hpp"
#include "store/database.hpp"

namespace rel::store {

#define CONTACT_COLUMNS                                                                                 \
  "id, person, companions, others, day, time, channel, minutes, began, depth, counts, kind, answered, " \
  "guessed, "                                                                                           \
  "source, note"
#define REMARK_COLUMNS "id, person, text, heard, ask_on, ask, used, done"
#define PROMISE_COLUMNS "id, person, mine, text, given, due, kept, dropped"
#define SNOOZE_COLUMNS "id, person, day, until, counted, agreed, why"

/// What SUMS_COLUMNS name stands in the row from column `first` on.
#define SUMS_COLUMNS                                                                                    \
  "sums.start, first_talk, quiet_since, count, gaps, depth, minutes, recent, lasting, given, updated, " \
  "conversations, began_known, began_them, last_conversation, last_real, brief_minutes, touches, "      \
  "last_touch, "                                                                                        \
  "last_try, last_mine, postponed, snoozed_until, replies"

/// What happened after the day that is looked back to has not happened yet.
void forget_later(std::optional<Day>& day, std::optional<Day> until);

Remark remark_from(const Rows& rows);
Promise promise_from(const Rows& rows);
Snooze snooze_from(const Rows& rows);
Sums sums_from(const Rows& rows, int first, const Person& person, const Settings& settings);

}  // namespace rel::store
