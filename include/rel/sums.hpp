// The few figures kept for each person, from which every clock and part of health is read in constant time.
#pragma once

#include <optional>
#include <vector>

#include "rel/entries.hpp"
#include "rel/settings.hpp"

namespace rel {

/// What is said of the latest conversation; its day is Sums::updated.
struct LastTalk {
  Id id = 0;
  Channel channel = Channel::call;
  std::optional<int> minutes;
  double credit = 0;  ///< w, above 0
  bool operator==(const LastTalk&) const = default;
};

/// What is said of the latest touch.
struct LastTouch {
  Id id = 0;
  Day on{};
  Channel channel = Channel::chat;
  bool operator==(const LastTouch&) const = default;
};

/// What the clocks look at, of all that a replay of one person's entries adds up to.
struct ClockSums {
  int target = 90;                   ///< the target in days that these sums were made with
  TimeOfDay day_starts{4 * 60};      ///< the beginning of the day that they were made with
  std::optional<Day> start;          ///< the start day: the first conversation, `last`, or the first tier
  double quiet_since = 0;            ///< q, in days since 1970-01-01; meaningful only with a start day
  double count = 0;                  ///< N, decayed number of conversations
  double gaps = 0;                   ///< G, decayed days of silence before them
  double minutes = 0;                ///< M
  std::optional<Day> updated;        ///< the day of the latest conversation
  int conversations = 0;             ///< how many (w > 0)
  std::optional<Day> last_real;      ///< the day of the latest real conversation (w = 1, or `last`)
  int brief_minutes = 0;             ///< minutes of conversations since then
  int touches = 0;                   ///< touches since then
  std::optional<Day> last_try;       ///< the latest day on which the user tried and nobody answered
  std::optional<Day> last_mine;      ///< the latest day of a contact not begun by them
  std::vector<Id> replies;           ///< contacts that still wait for an answer, oldest first
  int postponed = 0;                 ///< counted postponements since the last real conversation
  std::optional<Day> snoozed_until;  ///< the silence clock waits until this day
  bool operator==(const ClockSums&) const = default;

  /// a: the silence in days on day `today`, shortened by briefer talks; std::nullopt if nothing is known.
  std::optional<double> silence(Day today) const;
};

/// All that it adds up to. A cache: always equal to replay() of the same entries.
struct Sums : ClockSums {
  std::optional<Day> first_talk;        ///< the first conversation (w > 0)
  double depth = 0;                     ///< D̂
  double recent = 0;                    ///< S, decaying by half in two targets, as of `updated`
  double lasting = 0;                   ///< L, decaying by half in eight targets, as of `updated`
  double given = 0;                     ///< minutes of talks, decaying by half in 56 days, as of `updated`; a
                                        ///< group counts for its first person
  std::optional<Day> latest;            ///< the latest contact of any kind
  int began_known = 0;                  ///< conversations of which it is known who began
  int began_them = 0;                   ///< of these, begun by them
  std::optional<LastTalk> last_talk;    ///< the latest conversation (w > 0)
  std::optional<LastTouch> last_touch;  ///< the latest touch at all
  bool operator==(const Sums&) const = default;
};

/// The start day: the earlier of the first conversation and `last`, or without that the day of the first
/// tier.
std::optional<Day> start_day(const Person& person, std::optional<Day> first_talk);

/// q, in days since 1970-01-01, after a conversation on `day` with the credit w: d − (1−w)·(d − q).
double quiet_since_after(double quiet_since, Day day, double w);

/// The order in which contacts count: by day; on one day those without a time first, then by time from the
/// beginning of the day, then larger credit, larger depth, more minutes.
bool counts_before(const Contact& a, const Contact& b, const Person& person, TimeOfDay day_starts);

/// The sums of one person from all their contacts and snoozes (in any order). (rel-model: "Credit of a
/// contact, and silence")
Sums replay(const Person& person, std::vector<Contact> contacts, const std::vector<Snooze>& snoozes,
            const Settings& settings);

/// Whether a contact falls on a day later than `last` and every other contact in the sums.
bool comes_last(const Contact& contact, const Sums& kept, const Person& person);

/// The same from the sums before one more contact that comes last: what it costs does not grow with the past.
Sums with_later(const Sums& kept, const Person& person, const Contact& later,
                const std::vector<Snooze>& snoozes, const Settings& settings);

/// The first day on which the silence clock can ring (rounded down); nothing where it never does.
std::optional<Day> silence_due(const ClockSums& sums, const Person& person);

/// Days on which each of `count` people with the same target begins, when they get a first tier together and
/// nothing is known of their last talk: spread evenly back, today − ⌊T·i/k⌋.
std::vector<Day> first_start_days(Day today, int target, int count);

}  // namespace rel
