// What is logged about people: contacts, remarks, promises, snoozes, and reviews of all of them.
#pragma once

#include <optional>
#include <string>
#include <tuple>
#include <vector>

#include "rel/day.hpp"
#include "rel/person.hpp"
#include "rel/vocabulary.hpp"

namespace rel {

/// A contact between the user and one or more people: a conversation, a message, a try, a missed call.
struct Contact {
  Id id = 0;
  std::vector<Id> with;  ///< the people present who are in the file; at least one
  int others = 0;        ///< number of people present who are not in `with`
  Day on{};
  std::optional<TimeOfDay> time;  ///< std::nullopt if not known
  Channel channel = Channel::call;
  std::optional<int> minutes;    ///< how long, 0 to 1440; std::nullopt if not known
  std::optional<Side> by;        ///< who began; std::nullopt if not known
  std::optional<Depth> depth;    ///< std::nullopt if not said; it counts for nothing then
  std::optional<Counts> counts;  ///< overrides the rule of the channel, see credit()
  ContactKind kind = ContactKind::contact;
  std::optional<Day> answered;        ///< the day on which a reply owed was closed by hand
  bool guessed = false;               ///< whether an import guessed the channel
  std::optional<std::string> source;  ///< what an import knows the entry by
  std::optional<std::string> note;
  bool operator==(const Contact&) const = default;
};

/// Something a person told the user. With `ask_on` it comes back on that day.
struct Remark {
  Id id = 0;
  Id person = 0;
  std::string text;
  Day heard{};                     ///< when it was told
  std::optional<Day> ask_on;       ///< the day to ask about it; not before `heard`
  std::optional<std::string> ask;  ///< the question for that day; std::nullopt if it is the text itself
  std::optional<Day> used;         ///< when the user last came back to it
  std::optional<Day> done;         ///< when the ask was closed
  bool fact = false;               ///< it stays true: always worth knowing, never news
  std::optional<Day> told;         ///< when it was passed on to somebody
  std::optional<int> ask_every;    ///< days after a talk that closed the ask until it comes back; at least 1
  bool operator==(const Remark&) const = default;
};

/// Something one of the two promised the other.
struct Promise {
  Id id = 0;
  Id person = 0;
  bool mine = true;  ///< the user's promise to them, or else theirs to the user
  std::string text;
  Day given{};                 ///< when it was made
  std::optional<Day> by;       ///< the day it is for; not before `given`
  std::optional<Day> kept;     ///< when it was kept
  std::optional<Day> dropped;  ///< when it was given up
  std::optional<Id> remark;    ///< the remark that it promises to pass on
  bool operator==(const Promise&) const = default;

  /// Neither kept nor dropped.
  bool open() const { return !kept && !dropped; }
};

/// A postponement of the silence clock, a meeting agreed on, or (for everyone) an absence of the user.
struct Snooze {
  Id id = 0;
  std::optional<Id> person;  ///< std::nullopt: everyone, or a group
  Day on{};                  ///< when it was entered
  Day until{};               ///< the first day that is no longer snoozed; the day of the meeting
  bool counted = true;       ///< whether it is a postponement by the user, which raises the silence clock
  /// Set if a day is fixed, or if they asked for time: what for (may be empty).
  std::optional<std::string> agreed;
  std::optional<std::string> why;  ///< the user's reason
  std::optional<Id> item;          ///< the promise or the reply owed that is put off, in place of the silence
  std::optional<std::string>
      group;  ///< the tag of the group whose silence is put off; `person` is then unset
  bool operator==(const Snooze&) const = default;
};

/// What the user means to do until the next review.
struct Intention {
  std::optional<Id> person;  ///< std::nullopt: about nobody in particular
  std::string text;
  bool operator==(const Intention&) const = default;
  bool operator<(const Intention& other) const {
    return std::tie(person, text) < std::tie(other.person, other.text);
  }
};

/// A review of a period that the user finished.
struct Review {
  Id id = 0;
  Day on{};                           ///< when it was done
  Day since{};                        ///< the first day looked at
  Day until{};                        ///< the last one
  std::vector<Intention> intentions;  ///< at most three
  bool operator==(const Review&) const = default;
};

}  // namespace rel
