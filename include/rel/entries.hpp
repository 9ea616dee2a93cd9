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

/// Anything logged between the user and one or more people.
struct Contact {
  Id id = 0;
  std::vector<Id> with;  ///< the people present who are in the file; at least one
  int others = 0;        ///< people present who are not in the file
  Day on{};
  std::optional<TimeOfDay> time;
  Channel channel = Channel::call;
  std::optional<int> minutes;    ///< 0 to 1440
  std::optional<Side> by;        ///< who began, where known
  std::optional<Depth> depth;    ///< counts as personal where unknown
  std::optional<Counts> counts;  ///< overrides the rule of the channel
  ContactKind kind = ContactKind::contact;
  std::optional<Day> answered;        ///< when a reply owed was closed by hand
  bool guessed = false;               ///< an import guessed the channel
  std::optional<std::string> source;  ///< what an import knew the entry by
  std::optional<std::string> note;
  bool operator==(const Contact&) const = default;
};

/// Something a person told the user. With `ask_on` it comes back on that day.
struct Remark {
  Id id = 0;
  Id person = 0;
  std::string text;
  Day heard{};
  std::optional<Day> ask_on;
  std::optional<std::string> ask;  ///< the question for that day, where it is not the text itself
  std::optional<Day> used;         ///< when the user last came back to it
  std::optional<Day> done;         ///< when the ask was closed
  bool operator==(const Remark&) const = default;
};

/// Something one of the two promised the other.
struct Promise {
  Id id = 0;
  Id person = 0;
  bool mine = true;  ///< the user's promise to them; else theirs to the user
  std::string text;
  Day given{};
  std::optional<Day> by;
  std::optional<Day> kept;
  std::optional<Day> dropped;
  bool operator==(const Promise&) const = default;

  bool open() const { return !kept && !dropped; }
};

/// A postponement of the silence clock, a meeting agreed on, or (for everyone) an absence of the user.
struct Snooze {
  Id id = 0;
  std::optional<Id> person;  ///< nobody: everyone
  Day on{};
  Day until{};
  bool counted = true;                ///< a postponement of the user's own
  std::optional<std::string> agreed;  ///< a day is fixed, or they asked for time: what for (may be empty)
  std::optional<std::string> why;
  bool operator==(const Snooze&) const = default;
};

/// What the user means to do until the next review.
struct Intention {
  std::optional<Id> person;  ///< nobody: about no one person
  std::string text;
  bool operator==(const Intention&) const = default;
  bool operator<(const Intention& other) const {
    return std::tie(person, text) < std::tie(other.person, other.text);
  }
};

/// A look back at a period that was finished, and what came of it.
struct Review {
  Id id = 0;
  Day on{};                           ///< when it was done
  Day since{};                        ///< the first day looked at
  Day until{};                        ///< the last one
  std::vector<Intention> intentions;  ///< at most three
  bool operator==(const Review&) const = default;
};

}  // namespace rel
