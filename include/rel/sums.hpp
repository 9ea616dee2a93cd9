// The few figures kept for each person, from which every clock and part of health is computed in constant
// time. The formulas are ours; man page rel-model(7) explains them.
#pragma once

#include <optional>
#include <vector>

#include "rel/entries.hpp"
#include "rel/settings.hpp"

namespace rel {

/// The latest conversation; its day is Sums::updated.
struct LastTalk {
  Id id = 0;
  Channel channel = Channel::call;
  std::optional<int> minutes;  ///< std::nullopt if not known
  double credit = 0;           ///< w, above 0
  bool operator==(const LastTalk&) const = default;
};

/// The latest touch: a contact without credit that took place.
struct LastTouch {
  Id id = 0;
  Day on{};
  Channel channel = Channel::chat;
  bool operator==(const LastTouch&) const = default;
};

/// The days in which the minutes given count half.
inline constexpr double given_half_life = 56;

/// What the entries of one person add up to. Always equal to replay() of the same entries, so it can be kept
/// as a cache. At each conversation with credit w, after a silence of a days, N ← f·N + w, G ← f·G + w·a and
/// M ← f·M + w·minutes, with f = 0.8^w; where its depth δ was said, D̂ ← f·D̂ + w·δ and N_d ← f·N_d + w; w is
/// added to S and L, which decay day by day.
struct Sums {
  int target = 90;                ///< T, in days, with which these sums were made; at least 1
  TimeOfDay day_starts{4 * 60};   ///< Settings::day_starts with which they were made
  std::optional<Day> start;       ///< see start_day()
  std::optional<Day> first_talk;  ///< the first conversation (w > 0)
  double quiet_since = 0;         ///< q, in days since 1970-01-01; meaningful only with a start day
  double count = 0;               ///< N, decayed number of conversations, 0 to 5
  double gaps = 0;                ///< G, decayed days of silence before them
  double depth = 0;               ///< D̂, decayed sum of depths δ
  double depth_count = 0;         ///< N_d, decayed number of conversations whose depth was said
  double minutes = 0;             ///< M, decayed sum of minutes
  double recent = 0;              ///< S, halved every two targets, as of `updated`
  double lasting = 0;             ///< L, halved every eight targets, as of `updated`
  /// Minutes of conversations, halved every `given_half_life`, as of `updated`; those of a group count for
  /// its first person.
  double given = 0;
  std::optional<Day> updated;           ///< the day of the latest conversation
  std::optional<Day> latest;            ///< the latest contact of any kind
  int conversations = 0;                ///< how many (w > 0)
  int began_known = 0;                  ///< conversations of which it is known who began
  int began_them = 0;                   ///< how many of these they began
  std::optional<LastTalk> last_talk;    ///< the latest conversation (w > 0)
  std::optional<Day> last_real;         ///< the day of the latest real conversation (w = 1, or Person::last)
  int touches = 0;                      ///< touches since they last talked
  std::optional<LastTouch> last_touch;  ///< the latest touch at all
  std::optional<Day> last_try;          ///< the latest day on which the user tried and nobody answered
  std::optional<Day> last_mine;         ///< the latest day of a contact not begun by them
  std::vector<Id> replies;              ///< contacts that still wait for an answer, oldest first
  int postponed = 0;                    ///< counted postponements since the last real conversation
  std::optional<Day> snoozed_until;  ///< the silence clock waits until this day; std::nullopt if not snoozed
  bool operator==(const Sums&) const = default;

  /// a: the silence in days on `today`, at least 0; std::nullopt without a start day.
  std::optional<double> silence(Day today) const;
  /// When the two last talked, however briefly: the latest conversation, or Person::last if that is later;
  /// std::nullopt if neither is known.
  std::optional<Day> last_talked() const;
};

/// The day from which silence is counted: the earlier of the first conversation and Person::last
/// (Person::start if that is absent); std::nullopt if none of them is known.
std::optional<Day> start_day(const Person& person, std::optional<Day> first_talk);

/// q, in days since 1970-01-01, after a conversation on `day` with the credit w: d − (1−w)·(d − q).
double quiet_since_after(double quiet_since, Day day, double w);

/// The order in which contacts count: by day; on one day those without a time first, then by time from the
/// beginning of the day, then larger credit, larger depth, more minutes.
bool counts_before(const Contact& a, const Contact& b, const Person& person, TimeOfDay day_starts);

/// The sums of one person from all their contacts and snoozes, both in any order.
Sums replay(const Person& person, std::vector<Contact> contacts, const std::vector<Snooze>& snoozes,
            const Settings& settings);

/// Whether a contact is on a later day than Person::last and every contact in the sums.
bool comes_last(const Contact& contact, const Sums& kept, const Person& person);

/// The sums after one more contact, for which comes_last() is true. Unlike replay(), it does not need the
/// earlier contacts. `snoozes` are all of the person.
Sums with_later(const Sums& kept, const Person& person, const Contact& later,
                const std::vector<Snooze>& snoozes, const Settings& settings);

/// The first day on which the silence clock can ring (rounded down, so at times a day early); std::nullopt if
/// it never does.
std::optional<Day> silence_due(const Sums& sums, const Person& person);

/// Start days for `count` people with the same target who get a first tier together, if nothing is known of
/// their last talks: spread evenly back, today − ⌊T·i/k⌋ for person i of k. So not all of them become due on
/// one day.
std::vector<Day> first_start_days(Day today, int target, int count);

}  // namespace rel
